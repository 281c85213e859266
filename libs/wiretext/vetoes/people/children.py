"""Tells when a child bears the one-word name of a place or an organisation: *ten-year-old X*, *X in Year 6*.

The words are in ``children.yaml``, those of ages in ``ages.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import listed, words_of
from wiretext.vetoes.context.wordlists import alternatives
from wiretext.vetoes.private.pupils import is_at_school

_REACH = 32  # characters before a name in which an age may be


def is_childs(hit: Hit, reading: Reading) -> bool:
    """Whether the name is a child's, as his age or his form at school beside it says; no preposition of place leads."""
    if hit.inflected or len(hit.forms) > 1 or hit.alias.acronym:
        return False
    if _aged().search(reading.text[max(0, hit.start - _REACH) : hit.start]) is not None:
        return True
    at_place = reading.before(reading.index(hit.start)) in words_of("vetoes/context/beside", "at")
    return not at_place and (_at_school().match(reading.text, hit.end) is not None or is_at_school(hit, reading))


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:1?\d|{_either('numbers')})[- ]?(?:{_either('years')}) $")


@cache
def _at_school() -> re.Pattern[str]:
    aged = rf",? \(?(?:{_either('at')})?(?:[3-9]|1[0-7])(?: (?:{_either('counted')})\b|\))"
    return re.compile(rf" (?:{alternatives(listed('vetoes/people/children', 'forms'))}) ?\d|{aged}")


def _either(key: str) -> str:
    return alternatives(listed("vetoes/context/ages", "child", key))
