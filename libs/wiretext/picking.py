"""Picks out of a text the words of which something is true, such as that they are forms of a name: few are.

A word is asked about once and remembered by its key, so all words of a text are looked up together; of one that is
new, the first letters say mostly that it need not be asked about. Knows no names.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from numpy.typing import NDArray

from wiretext.proclitics import PROCLITICS
from wiretext.scripts import script_of
from wiretext.vocabulary import Numbers, Places, Vocabulary, key_of
from wiretext.words import Words

Flags: TypeAlias = NDArray[np.bool_]
Rows: TypeAlias = NDArray[np.int64]
BITS = 63
"""Bits of a number in a row that tell, without its sign."""
_HEAD = 3  # letters
_ROOM = 1024  # rows at first


class Heads:
    """The first three letters of *words*: by its own, nearly any other is told to begin with none of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._heads = frozenset(word[:_HEAD] for word in words)

    def may_begin(self, word: str) -> bool:
        """Whether *word* may begin with one of them, or with what is joined to it."""
        return not self._heads.isdisjoint((word[:1], word[:2], word[:_HEAD])) or script_of(word[0]) in PROCLITICS


class Notes:
    """Keeps what *tell* says of a word in a language: a row of *kind*, a scalar or a structure; not safe for threads.

    Equal rows are kept once. When there are more than *most* words, all are forgotten.
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
        row = self._distinct.setdefault(told, len(self._distinct))
        self._rows = _with_room(self._rows, row + 1)
        self._rows[row] = told
        return row


def _with_room(rows: NDArray[Any], least: int) -> NDArray[Any]:
    """*rows* with at least so many: twice as many as there were, or more."""
    if least <= len(rows):
        return rows
    room = np.zeros((max(least, 2 * len(rows)), *rows.shape[1:]), rows.dtype)
    room[: len(rows)] = rows
    return room


class Picker:
    """Picks words by what *holds* says of a word in a language; of *most* words it keeps the answer."""

    def __init__(self, holds: Callable[[str, str], bool], most: int = 1 << 17) -> None:
        self._answers = Notes(holds, np.bool_, most)

    def among(self, places: Places, words: Words, language: str = "") -> list[int]:
        """Which of the words at *places*, by their numbers in *words*, are picked in *language*."""
        picked: list[int] = places[self._answers.of(places, words, language)].tolist()
        return picked
