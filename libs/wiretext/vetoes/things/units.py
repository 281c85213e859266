"""Tells a unit from the organisation that bears the same name: *0.4 siemens*, *microtesla*, *siemens per metre*.

The words are in ``units.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED, UNSPACED, script_of
from wiretext.tables import listed, words_of
from wiretext.vetoes.context.wordlists import as_phrases

_NUMBER = re.compile(r"(?<![\d.,])(\d+(?:[.,]\d+)?)[ -]?$")
_CLOSED = re.compile(r" ?(?:[.,;:)?!]|$)")  # what ends a phrase, so that the name is no attribute
_LONGEST_NUMBER = 6  # characters
_YEAR = re.compile("19[0-9]{2}|2[045][0-9]{2}")  # also as Buddhists count: *21 เมษายน 2558 X*
_REACH = 20  # characters beside a name
_NEAR = 6  # words beside one
_GRADE = "级"  # 三星级, of three stars
_TWICE = "双"  # 双十一特斯拉: a day of sales


def is_unit(hit: Hit, reading: Reading) -> bool:
    """Whether what stands beside the name is told of a unit: a number with a decimal point, *per metre*, *ohm*.

    A small number tells it too where a capital proves nothing.
    """
    if hit.alias.acronym or len(hit.forms) > 1:
        return False
    return _is_counted(hit, reading) or measures(hit, reading)


def measures(hit: Hit, reading: Reading) -> bool:
    """Whether the text speaks of measuring with the unit, so that it is meant wherever the name stands alone."""
    if hit.alias.acronym or len(hit.forms) > 1:
        return False
    return (
        _is_rate(hit, reading) or _is_beside_unit(hit, reading) or _has_prefix(hit.alias.words[0].lemma, reading.text)
    )


def _is_counted(hit: Hit, reading: Reading) -> bool:
    before, after = reading.around(hit.start, hit.end, _REACH)
    if hit.alias.unspaced and reading.text.startswith(_phrases("numerals"), hit.start) and after.startswith(_GRADE):
        return True
    if hit.alias.unspaced and before.endswith(_phrases("numerals")):
        return _TWICE not in before[-3:] and not after.startswith(_phrases("people"))
    number = _NUMBER.search(before)
    if number is None or len(number[1]) > _LONGEST_NUMBER or _YEAR.fullmatch(number[1]):
        return False
    follows = reading.text[hit.end : hit.end + 2]
    return not number[1].isdigit() or hit.alias.words[0].script not in CASED or _CLOSED.match(follows) is not None


def _is_rate(hit: Hit, reading: Reading) -> bool:
    """Whether *per metre* follows."""
    last = reading.index(hit.end - 1)
    if reading.between(last, last + 1).strip() == "/":
        return reading.word(last + 1) in _set("lengths")
    return reading.after(last) in _set("per") and reading.after(last + 1) in _set("lengths")


def _is_beside_unit(hit: Hit, reading: Reading) -> bool:
    """Whether the sentence names a unit that nothing else is called by."""
    if hit.alias.words[0].script in UNSPACED:
        before, after = reading.around(hit.start, hit.end, _REACH)
        return any(unit in before or unit in after for unit in _phrases("units") if script_of(unit[0]) in UNSPACED)
    at = reading.index(hit.start)
    for step in (1, -1):
        for near in range(at + step, at + step * (_NEAR + 1), step):
            if set(reading.between(min(near, near - step), max(near, near - step))) & set(".!?\n"):
                break
            if reading.word(near) in _set("units"):
                return True
    return False


@lru_cache(maxsize=16)  # asked for each place where the name stands
def _has_prefix(lemma: str, text: str) -> bool:
    """Whether *text* has the name *lemma* with a prefix somewhere: *microtesla*."""
    at = text.find(lemma)
    while at >= 0:
        prefix = next((each for each in _phrases("prefixes") if text.endswith(each, 0, at)), "") if at else ""
        if prefix and not _ends_word(text[: at - len(prefix)], prefix):
            return True
        at = text.find(lemma, at + 1)
    return False


def _ends_word(before: str, prefix: str) -> bool:
    """Whether a *prefix* in one Chinese character is the end of a word: 采纳 is *adopt*, 数千 *thousands*."""
    return (
        len(prefix) == 1
        and script_of(prefix) == "Hani"
        and before[-1:].isalpha()
        and not before.endswith(_phrases("numerals"))
    )


def _set(key: str) -> frozenset[str]:
    return words_of("vetoes/things/units", key)


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return as_phrases(listed("vetoes/things/units", key))
