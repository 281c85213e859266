"""Tells a town that has the name of a country by the region in which it is told to lie: *X, Ohio*, *X, no Ceará*.

The regions are in ``regions.yaml``, by the country that they are of.
"""

from __future__ import annotations

import re
from functools import cache

from wiretext.function_words import function_words
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import table
from wiretext.vetoes.context.wordlists import alternatives, joining

_APART = frozenset({" ", ", "})


def lies_in_region(hit: Hit, code: str, reading: Reading) -> bool:
    """Whether a comma follows *hit*, the name of the country with that *code*, and a region of another one.

    Not where it is one of several that are listed.
    """
    last = reading.index(hit.end - 1)
    if reading.between(last, last + 1) != ", " or hit.inflected:
        return False
    at = last + 1
    if reading.word(at) in function_words(reading.language) and reading.between(at, at + 1) in {" ", "'"}:
        at += 1
    found = _regions().match(reading.text, reading.starts[at]) if at < len(reading) else None
    if found is None or found.lastgroup == code or not reading.is_capital(at):
        return False
    first, after = reading.index(hit.start), reading.index(found.end() - 1) + 1
    listed_on = reading.word(after) in joining(reading.language) or reading.is_capital(after)
    return reading.between(first - 1, first) != ", " and not (listed_on and reading.between(after - 1, after) in _APART)


@cache
def _regions() -> re.Pattern[str]:
    groups = (f"(?P<{code}>{alternatives(names.split())})" for code, names in table("vetoes/places/regions").items())
    return re.compile(rf"(?:{'|'.join(groups)})(?!\w)")
