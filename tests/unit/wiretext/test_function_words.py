"""Words of a language that are no names."""

from __future__ import annotations

import pytest

from wiretext.function_words import function_words


@pytest.mark.parametrize(("language", "word"), [("en", "the"), ("he", "של"), ("ur", "كون"), ("ms", "yang")])
def test_a_language_has_words_that_are_no_names(language: str, word: str) -> None:
    assert word in function_words(language)


@pytest.mark.parametrize(
    ("language", "word"), [("ms", "malaysia"), ("ms", "sistem"), ("ur", "چلي"), ("en", "shell"), ("xx", "the")]
)
def test_a_name_or_a_word_of_another_language_is_none_of_them(language: str, word: str) -> None:
    assert word not in function_words(language)
