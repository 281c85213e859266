"""What people are called in texts of a language: in an office, in a private walk of life, and when they are addressed.

The words are in ``titles.yaml`` and in ``matching/particles.yaml``. Knows no name.
"""

from __future__ import annotations

from functools import cache
from itertools import filterfalse

from wiretext.function_words import function_words
from wiretext.tables import listed, table, words_for
from wiretext.vetoes.context.wordlists import InflectedList, WordList


@cache
def offices(language: str) -> WordList:
    """What people in office are called in a text of *language*."""
    words, unlike = _called("public", language)
    return WordList(words, unlike=unlike)


@cache  # asked for each place where a name stands
def walks(kind: str, language: str) -> InflectedList:
    """What people are called in a text of *language* who are in no office: ``private``, ``stage`` or ``kin``."""
    words, unlike = _called(kind, language)
    return InflectedList(words, language, unlike=unlike)


def _called(kind: str, language: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a *kind* for texts of *language*, and the small words of it that none of these is."""
    own = table("vetoes/context/titles")["own"].get(kind, {}).get(language, "").split()
    small = frozenset(filterfalse(WordList(own).__contains__, function_words(language)))
    return (*listed("vetoes/context/titles", kind), *own), small


@cache
def forms_of_address(language: str) -> frozenset[str]:
    """How people are addressed in a text of *language*: a family name follows."""
    return words_for("any", "matching/particles", "address") | words_for(language, "matching/particles", "address")
