"""Tells when an acronym stands for another body here: the article spells it out, and not as a watched name.

*Oficina de Movilidad Sostenible (OMS)* is no world organisation. Judges acronyms only, and only by the article itself.
"""

from __future__ import annotations

import re

from wiretext.lexicon import FULL
from wiretext.matcher import Hit
from wiretext.reading import Reading
from wiretext.scripts import CASED, main_script

_BRACKET = re.compile(r" *[(（\[]\"?$")
_WITHIN_NAME = re.compile(r"[ '-]+")
_LONGEST_LINK = 4  # letters of a word that may stand in a spelt-out name without a letter in the acronym
_LONGEST_NAME = 12  # words


def other_bodies(hits: list[Hit], reading: Reading) -> set[int]:
    """The entities whose acronym belongs to somebody else in this article."""
    spelt_out = {hit.alias.entity for hit in hits if hit.alias.kind == FULL and not hit.alias.acronym}
    acronyms = [hit for hit in hits if hit.alias.acronym and hit.alias.entity not in spelt_out]
    return {hit.alias.entity for hit in acronyms if _is_spelt_out(hit, reading)}


def _is_spelt_out(hit: Hit, reading: Reading) -> bool:
    letters = reading.text[hit.start : hit.end]
    bracket = _BRACKET.search(reading.text[max(0, hit.start - 4) : hit.start])
    if bracket and hit.alias.words[0].script in CASED:
        index = reading.index(hit.start) - 1
        before = reading.text[: reading.spans[index][1]] if index >= 0 else ""
        if before and main_script(before[-40:]) not in CASED:
            return True  # in such a script nobody glosses a name that he has not just written out
    return any(_spells(reading, index, letters) for index in range(len(reading.spans)))


def _spells(reading: Reading, index: int, letters: str) -> bool:
    """Whether the words from *index* on are a name of which *letters* are the initials."""
    if reading.word(index)[0] != letters[0] or not reading.is_capital(reading.spans[index][0]):
        return False
    found = 1
    for at in range(index + 1, min(index + _LONGEST_NAME, len(reading.spans))):
        word = reading.word(at)
        if not _WITHIN_NAME.fullmatch(reading.between(at - 1, at)):
            return False
        if found < len(letters) and word[0] == letters[found] and reading.is_capital(reading.spans[at][0]):
            found += 1
            if found == len(letters):
                return True
        elif len(word) > _LONGEST_LINK:
            return False
    return False
