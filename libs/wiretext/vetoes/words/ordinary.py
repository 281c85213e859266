"""Tells which words mean something else in some language, as the tables of titles and things know it. Knows no name.

Vetoes no hit itself: it is for whoever doubts a name of a watch list.
"""

from __future__ import annotations

from functools import cache

from wiretext.function_words import function_words
from wiretext.tables import table

# Their lists of function words hold no names of countries, as some others do.
_LANGUAGES = ("de", "en", "es", "fr", "id", "it", "nl", "pl", "pt", "ru", "sv", "tr", "uk")


def is_ordinary(word: str) -> bool:
    """Whether *word*, in normal form, is a function word, a thing, or what people in office are called."""
    return word in _ordinary()


@cache
def _ordinary() -> frozenset[str]:
    tables = (table("vetoes/context/titles"), *(sides for sides in table("vetoes/context/thing_words").values()))
    listed = {word for kinds in tables for words in kinds.values() for word in _split(words) if "*" not in word}
    return frozenset(listed.union(*map(function_words, _LANGUAGES)))


def _split(words: str | list[str]) -> list[str]:
    return words.split() if isinstance(words, str) else words
