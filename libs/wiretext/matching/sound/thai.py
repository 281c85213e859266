"""Finds a given name before a Thai family name that is spelt with other vowels than a label: โดนัลด์, ดอนัลด์.

Compares consonants that sound alike. Knows no name.
"""

from __future__ import annotations

import re

_CONSONANTS = re.compile("[กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬฮ]")
_LEADING = frozenset("เแโใไอ")  # what is written before the consonant that it follows, or carries a vowel
_ALIKE = str.maketrans("ขคฆฉชฌฎฏฐฑฒดถทธณปผพภศษซฬฮญ", "กกกจจจตตตตตตตตตนบบบบสสสลหย")
_FEWEST = 3  # consonants
_LONGEST = 24  # characters


def given_name_before(text: str, end: int, name: str) -> int:
    """Where a spelling of *name* begins that ends at *end*; -1 where there is none."""
    wanted = _bones(name)
    if len(wanted) < _FEWEST:
        return -1
    run = text[max(0, end - _LONGEST) : end]
    found = [match.start() for match in _CONSONANTS.finditer(run)][-len(wanted) :]
    if not found or _bones(run[found[0] :]) != wanted:
        return -1
    start = found[0] - (run[found[0] - 1 : found[0]] in _LEADING)
    return end - len(run) + start


def _bones(word: str) -> str:
    return "".join(_CONSONANTS.findall(word)).translate(_ALIKE)
