from __future__ import annotations

import pytest

from wiretext.vetoes.words.ordinary import is_ordinary


@pytest.mark.parametrize("word", ["the", "und", "который", "hotel", "bridge", "king", "mr"])
def test_function_words_things_and_titles_are_ordinary(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["geneva", "shoigu", "chad", "шойгу", ""])
def test_names_and_nothing_are_not(word: str) -> None:
    assert not is_ordinary(word)


def test_a_word_is_asked_for_in_its_normal_form() -> None:
    assert not is_ordinary("Hotel")


def test_a_beginning_of_words_in_a_table_is_no_word_itself() -> None:
    assert not is_ordinary("minist")
    assert not is_ordinary("minister*")
