"""The starter pack: that it can be found and read, and that every entry of every file keeps the rules of the pack."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from wirekit.contracts import Entity
from wiretext import places, starter
from wiretext.labels import first_script, spelling

PACK = tuple((file, entity) for file in starter.files() for entity in starter.entities_of(file))
WHO = [entity for _, entity in PACK if entity.type != "place"]
FEWEST, FEWEST_NAMES, FEWEST_SCRIPTS = 200, 12, 6


def names_of(entity: Entity) -> Iterator[str]:
    yield from (entity.name, *entity.names)


def labels_of(entity: Entity) -> Iterator[str]:
    yield from (*names_of(entity), *(label for labels in entity.short.values() for label in labels), *entity.not_)


def more_than_once(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_an_id_stands_in_one_file_once() -> None:
    assert more_than_once([entity.id for _, entity in PACK]) == []


def test_no_id_of_a_file_is_that_of_a_place_of_cldr() -> None:
    assert [entity.id for _, entity in PACK if entity.id in places.place_ids()] == []


def test_an_item_of_wikidata_is_one_entity() -> None:
    assert more_than_once([entity.wikidata for _, entity in PACK if entity.wikidata]) == []


def test_every_person_and_organisation_names_its_item_in_wikidata() -> None:
    assert [entity.id for entity in WHO if entity.wikidata is None] == []


def test_a_file_holds_what_its_name_says() -> None:
    kinds = {"persons": "person", "organizations": "organization", "places": "place"}

    assert [entity.id for file, entity in PACK if kinds[file.partition("-")[0]] != entity.type] == []


def test_there_are_enough_persons_and_organisations_to_begin_with() -> None:
    assert len(WHO) >= FEWEST
    assert {entity.type for entity in WHO} == {"person", "organization"}


def test_each_has_names_in_enough_languages() -> None:
    assert {e.id: count for e in WHO if (count := len(set(names_of(e)))) < FEWEST_NAMES} == {}


def test_each_has_names_in_enough_scripts() -> None:
    scripts = {entity.id: {first_script(name) for name in names_of(entity)} for entity in WHO}

    assert {id_: sorted(found) for id_, found in scripts.items() if len(found) < FEWEST_SCRIPTS} == {}


def test_names_are_composed_and_without_blanks_around() -> None:
    wrong = [
        (entity.id, label)
        for _, entity in PACK
        for label in labels_of(entity)
        if unicodedata.normalize("NFC", label) != label or label.strip() != label or "  " in label
    ]

    assert wrong == []


def test_no_name_stands_twice_in_an_entity() -> None:
    doubled = {entity.id: more_than_once(list(names_of(entity))) for _, entity in PACK}

    assert {id_: names for id_, names in doubled.items() if names} == {}


def test_short_names_stand_under_their_script() -> None:
    wrong = [
        (entity.id, script, label)
        for _, entity in PACK
        for script, labels in entity.short.items()
        for label in labels
        if script != "any" and first_script(label) != {"Jpan": "Kana", "Kore": "Hang"}.get(script, script)
    ]

    assert wrong == []


def test_no_full_name_is_that_of_two_entities() -> None:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for _, entity in PACK:
        for name in names_of(entity):
            owners[spelling(name)].add(entity.id)

    assert [(words, sorted(ids)) for words, ids in owners.items() if len(ids) > 1] == []


def test_a_not_name_is_no_name_of_the_entity_itself() -> None:
    own = {entity.id: {spelling(name) for name in names_of(entity)} for _, entity in PACK}

    assert [(e.id, name) for _, e in PACK for name in e.not_ if spelling(name) in own[e.id]] == []


@pytest.mark.parametrize(("entity_id", "name"), [("city-geneva", "Geneva"), ("territory-kp", "North Korea")])
def test_an_entity_is_found_by_its_id_wherever_it_lies(entity_id: str, name: str) -> None:
    entity = starter.find(entity_id)

    assert entity is not None
    assert (entity.id, entity.name, starter.listed()[entity_id]) == (entity_id, name, ("place", name))


@pytest.mark.parametrize("slip", ["city-genevva", "city-gneeva", "city-genev", "ciyt-geneva", "city_geneva"])
def test_an_id_that_nobody_has_finds_nothing_and_the_nearest_is_named(slip: str) -> None:
    assert starter.find(slip) is None
    assert starter.nearest(slip) == "city-geneva"


@pytest.mark.parametrize(
    ("name", "named"),
    [("imf", "international-monetary-fund"), ("banque-mondiale", "world-bank"), ("Wladimir-Putin", "vladimir-putin")],
)
def test_an_id_that_is_a_name_of_an_entity_finds_nothing_and_the_entity_is_named(name: str, named: str) -> None:
    assert starter.find(name) is None
    assert starter.nearest(name) == named


@pytest.mark.parametrize(
    "unknown", ["0", "city-atlantis", "city-oz", "city-sslitt", "territory-narnia", "territory-xx"]
)
def test_what_shares_little_but_the_kind_is_not_taken_for_a_slip(unknown: str) -> None:
    assert starter.nearest(unknown) is None


@pytest.mark.parametrize("script", ["Gujr", "Knda", "Mlym", "Mymr", "Khmr", "Sinh", "Laoo", "Guru"])
def test_the_best_known_bodies_have_a_name_in_scripts_of_one_language(script: str) -> None:
    known = ("united-nations", "world-health-organization", "world-bank", "european-union")
    scripts = {id_: {first_script(name) for name in starter.reviewed()[id_].names} for id_ in known}

    assert [id_ for id_, found in scripts.items() if script not in found] == []


def test_nothing_is_read_before_something_is_asked_for() -> None:
    code = (
        "import wiretext.starter, wiretext.tables as t, wiretext.places as p; "
        "print(t.table.cache_info().currsize, p._cldr.cache_info().currsize)"
    )
    read = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    assert read.split() == ["0", "0"]
