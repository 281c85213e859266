"""Tells a private person by what stands behind the whole name in East Asia: an age and a trade, another family name.

The words are in ``glosses.yaml``, those for walks of life in ``titles.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wirekit.contracts import Entity
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.normal import normalise
from wiretext.tables import listed
from wiretext.vetoes.context.ages import OF_AGE
from wiretext.vetoes.context.callings import offices, walks
from wiretext.vetoes.context.wordlists import WordList, alternatives, word_list
from wiretext.vetoes.private.public_life import is_of_public_life

_REACH = 60  # characters behind a name
_TITLE = 12  # characters before one
_AGED = re.compile(r"[,(] ?(?:今年|现年)?[0-9一二三四五六七八九十]{1,3}岁\)?,? ?([^。,;!?\n]*)")
_BRACKETS = re.compile(r" ?\(([1-9]\d)(?:[·,] ?(\w+))?[^)\n]*\)")
_SURNAME = re.compile(r" ([ก-๙]{2,16}) ([ก-๙]+)")
_PUPIL_JA = re.compile(
    r"(?:投手|捕手|主将|选手|さん|君|くん|内野手|外野手|マネ?ジャ)?\((?:[^\W\d]{1,6}[・·、,])?(?:小|中|高)?[1-6一二三四五六](?:年|\))"
)
# Xさん(68)=松本市=
_RESIDENT_JA = re.compile(r"(?:さん|君|くん|ちゃん)(?:\([^)\n]{1,6}\))?[·=](?:当时|[^·=\n]{1,10}[市町村区岛·=])")
_PUPIL_KO = re.compile(r"(?: ?(?:군|양|선수|학생))? ?\((?:\w{0,8}(?:초|중|고) ?[1-6]\)|[1-6]학년|\w{1,8}고교\))")
# What stands between a name and what its bearer is, up to the end of the clause.
_IS = {
    "zh": re.compile(r"(?:,?(?:原?是|就是)|,?[,(]一[个位名])([^,。;!?\n]{1,24})"),
    "ja": re.compile(r"(?:さん|君)?は、?([^。,、!?\n]{1,24}?)(?:だ|です|で|として)?[。,、]"),
}
_CLASS = re.compile(r"[0-9一二三四五六七八九十)]班的?(?:同学|学生)?$")


def is_glossed_private(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether an age and what its bearer privately does stand behind the name, or in Thai another family name."""
    behind = reading.text[hit.end : hit.end + _REACH]
    if behind.startswith(_invented()) or _is_said_to_be(behind, reading):
        return True
    if reading.language == "zh":
        aged = _AGED.match(behind)
        return _is_called_or_at_school(hit, reading) or (aged is not None and _is_trade(aged[1], reading))
    if reading.language == "ja":
        return _PUPIL_JA.match(behind) is not None or _RESIDENT_JA.match(behind) is not None
    if reading.language == "ko":
        return _PUPIL_KO.match(behind) is not None or _is_glossed_in_korean(behind)
    if reading.language != "th" or not hit.alias.unspaced:
        return False
    return _is_private_in_thai(hit, behind, reading) or _is_of_other_family(hit, entity, reading)


def _is_said_to_be(behind: str, reading: Reading) -> bool:
    """Whether *is* and a private walk of life stand behind the name: X是镇上有名的裁缝, Xは高校の三年生."""
    said = _IS[reading.language].match(behind) if reading.language in _IS else None
    return (
        said is not None
        and walks("private", reading.language).ends(said[1])
        and not offices(reading.language).stands_in(said[1])
    )


def _is_glossed_in_korean(behind: str) -> bool:
    aged = _BRACKETS.match(behind)
    if aged is None or aged[2] is None:
        return False
    at_school = int(aged[1]) < OF_AGE and _list("schools").ends(aged[2])
    return at_school or aged[2] in walks("private", "ko")


def _is_called_or_at_school(hit: Hit, reading: Reading) -> bool:
    """Whether somebody is said to be called so, or a school class stands before the name: 名叫X的小伙, 三班的X."""
    before = reading.text[max(0, hit.start - _TITLE) : hit.start]
    if _CLASS.search(before):
        return True
    called, somebody = _list("named"), _list("somebody")
    return called.ends(before) and somebody.begins(reading.text[hit.end : hit.end + _TITLE])


def _is_private_in_thai(hit: Hit, behind: str, reading: Reading) -> bool:
    """Whether a trade stands behind a given name and a family name in Thai, or who is no public person before them."""
    if " " not in reading.text[hit.start : hit.end] or is_of_public_life(reading):
        return False
    before = reading.around(hit.start, hit.end, _TITLE)[0].rstrip(" ")
    if _list("address").ends(before) or _pupil_in_thai().search(before):
        return True
    return walks("private", "th").begins(behind.lstrip(" ("))


def _is_trade(clause: str, reading: Reading) -> bool:
    """Whether the *clause* is a private walk of life, or says that somebody has one: 是村里的兽医."""
    roles = walks("private", reading.language)
    told = _list("is").begins(clause) or len(clause) <= _TITLE // 2
    return told and roles.ends(clause)


def _is_of_other_family(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a trade is joined to the name in Thai, or a form of address, and another family name follows."""
    before, behind = reading.around(hit.start, hit.end, _TITLE)[0], reading.text[hit.end : hit.end + _REACH]
    own = behind.lstrip(" ").startswith(_words_of((entity.name, *entity.names)))
    if own:
        return False
    if _list("trades").ends(before):
        return True
    named = _SURNAME.match(behind)
    if named is None or not _list("titles").ends(before):
        return False
    if word_list("vetoes/context/beside", "follows").begins(named[1]):  # a verb, and no family name
        return False
    return _list("follows").begins(named[2]) or walks("private", "th").begins(named[2])


def _list(key: str) -> WordList:
    return word_list("vetoes/private/glosses", key)


@cache
def _invented() -> tuple[str, ...]:
    """What says that a name is not somebody's own."""
    return tuple(f"({normalise(word).text}" for word in listed("vetoes/private/glosses", "invented"))


@cache
def _pupil_in_thai() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(listed('vetoes/private/glosses', 'pupils'))})\S* ?[ปม]\.\d(?:/\d)?$")


@lru_cache(maxsize=1 << 12)
def _words_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """The last words of *names* of several: family names."""
    return tuple(words[-1] for words in map(spelling, names) if len(words) > 1)
