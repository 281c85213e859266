"""When a number says which of the kings of one name is meant."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.people.regnal import is_of_another_reign

KING = a_person("Frederik X", "Kong Frederik", "Kung Frederik")
CHARLES = a_person("Charles Berg", "King Charles")


@pytest.mark.parametrize(
    ("language", "text", "another"),
    [
        ("da", "Kong Frederik IX's Bro er lukket.", True),
        ("da", "Kong Frederik 9. blev begravet.", True),
        ("da", "De så Kong Frederik 5. maj i byen.", False),
        ("da", "Kong Frederik X kom.", False),
        ("da", "Kong Frederik i Aarhus.", False),
        ("da", "Kong Frederik 300 år efter.", False),
        ("sv", "Kung Frederik I kom.", True),
        ("da", "KONG FREDERIK I AARHUS", False),
        ("da", "De så Kong Frederik", False),
    ],
)
def test_a_number_tells_a_king_from_those_before_him(language: str, text: str, *, another: bool) -> None:
    reading = read(text, language)

    assert is_of_another_reign(hit_in(reading, KING), KING, reading) is another


@pytest.mark.parametrize(
    ("text", "another"), [("King Charles II hid in an oak.", True), ("As King Charles I sing.", False)]
)
def test_i_is_a_word_of_english(text: str, *, another: bool) -> None:
    reading = read(text, "en")

    assert is_of_another_reign(hit_in(reading, CHARLES), CHARLES, reading) is another


def test_a_surname_has_no_number() -> None:
    reading, anna = read("Le match Anna Skovgaard VI a lieu.", "fr"), a_person("Anna Skovgaard")

    assert not is_of_another_reign(hit_in(reading, anna), anna, reading)
