"""Decides whether a hit is meant: an ordinary word, a thing named after somebody, and a namesake are no mentions.

What speaks against a hit is read from the article itself and from tables of words; no name is in them. A hit against
which nothing speaks is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from wirekit.contracts import Entity
from wiretext.bodies import other_bodies
from wiretext.casing import function_words, has_its_capitals, is_ordinary_word, may_open_sentence
from wiretext.cues import WordList
from wiretext.lexicon import FULL, NOT, SHORT
from wiretext.longer import is_given_name, is_in_longer_name
from wiretext.matcher import Hit
from wiretext.reading import Reading
from wiretext.scripts import CASED, script_of
from wiretext.tables import table

_TITLES_BETWEEN = 2
_QUOTES_OPEN, _QUOTES_CLOSE = "\"'「『《〈", "\"'」』》〉"
_NEXT_TO = re.compile(r"[ -]|\. ?")
_PARTNERS = re.compile(r" ?& ?")
_REACH = 12  # characters beside a name in a script without blanks
_CAPITAL_THINGS = frozenset({"en", "de"})  # languages that write the word for a thing with a capital when it is a name


def credible(hits: Iterable[Hit], entities: tuple[Entity, ...], reading: Reading) -> list[Hit]:
    """The *hits* against which nothing speaks. ``not`` names pass: they speak against others."""
    kept: list[Hit] = []
    doubted: list[Hit] = []
    for hit in hits:
        if hit.alias.kind != NOT and not _may_be_meant(hit, entities[hit.alias.entity], reading):
            continue
        if hit.alias.kind == NOT or not is_ordinary_word(hit, reading):
            kept.append(hit)
        elif may_open_sentence(hit, reading):
            doubted.append(hit)
    firm = {hit.alias.entity for hit in kept if hit.alias.kind == FULL}
    kept += [hit for hit in doubted if hit.alias.entity in firm]
    people, bodies = _namesakes(kept, entities, reading), other_bodies(kept, entities, reading)
    return [
        hit
        for hit in kept
        if hit.alias.kind == NOT
        or not (hit.alias.entity in people or (hit.alias.acronym and hit.alias.entity in bodies))
    ]


def _may_be_meant(hit: Hit, entity: Entity, reading: Reading) -> bool:
    person = entity.type == "person"
    return has_its_capitals(hit, reading, person=person) and not (
        _is_thing(hit, entity, reading)
        or (person and hit.alias.kind == SHORT and is_in_longer_name(hit, reading))
        or (not person and is_given_name(hit, reading))
    )


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


@cache
def _roles(kind: str) -> WordList:
    return WordList(table("titles")[kind].split())


def _is_thing(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a thing bears the name here: a bridge, a prize, a firm of partners."""
    things = _things(reading.language)
    if hit.alias.unspaced:
        before, after = _around(hit, reading)
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
        if reading.word(index) not in _roles("public") and not _is_of_thing(reading, index, things):
            return False
    return False


def _is_of_thing(reading: Reading, index: int, things: _Things) -> bool:
    """Whether *index* is the second word of what a thing is called, as in *Jalan Layang X*: both have a capital."""
    if reading.between(index - 1, index) != " " or reading.word(index - 1) not in things.before:
        return False
    return all(reading.is_capital(reading.spans[at][0]) for at in (index - 1, index))


def _namesakes(hits: list[Hit], entities: tuple[Entity, ...], reading: Reading) -> set[int]:
    """The persons whose name somebody else bears here: one in a private walk of life, and nobody in office."""
    full = [hit for hit in hits if hit.alias.kind == FULL and entities[hit.alias.entity].type == "person"]
    private = {hit.alias.entity for hit in full if _has_role(hit, reading, _roles("private"))}
    public = {hit.alias.entity for hit in full if _has_role(hit, reading, _roles("public"))}
    return private - public


def _has_role(hit: Hit, reading: Reading, roles: WordList) -> bool:
    if hit.alias.unspaced:
        before, after = _around(hit, reading)
        return roles.begins(after) or roles.ends(before)
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    led = reading.between(first - 1, first) == " " and reading.word(first - 1) in roles
    return (
        led
        or (reading.between(last, last + 1) == " " and reading.word(last + 1) in roles)
        or _is_glossed(reading, last, roles)
    )


def _is_glossed(reading: Reading, last: int, roles: WordList) -> bool:
    """Whether one more name follows, and after a comma what its bearer does: *Anna Berg Olsen, teacher in Bergen*."""
    if reading.between(last, last + 1) != " " or reading.between(last + 1, last + 2) != ", ":
        return False
    return reading.is_capital(reading.spans[last + 1][0]) and reading.word(last + 2) in roles


def _around(hit: Hit, reading: Reading) -> tuple[str, str]:
    return reading.text[max(0, hit.start - _REACH) : hit.start], reading.text[hit.end : hit.end + _REACH]
