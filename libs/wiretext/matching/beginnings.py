"""Tells with which words of an article a name that is heard may begin, as far as those and the next three tell.

With a long list that is asked of nearly every word, so all are looked at together first: a word has the numbers of what
may follow it, and of what it may be after another, and where these have none in common no name begins. Only of few
others the sounds are compared. Does not decide whether a name goes on as it began.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

import numpy as np

from wiretext.compiling import compiled_if_loaded
from wiretext.function_words import function_words
from wiretext.matching.patronymics import inserted, is_of_child, joins, may_be_inserted
from wiretext.matching.reading import Reading
from wiretext.matching.sound.ear import Begun, Ear
from wiretext.matching.sound.hearing import is_article, is_servant, is_small
from wiretext.matching.sound.letters import FAMILIES, ending_sounds
from wiretext.matching.sound.numbering import HASH_BITS, LENGTH_BITS, SOUND_BITS, openings_of, sounds_joined
from wiretext.noting import Flags, Notes, Rows
from wiretext.scripts import script_of
from wiretext.tables import words_of
from wiretext.vocabulary import Places

_SYLLABLE, _LAST_SYLLABLE = 5, 9  # letters at most of a part's first syllable, and of its second with an ending
_LOOSE_SYLLABLE = 4  # the same of both in a script without capitals
_MOST_WAYS = 3  # of a syllable to the next: 12 times 12 are too many for a hostile text
_MOST_LEFT_OUT = 12  # words between two of a name, as far as listening goes
_FIRST_ROW, _LATER_ROW = np.dtype(("i8", 3)), np.dtype(("i8", 6))
_JOINED = 4  # the column of a later word for the sounds with which it goes on
_TOLD = -1  # the column for what else is told of a word, and above that its script
_BEGUN, _FIRST, _LAST, _SMALL, _ARTICLE, _SERVANT, _INSERTED, _JOINING, _CHILD = (1 << bit for bit in range(9))
_PASSED = _ARTICLE | _SERVANT | _INSERTED
_SCRIPT = 9
_AFTER = np.array([[1], [2], [3]])
_MAYBE, _SURE = 1, 2
_NONE: frozenset[int] = frozenset()


class Beginnings:
    """Where the names of an *ear* may begin; not safe for threads."""

    def __init__(self, ear: Ear) -> None:
        self._ear = ear
        self._firsts = Notes(self._first, _FIRST_ROW)
        self._later = Notes(self._later_word, _LATER_ROW)

    def among(self, reading: Reading) -> list[int]:
        """The words of *reading* with which a name may begin, by their numbers."""
        found = []
        for index, alone, paired, beyond in self._at_a_glance(reading):
            if alone == _SURE or self._is_begun(reading, index, (alone, paired, beyond)):
                found.append(index)
        return found

    def _is_begun(self, reading: Reading, index: int, ways: tuple[int, int, int]) -> bool:
        """Whether a name may begin with the word *index* in one of the *ways* that were seen at a glance."""
        begun = self._ear.begun[reading.word(index), reading.language]
        alone, paired, beyond = ways
        return begun is not None and bool(
            (alone and self._is_second(begun, reading, index + 1))
            or (paired and self._are_together(begun, reading, index + 1, index + 2))
            or (beyond and self._goes_on(begun, reading, index))
        )

    def _at_a_glance(self, reading: Reading) -> list[list[int]]:
        """The words with which a name may begin, as far as numbers tell.

        With each, whether the next may be its second part, the next two may, and whether some may be left out.
        """
        firsts = self._firsts.of(reading.leading, reading, reading.language)
        known = np.flatnonzero(firsts[:, _TOLD])
        if not len(known):
            return []
        places, firsts = reading.leading.take(known), firsts.take(known, axis=0)
        near = np.minimum(places + _AFTER, len(reading) - 1)
        later = self._later.of(near.ravel(), reading, reading.language).reshape(3, -1, _LATER_ROW.shape[0])
        meet = compiled_if_loaded(meetings_in_loops) or meetings_in_loops
        met = meet(firsts, later, self._firsts.numbers, self._later.numbers)
        look = compiled_if_loaded(beginnings_in_loops) or beginnings_in_loops
        between = reading.tied, reading.followed, reading.quoted, reading.marked
        found: list[list[int]] = look(places, firsts[:, _TOLD], later[:, :, _TOLD], met, between).tolist()
        return found

    def _is_second(self, begun: Begun, reading: Reading, at: int) -> bool:
        """Whether the word *at* may be the second part of a name that is *begun* so, by itself."""
        return begun.seconds is None or not begun.seconds.isdisjoint(self._ear.seconds[reading.word(at), begun.allowed])

    def _are_second(self, begun: Begun, reading: Reading, at: int, after: int) -> bool:
        """Whether the words *at* and *after* may be the second part together.

        Nearly any two words would be that of some name, so only syllables are.
        """
        syllables = _may_be_syllable(reading.word(at)) and _may_be_syllable(reading.word(after), last=True)
        return syllables and self._are_together(begun, reading, at, after)

    def _are_together(self, begun: Begun, reading: Reading, at: int, after: int) -> bool:
        """The same of two syllables."""
        if begun.seconds is None:
            return False
        return not begun.seconds.isdisjoint(
            self._ear.joint_seconds[reading.word(at), reading.word(after), begun.allowed]
        )

    def _goes_on(self, begun: Begun, reading: Reading, index: int) -> bool:
        """Whether a name may go on after the word *index* when words are left out that may stand inside one."""
        return any(
            is_servant(reading.word(at))
            or self._is_second(begun, reading, at)
            or any(self._are_second(begun, reading, at, after) for after in islice(_following(reading, at), _MOST_WAYS))
            for at in _following(reading, index)
        )

    def _first(self, word: str, language: str) -> tuple[frozenset[int], int]:
        if _is_of_no_name(word, language):
            return _NONE, 0
        begun = self._ear.begin((word, language))  # most begin none: the rows remember that
        if begun is None:
            return _NONE, 0
        told = _told(word) | _BEGUN
        return (_NONE, told | _SERVANT) if begun.seconds is None else (begun.seconds, told)

    def _later_word(self, word: str, language: str) -> tuple[frozenset[int], frozenset[int], int, int]:
        told = {
            _SMALL: is_small(word),
            _ARTICLE: is_article(word),
            _SERVANT: is_servant(word),
            _INSERTED: may_be_inserted(word) and not joins(word),
            _JOINING: joins(word),
            _CHILD: is_of_child(word),
        }
        if _is_of_no_name(word, language):
            return _NONE, _NONE, 0, _told(word) | _flags(told)
        seconds = self._ear.seconds[word, ending_sounds(language, script_of(word[0]))]
        return seconds, openings_of(word), sounds_joined(word), _told(word) | _flags(told)


def _is_of_no_name(word: str, language: str) -> bool:
    """Whether *word* is one that only sounds like a part of a name: in scripts without vowels, nearly any does."""
    if script_of(word[0]) not in FAMILIES or word not in function_words(language):
        return False
    return word not in words_of("function-words", "parts_of_names") and not is_servant(word)


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


def meetings_in_loops(firsts: Rows, later: Rows, seconds: Rows, parts: Rows) -> Rows:
    """Where words meet what *later* ones may be: made to be compiled.

    Of each of *firsts*: whether the next word may be its second part, one of *seconds*, and whether that may begin with
    the next: 1 whatever is joined to it, 2 also with the word after it. What later words may be is in *parts*.
    """
    found = np.zeros((len(firsts), 2), np.int64)
    for number in range(len(firsts)):
        known = seconds[firsts[number, 0] : firsts[number, 1]]
        second = later[0, number]
        for part in parts[second[0] : second[1]]:
            at = np.searchsorted(known, part)
            found[number, 0] |= at < len(known) and known[at] == part
        for opening in parts[second[2] : second[3]]:
            bits = opening & ((1 << LENGTH_BITS) - 1)
            at = np.searchsorted(known, opening >> LENGTH_BITS)
            while found[number, 1] <= 1 and at < len(known) and known[at] < (opening >> LENGTH_BITS) + (1 << bits):
                joined = later[1, number, _JOINED] >> (known[at] >> HASH_BITS & ((1 << SOUND_BITS) - 1)) & 1
                found[number, 1] = 2 if bits != HASH_BITS + SOUND_BITS or joined else 1
                at += 1
    return found


def beginnings_in_loops(
    places: Places, firsts: Rows, later: Rows, met: Rows, between: tuple[Flags, Flags, Flags, Flags]
) -> Rows:
    """Those of *places* where names may begin, as ``Beginnings._at_a_glance`` has them; made to be compiled.

    Of each there is what is told of it and of the three words *later*, and where it *met* those. What is *between*
    every word and its neighbours: is the next ``tied``, does it ``follow``, is it ``quoted`` itself, is it ``marked``.
    """
    tied, followed, quoted, marked = between
    found = np.zeros((len(places), 4), np.int64)
    count = 0
    for number in range(len(places)):
        place, first = places[number], firsts[number]
        second, third, fourth = later[0, number], later[1, number], later[2, number]
        if not (followed[place] or (tied[place] and second & _SMALL != 0)):
            continue
        goes_along = first & _SERVANT != 0
        is_other = (first ^ second) >> _SCRIPT != 0  # another script, other endings
        alone = _MAYBE if goes_along or is_other else _SURE * met[number, 0]
        opens = 2 if goes_along else met[number, 1]
        syllable = opens != 0 and second & _FIRST != 0 and tied[place + 1]
        ends = syllable and opens > 1 and third & _LAST != 0 and (followed[place + 1] or third & _SMALL != 0)
        beyond = second & (_PASSED | marked[place + 1] * _JOINING) != 0 or third & _CHILD != 0 or quoted[place + 1]
        if syllable:
            beyond |= third & (_PASSED | marked[place + 2] * _JOINING) != 0 or fourth & _CHILD != 0 or quoted[place + 2]
        found[count, 0] = place
        found[count, 1], found[count, 2], found[count, 3] = alone, ends, beyond
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
