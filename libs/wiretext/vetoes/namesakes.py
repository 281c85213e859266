"""Tells when an article speaks of namesakes: *a painter with the same name as the minister*.

The phrases are in ``namesakes.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.normal import normalise
from wiretext.tables import listed
from wiretext.vetoes.roles import is_on_stage

_MARKS = re.compile(r"[,;:\"]")
_AGE = re.compile(r",? \(?[1-9]\d(?=[,.)])")


def is_namesake(hit: Hit, reading: Reading) -> bool:
    """Whether *hit* is a player's, an artist's or somebody's of whom the age is told, and the article has a namesake.

    Whom somebody in office has a name in common with, the article says as well: his office beside it tells him.
    """
    told = is_on_stage(hit, reading) or _AGE.match(reading.text, hit.end) is not None
    return told and _speaks_of_namesakes(reading.text)


@lru_cache(maxsize=4)  # asked for each place where a name stands
def _speaks_of_namesakes(text: str) -> bool:
    plain = _MARKS.sub("", text)
    return any(phrase in plain for phrase in _phrases())


@cache
def _phrases() -> tuple[str, ...]:
    words = (phrase.replace("_", " ") for phrase in listed("vetoes/namesakes", "phrases"))
    return tuple(_MARKS.sub("", normalise(phrase).text) for phrase in words)
