"""What languages do with names and nouns, as vetoes ask it."""

from __future__ import annotations

import pytest

from wiretext.normal import normalise
from wiretext.vetoes.context.grammar import UNCHANGING, alike, is_attribute, is_definite, is_in_case


def plain(word: str) -> str:
    return normalise(word).text


@pytest.mark.parametrize(
    ("language", "word", "in_case"),
    [
        ("hu", "moziban", True),
        ("hu", "iskolának", True),
        ("hu", "mozi", False),
        ("hu", "bíróság", False),
        ("fi", "saliban", False),
    ],
)
def test_hungarian_has_endings_that_no_word_has_before_a_name_that_it_goes_with(
    language: str, word: str, *, in_case: bool
) -> None:
    assert is_in_case(plain(word), language) is in_case


@pytest.mark.parametrize(
    ("language", "word", "attribute"),
    [
        ("fr", "tunisien", True),
        ("fr", "grecque", False),
        ("fr", "portugaise", True),
        ("fr", "jardinier", False),
        ("es", "peruana", True),
        ("es", "jardinero", False),
        ("it", "senese", True),
        ("it", "gentile", False),
        ("ar", "السوري", True),
        ("ar", "سوري", False),
        ("he", "הספרדית", True),
        ("he", "ספרדית", False),
        ("en", "tunisian", False),
    ],
)
def test_what_says_where_somebody_is_from_ends_so_behind_what_he_does(
    language: str, word: str, *, attribute: bool
) -> None:
    assert is_attribute(plain(word), language) is attribute


@pytest.mark.parametrize(
    ("language", "word", "definite"),
    [
        ("ar", "الخضر", True),
        ("ar", "خضر", False),
        ("ar", "الى", False),
        ("he", "האוטובוס", True),
        ("he", "הם", False),
        ("fa", "الخضر", False),
    ],
)
def test_the_last_noun_of_a_phrase_has_the_article_of_all(language: str, word: str, *, definite: bool) -> None:
    assert is_definite(plain(word), language) is definite


def test_a_short_text_in_serbian_may_be_croatian_and_the_other_way_round() -> None:
    assert alike("sr") == ("sr", "hr")
    assert alike("bs") == ("bs", "hr", "sr")
    assert alike("sl") == ("sl",)


@pytest.mark.parametrize(
    ("name", "unchanging"), [("Peru", True), ("Осло", True), ("Anna", False), ("Egon", False), ("Анна", False)]
)
def test_a_name_with_another_vowel_than_a_at_its_end_has_no_cases(name: str, *, unchanging: bool) -> None:
    assert (UNCHANGING.search(plain(name)) is not None) is unchanging
