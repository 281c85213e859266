"""Tells with which words of an article a name that is heard may begin, as far as those and the next three tell.

With a long list that is asked of nearly every word, so all are looked at together first: a word has a few bits for what
may follow it, and for what it may be after another, and where these have none in common no name begins. Only of the
others the sounds are compared. Does not decide whether a name goes on as it began.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from wiretext.matching.patronymics import inserted, is_of_child, may_be_inserted
from wiretext.matching.reading import Reading
from wiretext.matching.sound.ear import OPENING, Ear, openings_of
from wiretext.matching.sound.hearing import is_servant, is_small
from wiretext.matching.sound.letters import FAMILIES, ending_sounds
from wiretext.picking import Notes
from wiretext.scripts import script_of
from wiretext.vocabulary import Places

_SYLLABLE, _LAST_SYLLABLE = 5, 9  # letters at most of a part's first syllable, and of its second with an ending
_LOOSE_SYLLABLE = 4  # the same of both in a script without capitals
_LANE, _LANES = 64, 4  # bits of a number; numbers for second parts, and as many for their openings
_ALL = [0xFFFFFFFFFFFFFFFF] * 2 * _LANES
_NONE = [0] * 2 * _LANES
_ROW = np.dtype(("u8", 2 * _LANES + 1))  # the last for what else is told of a word, and above that its script
_BEGUN, _LOOSE, _FIRST, _LAST, _SMALL, _SERVANT, _INSERTED, _CHILD = (np.uint64(1 << bit) for bit in range(8))
_SCRIPT = np.uint64(8)
_NOWHERE = np.zeros(0, np.bool_)
_AFTER = np.array([[1], [2], [3]])

Flags: TypeAlias = NDArray[np.bool_]
Rows: TypeAlias = NDArray[np.uint64]


class Beginnings:
    """Where the names of an *ear* may begin; not safe for threads."""

    def __init__(self, ear: Ear) -> None:
        self._ear = ear
        self._firsts = Notes(self._first, _ROW)
        self._later = Notes(self._later_word, _ROW)

    def among(self, reading: Reading) -> list[int]:
        """The words of *reading* with which a name may begin, by their numbers."""
        places, second, on = self._at_a_glance(reading)
        return [
            index
            for index, may_be_second, may_go_on in zip(places.tolist(), second.tolist(), on.tolist(), strict=True)
            if (may_be_second and self._is_second(reading, index)) or (may_go_on and self._goes_on(reading, index))
        ]

    def _at_a_glance(self, reading: Reading) -> tuple[Places, Flags, Flags]:
        """The words with which a name may begin, as far as the bits tell.

        Of each, whether the next may be its second part, and whether it may go on with more (``_goes_on``).
        """
        firsts = self._firsts.of(reading.leading, reading, reading.language)
        known = np.flatnonzero(firsts[:, -1])
        if not len(known):
            return known, _NOWHERE, _NOWHERE
        places, firsts = reading.leading.take(known), firsts.take(known, axis=0)
        near = np.minimum(places + _AFTER, len(reading) - 1)
        later = self._later.of(near.ravel(), reading, reading.language).reshape(3, -1, firsts.shape[1])
        following = _goes_on(reading, np.vstack([places, near[0]]), later[:2, :, -1])
        common = (firsts[:, :-1] & later[0, :, :-1]).reshape(-1, 2, _LANES).any(axis=2)
        unlike = (firsts[:, -1] ^ later[0, :, -1]) >> _SCRIPT  # of another script, which has other endings
        second = following[0] & (common[:, 0] | (unlike | firsts[:, -1] & _SERVANT).astype(np.bool_))
        on = following.all(axis=0) & _may_go_on(firsts[:, -1], later[:, :, -1], common[:, 1], reading.quoted[near[:2]])
        some = second | on
        return places[some], second[some], on[some]

    def _is_second(self, reading: Reading, index: int) -> bool:
        """Whether a name that begins with the word *index* may have the next as its second part."""
        begun = self._ear.begun[reading.word(index), reading.language]
        if begun is None or begun.seconds is None:
            return begun is not None
        return not begun.seconds.isdisjoint(self._ear.seconds[reading.word(index + 1), begun.allowed])

    def _goes_on(self, reading: Reading, index: int) -> bool:
        """Whether a name that begins with the word *index* may go on after the next: that is a syllable, or left out.

        Where no capital tells, only syllables are asked whether they are one part, as nearly all words would be.
        """
        words = second, third = reading.word(index + 1), reading.word(index + 2)
        begun = self._ear.begun[reading.word(index), reading.language]
        if begun is None:
            return False
        loose = script_of(second[0]) in FAMILIES and script_of(reading.word(index)[0]) in FAMILIES
        if any(is_small(word) or is_servant(word) for word in words[: 1 if loose else 2]):
            return True
        if not loose and any(inserted(reading, at, 1) for at in (index + 1, index + 2)):
            return True
        if begun.seconds is None or not (_may_be_syllable(second) and _may_be_syllable(third, last=True)):
            return begun.seconds is None
        return not begun.seconds.isdisjoint(self._ear.joint_seconds[second, third, begun.allowed])

    def _first(self, word: str, language: str) -> list[int]:
        begun = self._ear.begun[word, language]
        if begun is None:
            return [*_NONE, 0]
        told = _told(word) | int(_BEGUN)
        if begun.seconds is None:
            return [*_ALL, told | int(_SERVANT)]
        return [*_bits(begun.seconds), *_bits(number >> OPENING for number in begun.seconds), told]

    def _later_word(self, word: str, language: str) -> list[int]:
        seconds = self._ear.seconds[word, ending_sounds(language, script_of(word[0]))]
        told = {
            _SMALL: is_small(word),
            _SERVANT: is_servant(word),
            _INSERTED: may_be_inserted(word, language),
            _CHILD: is_of_child(word),
        }
        return [*_bits(seconds), *_bits(openings_of(word)), _told(word) | _flags(told)]


def _told(word: str) -> int:
    """The script of *word*, and whether it may be a syllable of a part of a name."""
    script = script_of(word[0])
    told = {_LOOSE: script in FAMILIES, _FIRST: _may_be_syllable(word), _LAST: _may_be_syllable(word, last=True)}
    return _flags(told) | hash(script) % 256 << int(_SCRIPT)


def _may_be_syllable(word: str, *, last: bool = False) -> bool:
    """Whether *word* may be the first of two that are one part of a name, or the *last*, which has the ending."""
    if script_of(word[0]) in FAMILIES:
        return len(word) <= _LOOSE_SYLLABLE
    return len(word) <= (_LAST_SYLLABLE if last else _SYLLABLE)


def _flags(told: Mapping[np.uint64, bool]) -> int:
    return sum(int(flag) for flag, holds in told.items() if holds)


def _bits(numbers: Iterable[int]) -> list[int]:
    """A bit for each of *numbers*, which their lowest bits name."""
    lanes = [0] * _LANES
    for number in numbers:
        lanes[number // _LANE % _LANES] |= 1 << number % _LANE
    return lanes


def _goes_on(reading: Reading, places: Places, following: Rows) -> Flags:
    """What ``reading.goes_on`` says of the words at *places*, of which the next have these flags."""
    return reading.followed[places] | reading.tied[places] & (following & _SMALL).astype(np.bool_)


def _may_go_on(firsts: Rows, later: Rows, joint: Flags, quoted: Flags) -> Flags:
    """What ``Beginnings._goes_on`` would say, or more, by the flags of the *firsts* and of the three words *later*.

    *joint* says whether a second part may begin with the next word, *quoted* whether an apostrophe stands before it and
    the one after.
    """
    passed = _SMALL | _SERVANT
    near = later[0] | later[1]
    left_out = (near & (passed | _INSERTED) | (later[1] | later[2]) & _CHILD).astype(np.bool_) | quoted.any(axis=0)
    syllables = joint & (later[0] & _FIRST).astype(np.bool_) & (later[1] & _LAST).astype(np.bool_)
    loose = (firsts & later[0] & _LOOSE).astype(np.bool_)
    found: Flags = syllables | np.where(loose, (later[0] & passed).astype(np.bool_), left_out)
    return found
