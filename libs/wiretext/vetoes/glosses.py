"""Tells a private person by what stands behind the whole name in East Asia: an age and a trade, another family name.

The words are in ``glosses.yaml``, those for walks of life in ``titles.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wirekit.contracts import Entity
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.vetoes.roles import walks
from wiretext.vetoes.wordlists import word_list

_REACH = 60  # characters behind a name
_TITLE = 12  # characters before one
_AGED = re.compile(r"[,(] ?(?:今年|现年)?[0-9一二三四五六七八九十]{1,3}岁\)?,? ?([^。,;!?\n]*)")
_BRACKETS = re.compile(r" ?\(([1-9]\d)(?:[·,] ?(\w+))?[^)\n]*\)")
_SURNAME = re.compile(r" ([ก-๙]{2,16}) ([ก-๙]+)")
_OF_AGE = 20  # years: who is younger and at school is in no office
_SCHOOLS = ("초", "중", "고", "학교")


def is_glossed_private(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether an age and what its bearer privately does stand behind the name, or in Thai another family name."""
    behind = reading.text[hit.end : hit.end + _REACH]
    if reading.language == "zh":
        aged = _AGED.match(behind)
        return aged is not None and _is_trade(aged[1], reading)
    if reading.language == "ko":
        aged = _BRACKETS.match(behind)
        if aged is None or aged[2] is None:
            return False
        at_school = int(aged[1]) < _OF_AGE and aged[2].endswith(_SCHOOLS)
        return at_school or aged[2] in walks("private", "ko")
    return reading.language == "th" and hit.alias.unspaced and _is_of_other_family(hit, entity, reading)


def _is_trade(clause: str, reading: Reading) -> bool:
    """Whether the *clause* is a private walk of life, or says that somebody has one: 是村里的兽医."""
    roles = walks("private", reading.language)
    told = clause.startswith(("是", "曾是", "原是", "系", "来自")) or len(clause) <= _TITLE // 2
    return told and roles.ends(clause)


def _is_of_other_family(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a trade is joined to the name in Thai, or a form of address, and another family name follows."""
    before, behind = reading.around(hit.start, hit.end, _TITLE)[0], reading.text[hit.end : hit.end + _REACH]
    own = behind.lstrip(" ").startswith(_words_of((entity.name, *entity.names)))
    if own:
        return False
    if word_list("vetoes/glosses", "trades").ends(before):
        return True
    named = _SURNAME.match(behind)
    if named is None or not word_list("vetoes/glosses", "titles").ends(before):
        return False
    if word_list("vetoes/lookalikes", "follows").begins(named[1]):  # a verb, and no family name
        return False
    return word_list("vetoes/glosses", "follows").begins(named[2]) or walks("private", "th").begins(named[2])


@lru_cache(maxsize=1 << 12)
def _words_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """The last words of *names* of several: family names."""
    return tuple(words[-1] for words in map(spelling, names) if len(words) > 1)
