"""Doubts about names: each is proved on a text, and a name that the matcher gets right is not doubted."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from tests.builders import a_watch
from wirekit.contracts import Entity, Watchlist
from wiretext import Enricher
from wiretext.doubts import Doubt, doubts

BERG = Entity(id="anna-berg", type="person", name="Anna Berg")
LIND = Entity(id="otto-lind", type="person", name="Otto Lind")


def doubted(*entities: Entity, used: bool = True) -> list[Doubt]:
    ids = [entity.id for entity in entities if used]
    watches = (a_watch(entities=[*ids, "somebody-else"]),) if ids else ()
    return list(doubts(Watchlist(entities=entities, watches=watches)))


def found(text: str, *entities: Entity) -> Sequence[str | None]:
    return [mention.entity_id for mention in Enricher(Watchlist(entities=entities)).enrich_text("a", "", text).mentions]


def test_a_list_without_fault_raises_no_doubt() -> None:
    assert doubted(BERG, LIND) == []


def test_an_entity_that_no_watch_names_is_doubted_as_a_whole() -> None:
    (doubt,) = doubted(BERG, used=False)

    assert (doubt.where, doubt.problem, doubt.example) == ((), "no watch names it", "")


def test_a_name_that_is_a_case_of_anothers_is_doubted() -> None:
    man = Entity(id="aleksandr", type="person", name="Александр Иванов")
    woman = Entity(id="aleksandra", type="person", name="Александра Иванова")
    (doubt,) = doubted(man, woman)

    assert (doubt.entity, doubt.where) == (1, ("name",))
    assert "is also a form of a name of aleksandr" in doubt.problem
    assert found(doubt.example, man, woman) == [None]


def test_names_that_their_endings_tell_apart_are_not_doubted() -> None:
    man = Entity(id="jan", type="person", name="Jan Novotný")
    woman = Entity(id="jana", type="person", name="Jana Novotná")

    assert doubted(man, woman) == []


def test_a_full_name_of_two_counts_for_neither_and_is_doubted_once() -> None:
    other = Entity(id="anna-2", type="person", name="Anna M. Berg", names=("ANNA BERG",))
    (doubt,) = doubted(BERG, other)

    assert (doubt.entity, doubt.where) == (1, ("names", 0))
    assert "is a name of anna-berg too" in doubt.problem
    assert found(doubt.example, BERG, other) == [None]


def test_a_short_name_that_is_a_full_name_of_another_always_means_that_one() -> None:
    alone = Entity(id="lind-ltd", type="organization", name="Lind")
    otto = LIND.model_copy(update={"short": {"Latn": ("Lind",)}})
    (doubt,) = [each for each in doubted(alone, otto) if each.entity == 1]

    assert (doubt.where, doubt.problem) == (
        ("short", "Latn", 0),
        "'Lind' is a full name of lind-ltd: it always means that one",
    )
    assert found(doubt.example, alone, otto) == ["otto-lind", "lind-ltd"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("Li", "is short and means much else"),
        ("Park", "is an ordinary word"),
        ("Fund", "is an ordinary word"),
        ("习", "is part of other words"),
    ],
)
def test_a_name_that_says_little_is_doubted_with_a_text_on_which_it_is_found(name: str, problem: str) -> None:
    entity = Entity(id="short", type="organization", name="Some Body", names=(name,))
    (doubt,) = doubted(entity)

    assert doubt.where == ("names", 0)
    assert problem in doubt.problem
    assert found(doubt.example, entity) == ["short"]


@pytest.mark.parametrize("name", ["WHO", "Bakar", "北京", "Ана", "金正恩", "보잉"])
def test_a_name_that_the_matcher_gets_right_is_not_doubted(name: str) -> None:
    assert doubted(Entity(id="fine", type="organization", name="Some Body", names=(name,))) == []


def test_a_name_inside_a_longer_one_of_the_pack_is_doubted_until_a_not_name_parts_them() -> None:
    fund = Entity(id="fund", type="organization", name="Monetary Fund")
    (doubt,) = doubted(fund)

    assert "is in a name of somebody else, international-m" in doubt.problem
    assert found(doubt.example, fund) == ["fund"]
    assert doubt.remedy.startswith("add `not: [")
    parted = fund.model_copy(update={"not_": ("International Monetary Fund",)})
    assert doubted(parted) == []


def test_of_two_in_the_list_the_longer_name_wins_and_nothing_is_doubted() -> None:
    bank = Entity(id="bank", type="organization", name="Bank of Bakar")
    longer = Entity(id="longer", type="organization", name="Industrial Bank of Bakar")

    assert doubted(bank, longer) == []


def test_a_short_name_that_is_the_name_of_somebody_in_the_pack_is_doubted() -> None:
    anton = Entity(id="anton", type="person", name="Anton Veshin", short={"Latn": ("Putin",)})
    (doubt,) = doubted(anton)
    (other,) = re.findall(r"^add `not: \[(\w+ Putin)\]`$", doubt.remedy)

    assert doubt.where == ("short", "Latn", 0)
    assert doubt.example == f"Anton Veshin. {other} spoke on Tuesday."
    assert found(doubt.example, anton) == ["anton", "anton"]


def test_an_entity_of_another_type_is_no_namesake() -> None:
    assert doubted(Entity(id="geneva-man", type="person", name="Mister Geneva", short={"Latn": ("Geneva",)})) == []
