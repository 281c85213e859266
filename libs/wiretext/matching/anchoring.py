"""Tells which words of an article may lead to the names of a long list, by how the words beside them begin.

Of a name in several words one leads to it, its anchor, and a word next to that begins as in the list. A word has a bit
for each such beginning, so that all are looked at together. Does not compare whole words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

import numpy as np

from wiretext.matching.aliases import Alias
from wiretext.matching.reading import Reading
from wiretext.picking import Notes
from wiretext.proclitics import PROCLITICS
from wiretext.vocabulary import Codes, Keys, Places

REACH = 3
"""Words to the next of a name, two of which may be left out."""
_BEGINNING = 2  # letters that all forms of a word have
_UNTOLD = PROCLITICS.keys() | {"Hang"}  # scripts in which a form of a word may begin otherwise
_ROW = np.dtype(("u8", 3))  # whether a word leads to names of its own, and the bits before it and after it


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

    def beside(self, reading: Reading, index: int) -> Iterable[Alias]:
        """Those that may stand about the word *index*."""
        found = self.alone
        before, after = slice(max(0, index - REACH), index), slice(index + 1, index + 1 + REACH)
        for aliases, near in ((self.before, before), (self.after, after)):
            if aliases:
                beginnings = [reading.text[start : start + _BEGINNING] for start in reading.starts[near]]
                if not aliases.keys().isdisjoint(beginnings):
                    found += tuple(alias for each in dict.fromkeys(beginnings) for alias in aliases.get(each, ()))
        return found


class Anchors:
    """The words that lead to names, of which *anchored* says to which; not safe for threads."""

    def __init__(self, anchored: Callable[[str], Anchored]) -> None:
        self._anchored = anchored
        self._notes = Notes(self._note, _ROW)

    def among(self, reading: Reading) -> list[int]:
        """The words of *reading* that may be anchors there, by their numbers."""
        rows = self._notes.of(np.arange(len(reading)), reading)
        places: Places = np.flatnonzero(rows.any(axis=1))
        if not len(places):
            return []
        alone, before, after = rows.take(places, axis=0).T
        near = np.zeros(len(reading) + 2 * REACH, np.uint64)
        near[REACH:-REACH] = _bits(np.append(reading.codes, np.uint32(0)), reading.bounds[0])
        left, right = (
            np.bitwise_or.reduce([near[places + step] for step in range(first, first + REACH)])
            for first in (0, REACH + 1)
        )
        found: list[int] = places[(alone | before & left | after & right) != 0].tolist()
        return found

    def _note(self, word: str, _language: str) -> tuple[bool, int, int]:
        anchored = self._anchored(word)
        return bool(anchored.alone), _together(anchored.before), _together(anchored.after)


def _bits(codes: Codes, starts: Places) -> Keys:
    """A bit for each two letters that begin at *starts*."""
    return np.uint64(1) << (codes[starts] * np.uint64(31) + codes[starts + 1]) % np.uint64(64)


def _together(beginnings: Iterable[str]) -> int:
    codes = np.array([ord(letter) for beginning in beginnings for letter in beginning], np.uint32)
    return int(np.bitwise_or.reduce(_bits(codes, np.arange(0, len(codes), _BEGINNING))))


def _beside(alias: Alias) -> tuple[int, str]:
    """On which side of its anchor *alias* has a word that is told by its beginning, and that; 0 where there is none."""
    for side in (-1, 1):
        at = alias.anchor + side
        if 0 <= at < len(alias.words):
            word = alias.words[at]
            if len(word.lemma) >= _BEGINNING and word.script not in _UNTOLD:
                return side, word.lemma[:_BEGINNING]
    return 0, ""
