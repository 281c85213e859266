"""Tells which words of an article may lead to the names of a long list, by how the words beside them begin.

Of a name in several words one leads to it, its anchor, and a word next to that begins as in the list. Such beginnings
have numbers, so that all words are looked at together. Does not compare whole words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

import numpy as np

from wiretext.compiling import compiled_if_loaded
from wiretext.matching.aliases import Alias
from wiretext.matching.patronymics import is_of_child, may_be_inserted
from wiretext.matching.reading import Reading
from wiretext.noting import Flags, Notes, Rows
from wiretext.proclitics import PROCLITICS
from wiretext.vocabulary import Codes, Places

REACH = 3
"""Words to the next of a name, two of which may be left out."""
_BEGINNINGS = (2, 4)  # letters that all forms of a word have, and those that all of most words have
_UNTOLD = PROCLITICS.keys() | {"Hang"}  # scripts in which a form of a word may begin otherwise
# Columns: whether a word leads to names, with a capital and in small letters; what it asks for before it and after it,
# with a capital and in small letters; whether it may stand inside a name.
_LEADS, _BESIDE, _INSIDE = 0, 2, 10
_ALONE = 2  # what the first two say of a word that leads to names by itself
_OF_CHILD = 2  # what the last says of a word that goes with the one before it
_ROW = np.dtype(("i8", _INSIDE + 1))
_LETTER = 21  # bits of a code point


class Anchored(NamedTuple):
    """The aliases that a word may be the anchor of.

    Attributes:
        alone: Those that no other word is asked for.
        before: Those that have a word before it, by the beginning of that.
        after: The same for a word after it.
    """

    alone: tuple[Alias, ...] = ()
    before: Mapping[str, list[Alias]] = {}
    after: Mapping[str, list[Alias]] = {}

    @classmethod
    def of(cls, aliases: Iterable[Alias]) -> Anchored:
        """*aliases* by their neighbours."""
        alone: list[Alias] = []
        sides: dict[int, dict[str, list[Alias]]] = {-1: {}, 1: {}}
        for alias in aliases:
            side, beginning = _beside(alias)
            (sides[side].setdefault(beginning, []) if side else alone).append(alias)
        return cls(tuple(alone), sides[-1], sides[1])

    def all(self) -> Iterator[Alias]:
        """All of them."""
        return chain(self.alone, *self.before.values(), *self.after.values())

    def beside(self, reading: Reading, index: int, left: int, right: int) -> Iterable[Alias]:
        """Those that may stand about the word *index*: the next of the name is at most *left* or *right* words away."""
        found = self.alone
        before, after = slice(max(0, index - left), index), slice(index + 1, index + 1 + right)
        for aliases, near in ((self.before, before), (self.after, after)):
            if aliases:
                starts = reading.starts[near]
                beginnings = [reading.text[start : start + letters] for letters in _BEGINNINGS for start in starts]
                if not aliases.keys().isdisjoint(beginnings):
                    found += tuple(alias for each in dict.fromkeys(beginnings) for alias in aliases.get(each, ()))
        return found


class Anchors:
    """The words that lead to names; not safe for threads.

    *anchored* says to which a word leads, and *small* the same of one in small letters, which leads to fewer.
    """

    def __init__(self, anchored: Callable[[str], Anchored], small: Callable[[str], Anchored]) -> None:
        self._anchored, self._small = anchored, small
        self._notes = Notes(self._note, _ROW)

    def among(self, reading: Reading) -> list[tuple[int, int, int]]:
        """The words of *reading* that may be anchors there, by their numbers.

        With each, how many words before it and after it may be the next of the name: one beyond those that may stand
        inside it.
        """
        rows = self._notes.of(np.arange(len(reading)), reading)
        places = np.flatnonzero(rows[:, _LEADS])
        if not len(places):
            return []
        small = np.zeros(len(reading), np.int64) if reading.is_quiet else 1 - reading.capital_flags
        look = compiled_if_loaded(anchors_in_loops) or anchors_in_loops
        near = _numbers(reading.codes, reading.bounds[0])
        found: list[tuple[int, int, int]] = look(
            places, small, rows, (self._notes.numbers, near), reading.quoted
        ).tolist()
        return found

    def _note(self, word: str, _language: str) -> tuple[int | frozenset[int], ...]:
        ways = self._anchored(word), self._small(word)
        leads = (_ALONE if each.alone else int(bool(each.before or each.after)) for each in ways)
        beside = (_together(side) for each in ways for side in (each.before, each.after))
        inside = _OF_CHILD if is_of_child(word) else int(may_be_inserted(word))
        return *leads, *beside, inside


def anchors_in_loops(places: Places, small: Rows, rows: Rows, beginnings: tuple[Rows, Rows], quoted: Flags) -> Rows:
    """Those of *places* that may be anchors, as ``Anchors.among`` has them; made to be compiled.

    Of each word it is told whether it stands in *small* letters, by 1 or 0, and whether an apostrophe stands before it.
    The *beginnings* are those that the rows ask for, and those of the words.
    """
    beside, near = beginnings
    found = np.empty((len(places), 3), np.int64)
    count = 0
    for place in places:
        leads = rows[place, _LEADS + small[place]]
        may_be = leads == _ALONE
        for side in range(2 if leads else 0):
            column = _BESIDE + 4 * small[place] + 2 * side
            asked = beside[rows[place, column] : rows[place, column + 1]]
            reach, at, goes_on = 0, place, True
            while goes_on and reach < REACH:
                at += 2 * side - 1
                reach += 1
                goes_on = 0 <= at < len(rows)
                if goes_on:
                    number = np.searchsorted(asked, near[at])
                    may_be = may_be or (number < len(asked) and asked[number] == near[at])
                    of_child = at + 1 < len(rows) and rows[at + 1, _INSIDE] == _OF_CHILD
                    goes_on = rows[at, _INSIDE] != 0 or quoted[at] or of_child
            found[count, 1 + side] = reach
        found[count, 0] = place
        count += may_be
    return found[:count]


def _numbers(codes: Codes, starts: Places) -> Rows:
    """The number of the first two letters of each word of a text, from its *codes*."""
    letters = np.append(codes, np.uint32(0)).astype(np.int64)
    return letters.take(starts) << _LETTER | letters[1:].take(starts)


def _together(beginnings: Iterable[str]) -> frozenset[int]:
    return frozenset(ord(each[0]) << _LETTER | ord(each[1]) for each in beginnings)


def _beside(alias: Alias) -> tuple[int, str]:
    """On which side of its anchor *alias* has a word that is told by its beginning, and that; 0 where there is none.

    Of names with one given name there may be thousands, so the beginning is as long as can be.
    """
    for side in (-1, 1):
        at = alias.anchor + side
        if 0 <= at < len(alias.words):
            word = alias.words[at]
            if len(word.lemma) >= _BEGINNINGS[0] and word.script not in _UNTOLD:
                longer = word.lemma[: _BEGINNINGS[1]]
                is_common = len(longer) == _BEGINNINGS[1] and all(stem.startswith(longer) for stem in word.stems)
                return side, longer if is_common else word.lemma[: _BEGINNINGS[0]]
    return 0, ""
