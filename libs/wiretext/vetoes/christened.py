"""Tells when a boat has the name, which stands in quotation marks then: *trebåten «X»*, *катер «X»*.

The words are in ``christened.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.normal import normalise
from wiretext.tables import listed
from wiretext.vetoes.grammar import COMPOUNDING
from wiretext.vetoes.quoting import closes_quotation, opens_quotation
from wiretext.vetoes.wordlists import word_list

_PREFIX = re.compile(r"(?<![\w.,])(?<!\d )(?:m/[svfty]|s/s) \"?$")  # no speed of the wind
_LONGEST_PREFIX = 8
_SHORTEST_HEAD = 2  # letters of the first part of a compound


def is_christened(hit: Hit, reading: Reading) -> bool:
    """Whether the name stands in quotation marks, and a boat beside them; or a motor ship's letters before it."""
    if _PREFIX.search(reading.text[max(0, hit.start - _LONGEST_PREFIX) : hit.start]):
        return True
    if not (opens_quotation(hit, reading) and closes_quotation(hit, reading)):
        return False
    if hit.alias.unspaced:
        before, after = reading.text[max(0, hit.start - 8) : hit.start - 1], reading.text[hit.end + 1 : hit.end + 8]
        return before.endswith(_unspaced()) or after.startswith(_unspaced())
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if reading.between(first - 1, first).startswith(" ") and _is_boat(reading.word(first - 1), reading.language):
        return True
    between = reading.between(last, last + 1)
    return (
        between.endswith((" ", "-"))
        and "," not in between
        and reading.word(last + 1) in word_list("vetoes/christened", "after")
    )


def _is_boat(word: str, language: str) -> bool:
    """Whether *word* is a boat, or a compound that ends in one."""
    if word in word_list("vetoes/christened", "boats"):
        return True
    tails = word_list("vetoes/christened", "tails")
    starts = range(_SHORTEST_HEAD, len(word)) if language in COMPOUNDING else ()
    return any(word[at:] in tails for at in starts)


@cache
def _unspaced() -> tuple[str, ...]:
    return tuple(normalise(word).text for word in listed("vetoes/christened", "unspaced"))
