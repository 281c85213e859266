"""What an answer of Wikidata becomes, and which answers become nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wirekit.errors import ConfigError
from wirewatch.cli.entities.wikidata import Imported, imported, read_items

ANA = "Q4115189"


def terms(**labels: str) -> dict[str, Any]:
    return {language: {"language": language, "value": value} for language, value in labels.items()}


def an_item(**changes: Any) -> dict[str, Any]:
    person = {"mainsnak": {"snaktype": "value", "datavalue": {"type": "wikibase-entityid", "value": {"id": "Q5"}}}}
    item = {
        "type": "item",
        "id": ANA,
        "labels": terms(en="Ana Brodie", ru="Ана Броди", de="Ana Brodie", ko="아나 브로디"),
        "aliases": {"en": [{"language": "en", "value": "Ana M. Brodie"}, {"language": "en", "value": "Brodie"}]},
        "claims": {"P31": [person], "P27": [{"mainsnak": {"snaktype": "novalue"}}]},
    }
    return item | changes


def an_answer(*items: Any) -> bytes:
    return json.dumps({"entities": {item["id"]: item for item in items}, "success": 1}).encode()


def read(*items: Any, wanted: str = ANA) -> Imported:
    return imported(read_items(an_answer(*items), [wanted])[wanted])


def test_labels_and_aliases_of_one_spelling_are_one_name() -> None:
    found = read(an_item(aliases={"fr": [{"language": "fr", "value": "ANA-BRODIE"}]}))

    assert (found.name, found.names) == ("Ana Brodie", ("Ана Броди", "아나 브로디"))


def test_a_single_word_of_a_longer_name_of_a_person_is_a_short_name() -> None:
    found = read(an_item())

    assert found.names == ("Ана Броди", "아나 브로디", "Ana M. Brodie")
    assert found.short == {"Latn": ("Brodie",)}


def test_of_an_organisation_every_name_is_a_full_one() -> None:
    body = [{"mainsnak": {"datavalue": {"value": {"id": "Q43229"}}}}]
    found = read(an_item(claims={"P31": body}))

    assert (found.type, found.short) == ("organization", {})
    assert "Brodie" in found.names


@pytest.mark.parametrize(
    ("item", "kind"), [("Q5", "person"), ("Q484652", "organization"), ("Q515", "place"), ("Q4167410", None)]
)
def test_the_type_is_known_from_what_it_is_an_instance_of(item: str, kind: str | None) -> None:
    found = read(an_item(claims={"P31": [{"mainsnak": {"datavalue": {"value": {"id": item}}}}]}))

    assert found.type == kind
    assert any("a guess" in line and item in line for line in found.yaml()) == (kind is None)


def test_names_that_are_none_are_left_out() -> None:
    labels = terms(en="Ana Brodie (politician)", fr="\x1b[31mAna", de="Z" * 201, it="—", es="")
    found = read(an_item(labels=labels, aliases=[]))

    assert (found.name, found.names) == ("Ana Brodie", ())


def test_an_item_without_statements_and_aliases_is_one_too() -> None:
    found = read(an_item(claims=[], aliases=[]))

    assert (found.type, found.classes) == (None, ())


def test_an_item_that_was_merged_into_another_answers_for_both() -> None:
    merged = an_item(redirects={"from": "Q13406268", "to": ANA})

    assert read(merged, wanted="Q13406268").item == ANA
    assert read(an_item(), wanted="Q13406268").item == ANA


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"<html>", "is not one of Wikidata: it: is not JSON"),
        (b"[]", "is not one of Wikidata: it: must hold fields"),
        (b'{"entities": 7}', "is not one of Wikidata: entities"),
        (b'{"entities": {"Q4115189": {"id": "Q4115189", "labels": {"en": "Ana"}}}}', "labels.en: must hold fields"),
        (b'{"entities": {"Q4115189": {"id": "Q4115189", "labels": {"en": {"value": 7}}}}}', "must be a string"),
        (b'{"entities": {"Q4115189": {"id": "Q4115189", "missing": ""}}}', "Wikidata has no Q4115189"),
        (b'{"entities": {}}', "Wikidata has no Q4115189"),
        (b'{"error": {"code": "no-such-entity", "info": "Could not find an entity"}}', "refuses: Could not find"),
        (b'{"entities": {"../x": {"id": "../x"}}}', "Wikidata has no Q4115189"),
        (b"[" * 100_000, "is not one of Wikidata"),
        (b"\xff\xfe", "is not one of Wikidata"),
    ],
)
def test_an_answer_that_is_none_is_refused_in_words(body: bytes, problem: str) -> None:
    with pytest.raises(ConfigError, match=problem):
        read_items(body, [ANA])


def test_an_item_without_any_label_is_refused() -> None:
    with pytest.raises(ConfigError, match=f"{ANA} has no label"):
        read(an_item(labels={}))


def test_no_entity_has_more_names_than_a_watch_list_takes() -> None:
    found = read(an_item(aliases={"en": [{"value": f"Ana Brodie {number}"} for number in range(900)]}))

    assert len(found.names) == 500
