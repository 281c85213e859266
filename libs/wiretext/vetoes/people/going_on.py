"""Tells when a name in Han characters is the beginning of somebody's longer name: 王毅民 is not 王毅.

The characters of given names and what stands behind names are in ``going_on.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache

from wirekit.contracts import Entity
from wiretext.han import begins_word
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.normal import normalise
from wiretext.tables import listed
from wiretext.vetoes.context.callings import walks
from wiretext.vetoes.context.wordlists import word_list

_SHORTEST, _LONGEST = 2, 4  # characters of a name that may go on
_REACH = 8  # characters behind a name
_OFTEN = 2  # times a longer name stands in an article that is told by nothing else
_GIVEN = re.compile("[\u3400-\u9fff]{1,3}|[\u3041-\u309f]{2,4}")
_MARKS = '。,、:;!?)」』"\n '


def goes_on(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether one more character of a given name, or a part of a Japanese one, follows the name.

    An article that has the longer name once where its end is told has it wherever it stands.
    """
    name = reading.text[hit.start : hit.end]
    if not hit.alias.unspaced or hit.alias.words[0].script != "Hani" or not _SHORTEST <= len(name) <= _LONGEST:
        return False
    if reading.text.startswith(_parts(), hit.end) or (entity.type == "organization" and _is_addressed(hit, reading)):
        return True
    following = reading.text[hit.end : hit.end + 1]
    if following not in _given() or (entity.type != "person" and name[0] not in _families()):
        return False
    if reading.language != "zh" or any((name + following) in normalise(label).text for label in entity.names):
        return False
    places = _places(name + following, reading.text)
    free = [end for end in places if not begins_word(reading.text, end - 1)]
    told = any(_is_told(reading, end - len(name) - 1, end) for end in free)
    return told or (
        entity.type == "person" and len(free) == len(places) >= _OFTEN and _is_alone(name, reading.text, places)
    )


def _is_addressed(hit: Hit, reading: Reading) -> bool:
    """Whether a given name and a form of address follow in Japanese: 本田圭さん, but not 本田社員の森さん."""
    if reading.language != "ja":
        return False
    persons, posts = word_list("vetoes/people/bearers", "persons", "ja"), word_list("vetoes/people/going_on", "posts")
    ends = range(hit.end + 1, hit.end + 1 + _LONGEST)
    return any(
        persons.begins(reading.text[end : end + _REACH])
        and _GIVEN.fullmatch(reading.text, hit.end, end) is not None
        and not posts.ends(reading.text[hit.end : end])
        for end in ends
    )


def _is_told(reading: Reading, start: int, end: int) -> bool:
    """Whether what stands behind *end* stands behind names alone, or a walk of life before *start*."""
    if word_list("vetoes/people/going_on", "behind").begins(reading.text[end : end + _REACH]):
        return True
    before = reading.text[max(0, start - _REACH) : start]
    closed = reading.text[end : end + 1] in _MARKS
    return closed and walks("private", reading.language).ends(before)


def _is_alone(name: str, text: str, places: list[int]) -> bool:
    """Whether the article has the name nowhere but in the longer one."""
    return text.count(name) == len(places)


def _places(longer: str, text: str) -> list[int]:
    found, at = [], text.find(longer)
    while at >= 0:
        found.append(at + len(longer))
        at = text.find(longer, at + 1)
    return found


@cache
def _given() -> frozenset[str]:
    return frozenset(normalise("".join(listed("vetoes/people/going_on", "given"))).text)


@cache
def _families() -> frozenset[str]:
    return frozenset(normalise("".join(listed("vetoes/people/going_on", "families"))).text)


@cache
def _parts() -> tuple[str, ...]:
    return tuple(normalise(part).text for part in listed("vetoes/people/going_on", "parts"))
