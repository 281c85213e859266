"""Words are picked by what they are, each asked about once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wiretext.texts import messy, unhurried
from wiretext.normal import normalise
from wiretext.picking import Heads, Picker
from wiretext.words import Words


def picked(picker: Picker, text: str, language: str = "") -> list[str]:
    words = Words(normalise(text))
    return [words.word(index) for index in picker.among(np.arange(len(words)), words, language)]


@unhurried
@given(st.lists(messy, max_size=5), st.integers(0, 8))
def test_those_words_are_picked_of_which_it_is_true(texts: list[str], most: int) -> None:
    picker = Picker(lambda word, language: len(word) > len(language), most)

    for text in texts:
        words = Words(normalise(text))
        said = [words.word(index) for index in range(len(words))]
        assert picked(picker, text, "en") == [word for word in said if len(word) > 2]
        assert picked(picker, text, "long") == [word for word in said if len(word) > 4]


class Asked:
    """Picks every word, and keeps what it was asked."""

    def __init__(self) -> None:
        self.questions: list[tuple[str, str]] = []

    def __call__(self, word: str, language: str) -> bool:
        self.questions.append((word, language))
        return True

    @property
    def words(self) -> list[str]:
        return [word for word, _ in self.questions]


def test_a_word_is_asked_about_once_in_each_language() -> None:
    asked = Asked()
    picker = Picker(asked)

    for language in ("en", "de", "en"):
        picked(picker, "berg and berg", language)

    assert sorted(asked.questions) == [("and", "de"), ("and", "en"), ("berg", "de"), ("berg", "en")]


def test_only_the_words_at_the_places_are_asked_about() -> None:
    words, asked = Words(normalise("one two three two")), Asked()

    assert Picker(asked).among(np.array([1, 3]), words) == [1, 3]
    assert asked.words == ["two"]


def test_when_there_are_too_many_words_all_are_forgotten() -> None:
    asked = Asked()
    picker = Picker(asked, most=2)

    for text in ("one two three", "one", "one"):
        picked(picker, text)

    assert sorted(asked.words[:3]) == ["one", "three", "two"]
    assert asked.words[3:] == ["one"]


@pytest.mark.parametrize(
    ("word", "may_begin"),
    [
        ("warfare", True), ("eu", True), ("europe", True), ("e", False), ("wa", False), ("wander", False),
        ("والحرب", True), ("שמלחמה", True),
    ],
)  # fmt: skip
def test_a_word_may_begin_with_one_of_which_it_has_the_head_or_with_what_is_joined(word: str, may_begin: bool) -> None:
    assert Heads(["warning", "eu"]).may_begin(word) is may_begin
