"""Tells with which words of an article a name that is heard may begin, as far as those and the next three tell.

With a long list that is asked of nearly every word, so all are looked at together first: a word has a few bits for what
may follow it, and for what it may be after another, and where these have none in common no name begins. Only of the
others the sounds are compared. Does not decide whether a name goes on as it began.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import numpy as np

from wiretext.compiling import compiled_if_loaded
from wiretext.matching.patronymics import inserted, is_of_child, may_be_inserted
from wiretext.matching.reading import Reading
from wiretext.matching.sound.ear import OPENING, Begun, Ear, openings_of
from wiretext.matching.sound.hearing import is_article, is_servant, is_small
from wiretext.matching.sound.letters import FAMILIES, ending_sounds
from wiretext.noting import BITS, Flags, Notes, Rows
from wiretext.scripts import script_of
from wiretext.vocabulary import Places

_SYLLABLE, _LAST_SYLLABLE = 5, 9  # letters at most of a part's first syllable, and of its second with an ending
_LOOSE_SYLLABLE = 4  # the same of both in a script without capitals
_MOST_WAYS = 3  # of a syllable to the next: 12 times 12 are too many for a hostile text
_MOST_LEFT_OUT = 12  # words between two of a name, as far as listening goes
_LANES = 4  # numbers of bits for second parts, and as many for their openings
_ALL, _NONE = [(1 << BITS) - 1] * 2 * _LANES, [0] * 2 * _LANES
_ROW = np.dtype(("i8", 2 * _LANES + 1))  # the last for what else is told of a word, and above that its script
_BEGUN, _FIRST, _LAST, _SMALL, _ARTICLE, _SERVANT, _INSERTED, _CHILD = (1 << bit for bit in range(8))
_PASSED = _ARTICLE | _SERVANT | _INSERTED
_SCRIPT = 8
_AFTER = np.array([[1], [2], [3]])


class Beginnings:
    """Where the names of an *ear* may begin; not safe for threads."""

    def __init__(self, ear: Ear) -> None:
        self._ear = ear
        self._firsts = Notes(self._first, _ROW)
        self._later = Notes(self._later_word, _ROW)

    def among(self, reading: Reading) -> list[int]:
        """The words of *reading* with which a name may begin, by their numbers."""
        found = []
        for index, alone, paired, beyond in self._at_a_glance(reading):
            begun = self._ear.begun[reading.word(index), reading.language]
            if begun is not None and (
                (alone and self._is_second(begun, reading, index + 1))
                or (paired and self._are_second(begun, reading, index + 1, index + 2))
                or (beyond and self._goes_on(begun, reading, index))
            ):
                found.append(index)
        return found

    def _at_a_glance(self, reading: Reading) -> list[list[int]]:
        """The words with which a name may begin, as far as the bits tell.

        With each, whether the next may be its second part, the next two may, and whether some may be left out.
        """
        firsts = self._firsts.of(reading.leading, reading, reading.language)
        known = np.flatnonzero(firsts[:, -1])
        if not len(known):
            return []
        places, firsts = reading.leading.take(known), firsts.take(known, axis=0)
        near = np.minimum(places + _AFTER, len(reading) - 1)
        later = self._later.of(near.ravel(), reading, reading.language).reshape(3, -1, firsts.shape[1])
        look = compiled_if_loaded(beginnings_in_loops) or beginnings_in_loops
        found: list[list[int]] = look(places, firsts, later, (reading.tied, reading.followed, reading.quoted)).tolist()
        return found

    def _is_second(self, begun: Begun, reading: Reading, at: int) -> bool:
        """Whether the word *at* may be the second part of a name that is *begun* so, by itself."""
        return begun.seconds is None or not begun.seconds.isdisjoint(self._ear.seconds[reading.word(at), begun.allowed])

    def _are_second(self, begun: Begun, reading: Reading, at: int, after: int) -> bool:
        """Whether the words *at* and *after* may be the second part together.

        Nearly any two words would be that of some name, so only syllables are.
        """
        asked = reading.word(at), reading.word(after), begun.allowed
        if begun.seconds is None or not (_may_be_syllable(asked[0]) and _may_be_syllable(asked[1], last=True)):
            return False
        return not begun.seconds.isdisjoint(self._ear.joint_seconds[asked])

    def _goes_on(self, begun: Begun, reading: Reading, index: int) -> bool:
        """Whether a name may go on after the word *index* when words are left out that may stand inside one."""
        return any(
            is_servant(reading.word(at))
            or self._is_second(begun, reading, at)
            or any(self._are_second(begun, reading, at, after) for after in islice(_following(reading, at), _MOST_WAYS))
            for at in _following(reading, index)
        )

    def _first(self, word: str, language: str) -> tuple[int, ...]:
        begun = self._ear.begin((word, language))  # most begin none: the rows remember that
        if begun is None:
            return *_NONE, 0
        told = _told(word) | _BEGUN
        if begun.seconds is None:
            return *_ALL, told | _SERVANT
        return *_bits(begun.seconds), *_bits(number >> OPENING for number in begun.seconds), told

    def _later_word(self, word: str, language: str) -> tuple[int, ...]:
        seconds = self._ear.seconds[word, ending_sounds(language, script_of(word[0]))]
        told = {
            _SMALL: is_small(word),
            _ARTICLE: is_article(word),
            _SERVANT: is_servant(word),
            _INSERTED: may_be_inserted(word),
            _CHILD: is_of_child(word),
        }
        return *_bits(seconds), *_bits(openings_of(word)), _told(word) | _flags(told)


def _told(word: str) -> int:
    """The script of *word*, and whether it may be a syllable of a part of a name."""
    told = {_FIRST: _may_be_syllable(word), _LAST: _may_be_syllable(word, last=True)}
    return _flags(told) | int.from_bytes(script_of(word[0]).encode(), "big") << _SCRIPT


def _may_be_syllable(word: str, *, last: bool = False) -> bool:
    """Whether *word* may be the first of two that are one part of a name, or the *last*, which has the ending."""
    if script_of(word[0]) in FAMILIES:
        return len(word) <= _LOOSE_SYLLABLE
    return len(word) <= (_LAST_SYLLABLE if last else _SYLLABLE)


def _flags(told: Mapping[int, bool]) -> int:
    return sum(flag for flag, holds in told.items() if holds)


def _bits(numbers: Iterable[int]) -> list[int]:
    """A bit for each of *numbers*, which their lowest bits name."""
    lanes = [0] * _LANES
    for number in numbers:
        lanes[number // BITS % _LANES] |= 1 << number % BITS
    return lanes


def beginnings_in_loops(places: Places, firsts: Rows, later: Rows, between: tuple[Flags, Flags, Flags]) -> Rows:
    """Those of *places* where names may begin, as ``Beginnings._at_a_glance`` has them; made to be compiled.

    Of each there is its row and those of the three words *later*. What is *between* every word and its neighbours: is
    the next ``tied``, does it ``follow``, is it ``quoted`` itself.
    """
    tied, followed, quoted = between
    found = np.zeros((len(places), 4), np.int64)
    count = 0
    for number in range(len(places)):
        place, first = places[number], firsts[number]
        second, third, fourth = later[0, number], later[1, number], later[2, number]
        if not (followed[place] or (tied[place] and second[-1] & _SMALL != 0)):
            continue
        alone, opens = (first[-1] & _SERVANT) | ((first[-1] ^ second[-1]) >> _SCRIPT), 0  # other scripts, other endings
        for lane in range(_LANES):
            alone |= first[lane] & second[lane]
            opens |= first[_LANES + lane] & second[_LANES + lane]
        syllable = opens != 0 and second[-1] & _FIRST != 0 and tied[place + 1]
        ends = syllable and third[-1] & _LAST != 0 and (followed[place + 1] or third[-1] & _SMALL != 0)
        beyond = second[-1] & _PASSED != 0 or third[-1] & _CHILD != 0 or quoted[place + 1]
        beyond |= syllable and (third[-1] & _PASSED != 0 or fourth[-1] & _CHILD != 0 or quoted[place + 2])
        found[count, 0] = place
        found[count, 1], found[count, 2], found[count, 3] = alone != 0, ends, beyond
        count += alone != 0 or ends or beyond
    return found[:count]


def _following(reading: Reading, index: int) -> Iterator[int]:
    """The words that may be the next of a name after the word *index*: with all before them left out."""
    last = index + _MOST_LEFT_OUT
    while index <= last and reading.goes_on(index):
        index += 1
        yield index
        left_out = 1 if is_article(reading.word(index)) else inserted(reading, index, 1)
        if not left_out:
            return
        index += left_out - 1
