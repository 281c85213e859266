"""What people are called is read in the language of the text."""

from __future__ import annotations

import pytest

from wiretext.normal import normalise
from wiretext.vetoes.context.callings import forms_of_address, offices, walks


@pytest.mark.parametrize(
    ("kind", "word", "language", "other"),
    [
        ("private", "oma", "de", "et"),
        ("private", "gans", "lv", "lt"),
        ("private", "радник", "sr", "uk"),
        ("private", "fant", "sl", "nb"),
        ("private", "neni", "sq", "cs"),
        ("stage", "sundkonan", "is", "sv"),
        ("stage", "notare", "sq", "it"),
        ("kin", "mari", "fr", "ro"),
        ("kin", "māsa", "lv", "ms"),
        ("kin", "vend", "et", "sq"),
        ("kin", "son", "en", "es"),
        ("kin", "mann", "de", "br"),
    ],
)
def test_a_word_for_somebody_is_none_where_it_means_something_else(
    kind: str, word: str, language: str, other: str
) -> None:
    word = normalise(word).text

    assert word in walks(kind, language)
    assert word not in walks(kind, other)


@pytest.mark.parametrize(
    ("word", "language", "other"),
    [("sứ", "vi", "es"), ("trưởng", "vi", "cs"), ("tan", "ms", "es"), ("general", "es", "en")],
)
def test_an_office_is_none_in_a_language_where_it_is_a_small_word(word: str, language: str, other: str) -> None:
    word = normalise(word).text

    assert word in offices(language)
    assert word not in offices(other)


@pytest.mark.parametrize(
    ("word", "language", "other"),
    [("sig", "it", "da"), ("pana", "pl", "ro"), ("úr", "hu", "is"), ("puan", "ms", "tr"), ("frau", "de", "")],
)
def test_people_are_addressed_as_in_the_language(word: str, language: str, other: str) -> None:
    word = normalise(word).text

    assert word in forms_of_address(language)
    assert other == "" or word not in forms_of_address(other)
