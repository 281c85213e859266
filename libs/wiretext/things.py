"""Tells when a thing bears a name: a bridge, a prize, a hotel, a club, a firm of partners.

Judges by the words beside the name, which are in ``things.yaml``, by language. Knows no name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wirekit.contracts import Entity
from wiretext.casing import function_words
from wiretext.cues import WordList
from wiretext.matcher import Hit
from wiretext.reading import Reading
from wiretext.roles import around, roles
from wiretext.scripts import CASED, script_of
from wiretext.tables import table

_TITLES_BETWEEN = 2
_QUOTES_OPEN, _QUOTES_CLOSE = "\"'「『《〈", "\"'」』》〉"
_NEXT_TO = re.compile(r"[ -]|\. ?")
_PARTNERS = re.compile(r" ?& ?")
_CAPITAL_THINGS = frozenset({"en", "de"})  # languages that write the word for a thing with a capital when it is a name


@dataclass(frozen=True, slots=True)
class _Things:
    """The words of ``things.yaml`` for one language."""

    before: WordList
    after: WordList
    quoted: WordList
    naming: WordList
    streets: WordList
    firms: WordList


@cache
def _things(language: str) -> _Things:
    tables = table("things")
    before, after = (WordList(tables[side].get(language, ())) for side in ("before", "after"))
    return _Things(before, after, *(WordList(tables[kind]["any"]) for kind in ("quoted", "naming", "streets", "firms")))


def is_thing(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a thing bears the name here: a bridge, a prize, a firm of partners."""
    things = _things(reading.language)
    if hit.alias.unspaced:
        before, after = around(hit, reading)
        return things.after.begins(after.lstrip(_QUOTES_CLOSE)) or things.before.ends(before.rstrip(_QUOTES_OPEN))
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if _is_quoted_thing(hit, reading, things):
        return True
    place = entity.type == "place"
    if (not place or reading.language in _CAPITAL_THINGS) and _gives_its_name(reading, last, things):
        return True
    if entity.type == "person":
        return _is_honoured(reading, first, things)
    return _is_street(reading, first, things) or (place and _is_firm(reading, last, things))


def _is_street(reading: Reading, first: int, things: _Things) -> bool:
    """Whether the word before the name is a street; one or two particles may stand between."""
    index = first - 1
    while first - index <= _TITLES_BETWEEN and reading.word(index) in function_words(reading.language):
        index -= 1
    ties = (reading.between(at, at + 1) for at in range(index, first))
    return reading.word(index) in things.streets and all(tie in {" ", "'"} for tie in ties)


def _is_firm(reading: Reading, last: int, things: _Things) -> bool:
    """Whether the country is the first word of a firm's name."""
    if reading.between(last, last + 1) != " " or reading.word(last + 1) not in things.firms:
        return False
    start = reading.spans[last + 1][0]
    return reading.is_capital(start) or script_of(reading.text[start]) not in CASED


def _is_quoted_thing(hit: Hit, reading: Reading, things: _Things) -> bool:
    """Whether the name stands in quotation marks, and the word before them says that it is the name of a thing."""
    if reading.text[max(0, hit.start - 1) : hit.start] not in {*_QUOTES_OPEN}:
        return False
    before = reading.word(reading.index(hit.start) - 1)
    if reading.text[hit.end : hit.end + 1] in {*_QUOTES_CLOSE}:
        return any(before in words for words in (things.quoted, things.before, things.naming))
    return before in things.naming


def _gives_its_name(reading: Reading, last: int, things: _Things) -> bool:
    """Whether the word after the name is the thing (X Bridge), or a partner (X & Friends)."""
    between, following = reading.between(last, last + 1), reading.word(last + 1)
    if not following:
        return False
    capital = reading.is_capital(reading.spans[last + 1][0])
    if _PARTNERS.fullmatch(between):
        return capital
    named = following in things.after and _NEXT_TO.fullmatch(between) is not None
    return named and (capital or reading.language not in _CAPITAL_THINGS)


def _is_honoured(reading: Reading, first: int, things: _Things) -> bool:
    """Whether the word before the name is the thing (Universitas X); titles may stand between."""
    index = first
    for _ in range(_TITLES_BETWEEN + 1):
        if not _NEXT_TO.fullmatch(reading.between(index - 1, index)):
            return False
        index -= 1
        if reading.word(index) in things.before:
            return True
        if reading.word(index) not in roles("public") and not _is_of_thing(reading, index, things):
            return False
    return False


def _is_of_thing(reading: Reading, index: int, things: _Things) -> bool:
    """Whether *index* is the second word of what a thing is called, as in *Jalan Layang X*: both have a capital."""
    if reading.between(index - 1, index) != " " or reading.word(index - 1) not in things.before:
        return False
    return all(reading.is_capital(reading.spans[at][0]) for at in (index - 1, index))
