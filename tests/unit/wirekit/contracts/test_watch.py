"""What an operator may write of an entity and of a watch, and what it comes to."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from tests.builders import a_watch, an_entity
from wirekit.contracts import AnyOf, Entity, Watch, WatchTest


def test_a_plain_list_of_short_names_is_for_any_script() -> None:
    assert an_entity(short=["Brodie"]).short == {"any": ("Brodie",)}
    assert an_entity(short={"Latn": ["Brodie"]}).short == {"Latn": ("Brodie",)}


def test_names_of_somebody_else_stand_under_not_in_files_and_on_the_wire() -> None:
    entity = an_entity("Ana Brodie", **{"not": ["Ana Brodie Olsen"]})

    assert entity.not_ == ("Ana Brodie Olsen",)
    assert Entity.model_validate_json(entity.to_json()) == entity
    assert b'"not":["Ana Brodie Olsen"]' in entity.to_json()


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_name_is_more_than_spaces_and_no_text(name: str) -> None:
    with pytest.raises(ValidationError, match="names"):
        an_entity(names=(name,))


def test_any_is_no_restriction_and_the_same_as_saying_nothing() -> None:
    assert a_watch(languages="any", topics="any") == a_watch()
    assert a_watch(languages=["id"]).languages == ("id",)


def test_a_watch_needs_all_of_its_groups_unless_it_says_how_many() -> None:
    either = AnyOf(any_of=("tomas-ilk", "otto-lind"))

    assert a_watch(entities=("ana-brodie", either)).groups == (("ana-brodie",), ("tomas-ilk", "otto-lind"))
    assert list(a_watch(entities=("ana-brodie", either)).entity_ids()) == ["ana-brodie", "tomas-ilk", "otto-lind"]
    assert [a_watch(entities=("a", "b", "c"), at_least=least).needed for least in (None, 2)] == [3, 2]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"entities": ("ana-brodie",)}, "entities"),
        ({"entities": ("ana-brodie", "ana-brodie")}, "ana-brodie stands in entities more than once"),
        (
            {"entities": ("ana-brodie", {"any_of": ["tomas-ilk", "ana-brodie"]})},
            "ana-brodie stands in entities more than",
        ),
        ({"at_least": 3}, "at_least is 3, but there are only 2 items in entities"),
        ({"at_least": 1}, "at_least"),
        ({"scope": {"window": 1}}, "window"),
        ({"scope": "page"}, "scope"),
        ({"severity": "grave"}, "severity"),
        ({"notify": ("No Slug",)}, "notify"),
        ({"story": {"cooldown": "31d"}}, "cooldown"),
    ],
)
def test_a_watch_that_could_never_fire_or_means_nothing_is_refused(changes: dict[str, object], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        a_watch(**changes)


def test_a_watch_keeps_what_it_was_given_over_the_wire() -> None:
    watch = a_watch(
        scope={"window": 40},
        sources={"exclude": ["satire.example"]},
        story={"cooldown": "90m"},
        tests=(WatchTest(text="Ana Brodie met Tomas Ilk.", fires=True),),
    )

    assert watch.story.cooldown == dt.timedelta(minutes=90)
    assert Watch.model_validate_json(watch.to_json()) == watch
