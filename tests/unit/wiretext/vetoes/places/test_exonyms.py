"""What only other languages call a place is a word of its own here."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place, is_believed
from wiretext.places import place, place_ids

pytestmark = pytest.mark.skipif(not place_ids(), reason="the names of CLDR are made when the package is built")


@pytest.mark.parametrize(
    ("entity_id", "language", "text", "meant"),
    [
        ("territory-qa", "id", "Kemarin Kota itu ramai.", False),
        ("territory-qa", "id", "Kemarin Qatar mengirim utusan.", True),
        ("territory-qa", "yo", "Kota ni ilu naa.", True),
        ("territory-xk", "hr", "Vlada Kosova je danas zasjedala.", True),
        ("territory-ml", "nb", "I går møtte de Malis statsminister.", True),
        ("territory-us", "de", "Er kommt aus den USA und reist weiter.", True),
        ("city-vienna", "sr", "Sastali su se u Beču u subotu.", True),
        ("city-vienna", "et", "Siis oli see Vene ajal teisiti.", False),
        ("territory-mk", "sr", "Danas je Makedonija potpisala sporazum.", True),
    ],
)
def test_a_short_name_counts_in_the_languages_that_use_it(
    entity_id: str, language: str, text: str, *, meant: bool
) -> None:
    assert is_believed(text, place(entity_id), language=language) is meant


def test_a_place_that_a_newsroom_names_itself_is_called_what_it_says() -> None:
    assert is_believed("Kemarin Kota itu ramai.", a_place("Qatar", "Kota"), language="id")
