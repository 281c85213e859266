"""Tells whether two transcriptions of a foreign name in Han characters may be of one: 乔治娅, 喬吉亞.

Character by character, by the consonants that they begin with (``han.yaml``). Knows no name.
"""

from __future__ import annotations

from functools import cache, lru_cache

from wiretext.tables import table

_FEWEST = 3  # characters of a name that may be transcribed otherwise
_CONSONANTS = 2
_MANY, _SOUNDS = "J", frozenset("JSKT")  # what ji and qi may stand for
_VOWEL = "-"


@lru_cache(maxsize=1 << 12)
def may_be_one(name: str, other: str) -> bool:
    """Whether *other* may be written for *name*; both in normal form."""
    if len(name) != len(other) or len(name) < _FEWEST:
        return False
    heard = [(_sounds(one), _sounds(two)) for one, two in zip(name, other, strict=True)]
    spoken = sum(_VOWEL not in one for one, _ in heard)
    return spoken >= _CONSONANTS and not any(one.isdisjoint(two) for one, two in heard)


def _sounds(character: str) -> frozenset[str]:
    found = _table().get(character, frozenset())
    return found | _SOUNDS if _MANY in found else found


@cache
def _table() -> dict[str, frozenset[str]]:
    groups = {sound: frozenset(characters) for sound, characters in table("matching/sound/han").items()}
    every = frozenset().union(*groups.values())
    return {each: frozenset(sound for sound, group in groups.items() if each in group) for each in every}
