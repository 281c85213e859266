"""Tells what the people of an article do, by the words beside their names: the public office, the private walk of life.

The words are in ``titles.yaml``. Knows no name.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from wiretext.cues import WordList
from wiretext.endings import endings
from wiretext.matcher import Hit
from wiretext.normal import normalise
from wiretext.reading import Reading
from wiretext.scripts import script_of
from wiretext.tables import table

_NEAR = 3  # words before a name among which its bearer's office may be
_SHORTEST_STEM = 3
_LONGEST_ENDING = 6
# What makes a word for somebody of a stem, in languages that have no endings of their own in the table.
_DERIVED = frozenset({
    *"aeiouns", "as", "es", "os", "is", "en", "er", "ers", "in", "ins", "innen", "or", "ora", "ore", "ores", "eur",
    "euse", "eurs", "ere", "ier", "iere", "iers", "iste", "ist", "ista", "isti", "istas", "ce",
    "era", "ero", "eros", "eras",
    "eiro", "eira", "aio", "aia", "aro", "ara", "ice", "ico", "ica", "ka", "ky", "kou", "ska", "sko", "ing", "ene",
    "erne", "ern", "erin", "ten", "tes", "ant", "ante", "anti",
})  # fmt: skip
_REACH = 12  # characters beside a name in a script without blanks


class _Walk(WordList):
    """Words for what people do in private; an ending of the text's language may follow: *herde* is no *herdeiro*."""

    def __init__(self, cues: Iterable[str], language: str) -> None:
        cues = tuple(cues)
        super().__init__(cues)
        self._stems = frozenset(normalise(cue.rstrip("*")).text for cue in cues if cue.endswith("*"))
        self._language = language

    def __contains__(self, word: str) -> bool:
        if word in self._whole:
            return True
        shortest = max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING)
        return any(
            word[:at] in self._stems and self._may_end(word, at) for at in range(len(word) - 1, shortest - 1, -1)
        )

    def _may_end(self, word: str, at: int) -> bool:
        return word[at:] in _DERIVED or word[at:] in endings(self._language, script_of(word[0]))


@cache
def offices() -> WordList:
    """What people in office are called."""
    return WordList(table("titles")["public"].split())


@lru_cache(maxsize=256)
def walks(kind: str, language: str) -> WordList:
    """What people are called in a text of *language* who are in no office: ``private``, ``stage`` or ``kin``."""
    return _Walk(table("titles")[kind].split(), language)


def has_role(hit: Hit, reading: Reading, roles: WordList) -> bool:
    """Whether one of *roles* stands beside *hit*."""
    if hit.alias.unspaced:
        before, after = around(hit, reading)
        return roles.begins(after) or roles.ends(before)
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    led = reading.between(first - 1, first) == " " and reading.word(first - 1) in roles
    return (
        led
        or (not hit.inflected and reading.between(last, last + 1) == " " and reading.word(last + 1) in roles)
        or _is_glossed(reading, last, roles)
    )


def is_introduced(hit: Hit, reading: Reading) -> bool:
    """Whether an office is named beside *hit*: up to three words before it, or right after it."""
    public = offices()
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    near = [*range(max(0, first - _NEAR), first), *range(last + 1, min(last + 3, len(reading.spans)))]
    return any(reading.word(at) in public for at in near if "\n" not in reading.between(min(at, last), max(at, first)))


def _is_glossed(reading: Reading, last: int, roles: WordList) -> bool:
    """Whether one more name follows, and after a comma what its bearer does: *Anna Berg Olsen, teacher in Bergen*."""
    if reading.between(last, last + 1) != " " or reading.between(last + 1, last + 2) != ", ":
        return False
    return reading.is_capital(reading.spans[last + 1][0]) and reading.word(last + 2) in roles


def around(hit: Hit, reading: Reading) -> tuple[str, str]:
    """The characters before and after *hit*, in a script without blanks."""
    return reading.text[max(0, hit.start - _REACH) : hit.start], reading.text[hit.end : hit.end + _REACH]
