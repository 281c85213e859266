"""Tells when an animal bears the name: *a dog called X*, *la yegua X*, *X adlı köpek*. Knows no name.

The words are in ``animals.yaml``.
"""

from __future__ import annotations

from functools import cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import QUOTES_CLOSE, QUOTES_OPEN, Reading
from wiretext.normal import normalise
from wiretext.tables import table
from wiretext.vetoes.casing import function_words
from wiretext.vetoes.thing_words import things_of

_REACH = 8  # characters beside a name in a script without blanks
_MOST_BETWEEN = 4  # words between an animal and its name
_MARKS = f" {QUOTES_OPEN}{QUOTES_CLOSE}"


def is_animal(hit: Hit, reading: Reading) -> bool:
    """Whether the words beside the name say that it is an animal's."""
    kinds = _words("kinds", reading.language)
    if not kinds or hit.inflected:
        return False
    if hit.alias.unspaced:
        return _is_unspaced(hit, reading, kinds)
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    return _is_called(first, -1, reading, kinds) or _is_called(last, 1, reading, kinds)


def _is_called(at: int, step: int, reading: Reading, kinds: frozenset[str]) -> bool:
    """Whether an animal stands on one side of the word *at*, with nothing between but that it is called so."""
    called = False
    for near in range(_MOST_BETWEEN):
        if reading.between(min(at, at + step), max(at, at + step)).strip(_MARKS):
            return False
        at += step
        word = reading.word(at)
        if word in kinds:
            return called or (near == 0 and step < 0)
        if word in _words("calls", reading.language) or word in things_of(reading.language).naming:
            called = True
        elif word not in function_words(reading.language):
            return False
    return False


def _is_unspaced(hit: Hit, reading: Reading, kinds: frozenset[str]) -> bool:
    left, right = reading.around(hit.start, hit.end, _REACH)
    before, after = left.rstrip(_MARKS), right.lstrip(_MARKS)
    calls = tuple(_words("calls", reading.language))
    return (before.endswith(calls) or after.startswith(calls)) and any(kind in before + after for kind in kinds)


@cache
def _words(key: str, language: str) -> frozenset[str]:
    listed = table("vetoes/animals")[key]
    return frozenset(normalise(word).text for word in listed.get(language, ()))
