"""Tells when an acronym stands for another body here: the article spells it out, and not as a watched name.

*Oficina de Movilidad Sostenible (OMS)* is no world organisation. Judges acronyms only, and only by the article itself.
"""

from __future__ import annotations

import re

from wiretext.lexicon import FULL
from wiretext.matcher import Hit
from wiretext.reading import Reading
from wiretext.scripts import CASED, main_script

_GLOSS = re.compile(r" *[(（]\"?$")
_WITHIN_NAME = re.compile(r"[ '-]+")
_LONGEST_LINK = 4  # letters of a word that may stand in a spelt-out name without a letter in the acronym
_LONGEST_NAME = 12  # words


def other_bodies(hits: list[Hit], reading: Reading) -> set[int]:
    """The entities whose acronym belongs to somebody else in this article."""
    spelt_out = {hit.alias.entity for hit in hits if hit.alias.kind == FULL and not hit.alias.acronym}
    acronyms = [hit for hit in hits if hit.alias.acronym and hit.alias.entity not in spelt_out]
    foreign = {letters for letters in {_letters(hit, reading) for hit in acronyms} if _is_spelt_out(letters, reading)}
    return {hit.alias.entity for hit in acronyms if _letters(hit, reading) in foreign or _is_gloss(hit, reading)}


def _letters(hit: Hit, reading: Reading) -> str:
    return reading.text[hit.start : hit.end]


def _is_gloss(hit: Hit, reading: Reading) -> bool:
    """Whether Latin letters stand in brackets after words of a script that has no capitals to make an acronym of.

    There nobody glosses a name that he has not just written out, and it was not a watched one.
    """
    bracket = _GLOSS.search(reading.text[max(0, hit.start - 4) : hit.start])
    if bracket is None or hit.alias.words[0].script not in CASED:
        return False
    before = reading.text[max(0, hit.start - 40) : hit.start]
    return main_script(before) not in {*CASED, "Zyyy"}


def _is_spelt_out(letters: str, reading: Reading) -> bool:
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
