"""Tells when an article speaks of namesakes: *a painter with the same name as the minister*, or of private persons.

A full name with an age beside it is a private person's where nothing in the article is of public life. The phrases are
in ``namesakes.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.normal import normalise
from wiretext.tables import listed
from wiretext.vetoes.roles import is_on_stage, offices, walks

_MARKS = re.compile(r"[,;:\"]")
_AGE = re.compile(r",? \(?[1-9]\d(?=[,.)])")
_REACH = 48  # characters before a name in which an age may be
_YEARS = r"(?:1[01]\d|[1-9]\d)"


def is_namesake(hit: Hit, reading: Reading) -> bool:
    """Whether *hit* is a player's, an artist's or somebody's of whom the age is told, and the article has a namesake.

    Of whom it says that he is not the one in office needs no other sign. Whom somebody in office has a name in common
    with, the article says as well: his office beside it tells him.
    """
    if _says(reading.text, "denials"):
        return True
    on_stage = is_on_stage(hit, reading)
    if (on_stage or _AGE.match(reading.text, hit.end)) and _says(reading.text, "phrases"):
        return True
    return on_stage and has_age(hit, reading) and _says(reading.text, "amateurs")


def is_aged(hit: Hit, reading: Reading) -> bool:
    """Whether an age stands beside *hit*, and nothing in the article is of public life: *Anna Berg, 58, farms here*."""
    return has_age(hit, reading) and not _is_of_public_life(reading)


def has_age(hit: Hit, reading: Reading) -> bool:
    """Whether the age of the bearer stands right beside *hit*: *X, 58,*, *X (58)*, *the 58-year-old farmer X*."""
    if _aged_after().match(reading.text, hit.end):
        return True
    return _aged_before().search(reading.text[max(0, hit.start - _REACH) : hit.start]) is not None


def _is_of_public_life(reading: Reading) -> bool:
    """Whether an office, an art or a sport, or what parties, states and large firms do is named anywhere."""
    if _affairs().search(reading.text):
        return True
    kinds = (offices(), walks("stage", reading.language))
    apart = (at for at in range(len(reading)) if reading.between(at - 1, at) != "-")  # a lock-keeper is no player
    return any(reading.word(at) in words for at in apart for words in kinds)


@lru_cache(maxsize=8)  # asked for each place where a name stands
def _says(text: str, key: str) -> bool:
    plain = _MARKS.sub("", text)
    return any(phrase in plain for phrase in _phrases(key))


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return tuple(_MARKS.sub("", phrase) for phrase in _words(key))


@cache
def _aged_after() -> re.Pattern[str]:
    aged = rf"(?:(?:{_either('aged')})[' ]){{0,3}}{_YEARS}"
    return re.compile(rf"(?: ?[,،、] ?| - | ?\(){aged}(?:[- ]?(?:{_either('years')})|(?=[,.)،、]))")


@cache
def _aged_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\d){_YEARS}[- ]?(?:{_either('old')}) ?(?:[\w-]+ ){{0,2}}$")


@cache
def _affairs() -> re.Pattern[str]:
    whole = "|".join(re.escape(word) for word in _words("affairs"))
    return re.compile(rf"{_either('stems')}|\b(?:{whole})\b")


@cache
def _either(key: str) -> str:
    """A pattern for one of the words of *key*, the longest first."""
    return "|".join(re.escape(word) for word in sorted(_words(key), key=len, reverse=True))


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(normalise(word.replace("_", " ")).text for word in listed("vetoes/namesakes", key))
