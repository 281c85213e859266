"""The words that make a name that of a thing, by language and kind."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place, is_believed
from wiretext.normal import normalise
from wiretext.vetoes.context.thing_words import things_of


@pytest.mark.parametrize(
    ("language", "kind", "word", "unlike"),
    [
        ("es", "before", "puente", "pariente"),
        ("id", "before", "jembatan", "jambatan"),
        ("ms", "before", "jambatan", "jembatan"),
        ("fr", "before", "collège", "collègue"),
        ("de", "venues", "Apotheke", "Apotheose"),
        ("sw", "streets", "barabara", "barua"),
        ("es", "never_own", "sierra", "siesta"),
        ("it", "clubs_after", "FC", "fa"),
    ],
)
def test_a_word_is_of_its_language_and_kind(language: str, kind: str, word: str, unlike: str) -> None:
    words = getattr(things_of(language), kind)

    assert normalise(word).text.lower() in words
    assert normalise(unlike).text.lower() not in words


@pytest.mark.parametrize("language", ["en", "el", "sw", "xx"])
def test_some_words_are_for_things_in_whatever_language_a_text_is(language: str) -> None:
    things = things_of(language)

    assert "airways" in things.firms
    assert "ferry" in things.vessels
    assert "hotel" in things.anywhere
    assert "bookshop" in things.houses


def test_what_no_firm_of_its_own_has_is_told_in_some_languages_alone() -> None:
    assert "sierra" in things_of("es").never_own
    assert "sierra" not in things_of("en").never_own


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("id", "Mereka menyeberangi jembatan Brodna.", False),
        ("id", "Mereka menyeberang ke Brodna.", True),
        ("es", "Cruzaron el puente Brodna de noche.", False),
        ("es", "Cruzaron Brodna de noche.", True),
        ("de", "Sie warteten in der Brodna-Apotheke.", False),
        ("de", "Sie warteten in einer Apotheke in Brodna.", True),
    ],
)
def test_a_place_beside_such_a_word_is_none(language: str, text: str, *, meant: bool) -> None:
    assert is_believed(text, a_place("Brodna"), language=language) is meant
