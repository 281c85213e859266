from __future__ import annotations

import pytest

from wiretext.matching.sound import bones, sounds
from wiretext.normal import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lukaschenka", "Лукашенко"),
        ("Łukaszenka", "Lukašenko"),
        ("Džordž", "Џорџ"),
        ("Nguyễn", "Nguyen"),
        ("Χατζιδάκις", "Hatzidakis"),
        ("ჯანელიძე", "Dzhanelidze"),
        ("Քոչարյան", "Kocharyan"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert _heard(one) & _heard(other)


@pytest.mark.parametrize(("one", "other"), [("Anna", "Emma"), ("Petrov", "Pavlov"), ("Markus", "Marius")])
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert not _heard(one) & _heard(other)


def test_a_word_of_a_script_without_sounds_is_not_heard() -> None:
    assert sounds(normalise("東京").text) == ()


def _heard(word: str) -> set[str]:
    return {bones(reading) for reading in sounds(normalise(word).text)}
