"""Thai given names with other vowels."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import read, surfaces
from wirekit.contracts import Entity, Watchlist
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.listening import heard
from wiretext.matching.sound.thai import ThaiNames
from wiretext.normal import normalise


def _heard(text: str, entity: Entity) -> list[str]:
    reading = read(text, "th")
    found = heard(Lexicon.compile(Watchlist(entities=(entity,))), reading, ())
    return [reading.surface(hit.start, hit.end) for hit in found]


ROSEN = an_entity("โรเซนเบิร์ก มาร์ติน", id="rosen", short={})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("นายโรเซนเบิร์ก มาร์ตินกล่าว", ["โรเซนเบิร์ก มาร์ติน"]),
        ("นายรอเซ็นแบร์ก มาร์ตินกล่าว", ["รอเซ็นแบร์ก มาร์ติน"]),
        ("นายรอเบิร์ต มาร์ตินกล่าว", []),
        ("มาร์ตินกล่าว", []),
    ],
    ids=["as listed", "other vowels", "another name", "no given name"],
)
def test_a_given_name_is_found_by_its_consonants_before_the_family_name(text: str, found: list[str]) -> None:
    assert surfaces(text, ROSEN, language="th") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("นายมารติน โรซันแบร์กกล่าว", ["มารติน โรซันแบร์ก"]),
        ("นายมาร์ติน โรซันแบร์กกล่าว", ["มาร์ติน โรซันแบร์ก"]),
        ("นายมาร์ติน โรซันแบร์ตกล่าว", []),
        ("นายยาน โรซันแบร์กกล่าว", []),
        ("นายมาร์ตินโรซันแบร์กกล่าว", []),
        ("นายมาร์ติน โรซันแบร์กี", ["มาร์ติน โรซันแบร์กี"]),
    ],
    ids=["both", "the family name", "another name", "somebody else's given name", "no blank", "a vowel at the end"],
)
def test_a_name_is_found_by_the_consonants_of_both_its_parts(text: str, found: list[str]) -> None:
    martin = an_entity("มาร์ติน โรเซนเบิร์ก", id="martin", short={})

    assert _heard(text, martin) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("นายโบรา ทิโรนูกล่าว", ["โบรา ทิโรนู"]), ("นายบารา ทิโรนูกล่าว", []), ("นายโบรา ทิลานูกล่าว", [])],
    ids=["one sound in another letter", "another given name", "another family name"],
)
def test_a_family_name_of_few_consonants_is_heard_behind_the_given_name_as_it_is(text: str, found: list[str]) -> None:
    assert _heard(text, an_entity("โบรา ติโรนู", id="bora", short={})) == found


def test_a_family_name_that_is_heard_counts_where_it_stands_again() -> None:
    martin = an_entity("มาร์ติน โรเซนเบิร์ก", id="martin", short={"Thai": ("โรเซนเบิร์ก",)})

    found = _heard("นายมาร์ติน โรซันแบร์กมา แล้วโรซันแบร์กกล่าว", martin)

    assert found == ["มาร์ติน โรซันแบร์ก", "โรซันแบร์ก", "โรซันแบร์ก"]


@pytest.mark.parametrize("label", ["โจ ไบเดน", "มาร์ติน ยาน โรเซนเบิร์ก", "มาร์ติน", "มาร์ติน อา", "Martin Rosenberg"])
def test_a_name_of_few_consonants_or_of_other_than_two_parts_is_not_heard(label: str) -> None:
    assert list(ThaiNames([(0, label)]).heard(normalise(f"นาย{label}กล่าว").text)) == []
