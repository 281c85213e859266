"""Keeps what is told of words, in rows of numbers: those of all words of a text are looked up together.

A word is asked about once and remembered by its key, so a text that has no new word costs no call for any. Knows no
names.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from numpy.typing import NDArray

from wiretext.vocabulary import Numbers, Places, Vocabulary, key_of
from wiretext.words import Words

Flags: TypeAlias = NDArray[np.bool_]
Rows: TypeAlias = NDArray[np.int64]
_ROOM = 1024  # rows at first


class Notes:
    """Keeps what *tell* says of a word in a language: a row of *kind*, a scalar or several; not safe for threads.

    Equal rows are kept once. A frozen set in a row takes two columns: where its numbers begin in ``numbers``, and where
    they end. When there are more than *most* words, all are forgotten.

    Attributes:
        numbers: Those of the sets, each set sorted; looked at after ``of``.
    """

    def __init__(self, tell: Callable[[str, str], Hashable], kind: npt.DTypeLike, most: int = 1 << 17) -> None:
        self._tell = tell
        self._kind = kind
        self._most = most
        self._forget()

    def _forget(self) -> None:
        self._known = Vocabulary()
        self._told: Numbers = np.zeros(_ROOM, np.int32)
        self._distinct: dict[Hashable, int] = {}
        self._rows: NDArray[Any] = np.zeros(_ROOM, self._kind)
        self._sets: dict[frozenset[int], tuple[int, int]] = {}
        self._used = 0
        self.numbers: Rows = np.zeros(_ROOM, np.int64)

    def of(self, places: Places, words: Words, language: str = "") -> NDArray[Any]:
        """The row of each of the words at *places*, by their numbers in *words*, in *language*."""
        if len(self._known) > self._most:
            self._forget()

        def learn(new: Places) -> None:
            self._told = _with_room(self._told, len(self._known) + len(new))
            for number, place in enumerate(places[new].tolist(), len(self._known)):
                self._told[number] = self._row(self._tell(words.word(place), language))

        numbers = self._known.number(words.keys.take(places) + key_of(language), learn)
        return self._rows.take(self._told.take(numbers), axis=0)

    def _row(self, told: Hashable) -> int:
        """The number of the row that says what is *told*."""
        row = self._distinct.get(told)
        if row is None:
            row = self._distinct[told] = len(self._distinct)
            self._rows = _with_room(self._rows, row + 1)
            self._rows[row] = tuple(self._columns(told)) if isinstance(told, tuple) else told
        return row

    def _columns(self, told: tuple[Any, ...]) -> Iterator[int]:
        for each in told:
            if isinstance(each, frozenset):
                yield from self._sets.get(each) or self._kept(each)
            else:
                yield each

    def _kept(self, numbers: frozenset[int]) -> tuple[int, int]:
        begin, end = self._used, self._used + len(numbers)
        self.numbers = _with_room(self.numbers, end)
        self.numbers[begin:end] = sorted(numbers)
        self._used = end
        self._sets[numbers] = begin, end
        return begin, end


def _with_room(rows: NDArray[Any], least: int) -> NDArray[Any]:
    """*rows* with at least so many: twice as many as there were, or more."""
    if least <= len(rows):
        return rows
    room = np.zeros((max(least, 2 * len(rows)), *rows.shape[1:]), rows.dtype)
    room[: len(rows)] = rows
    return room
