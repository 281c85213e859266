"""Tells what the people of an article do, by the words beside their names: the public office, the private walk of life.

The words are in ``titles.yaml``. Knows no name.
"""

from __future__ import annotations

from functools import cache, lru_cache

from wiretext.cues import InflectedList, WordList
from wiretext.matcher import Hit
from wiretext.reading import Reading
from wiretext.tables import table

_NEAR = 3  # words before a name among which its bearer's office may be
_REACH = 12  # characters beside a name in a script without blanks


@cache
def offices() -> WordList:
    """What people in office are called."""
    return WordList(table("titles")["public"].split())


@lru_cache(maxsize=256)
def walks(kind: str, language: str) -> WordList:
    """What people are called in a text of *language* who are in no office: ``private``, ``stage`` or ``kin``."""
    return InflectedList(table("titles")[kind].split(), language)


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
