"""Numbers words by keys of 64 bits, kept in one array: a text's words are looked up together, without their strings.

Two words of one key would be taken for one, so keys are hashes that nobody can foretell. Knows no words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from wiretext.compiling import compiled_if_loaded

Keys: TypeAlias = NDArray[np.uint64]
Numbers: TypeAlias = NDArray[np.int32]
Table: TypeAlias = NDArray[np.uint64]
"""A key and one more than its number a row, at the place that the key's upper half names, or at the next that was free.

There are as many rows as a power of two; where nothing is, both are 0.
"""
Find: TypeAlias = Callable[[Table, Keys], Numbers]
Enter: TypeAlias = Callable[[Table, Keys, int], None]
_UPPER = np.uint64(32)
_SMALLEST, _SPARSE = 1024, 4  # rows of a table at first, and for each key at least


def find_in_loops(table: Table, keys: Keys) -> Numbers:
    """The number of each of *keys*; -1 for one that is not in *table*. Made to be compiled."""
    numbers = np.empty(len(keys), np.int32)
    last = len(table) - 1
    for number in range(len(keys)):
        at = np.int64(keys[number] >> _UPPER) & last
        while table[at, 1] != 0 and table[at, 0] != keys[number]:
            at = (at + 1) & last
        numbers[number] = np.int64(table[at, 1]) - 1
    return numbers


def find_at_once(table: Table, keys: Keys) -> Numbers:
    """As ``find_in_loops``, with numpy alone."""
    last = len(table) - 1
    at = (keys >> _UPPER).astype(np.int64) & last
    others = np.arange(len(keys))
    while len(others):
        rows = table[at[others]]
        others = others[(rows[:, 1] != 0) & (rows[:, 0] != keys[others])]
        at[others] = (at[others] + 1) & last
    numbers: Numbers = table[at, 1].astype(np.int32) - np.int32(1)
    return numbers


def enter_in_loops(table: Table, keys: Keys, first: int) -> None:
    """Number *keys*, all different and not yet in *table*, from *first* on. Made to be compiled."""
    last = len(table) - 1
    for number in range(len(keys)):
        at = np.int64(keys[number] >> _UPPER) & last
        while table[at, 1] != 0:
            at = (at + 1) & last
        table[at, 0], table[at, 1] = keys[number], first + number + 1


class Vocabulary:
    """Numbers keys in the order in which they are entered, from 0 on; compiled where numba is loaded by then."""

    def __init__(self, find: Find | None = None, enter: Enter | None = None) -> None:
        self._find: Find = find or compiled_if_loaded(find_in_loops) or find_at_once
        self._enter: Enter = enter or compiled_if_loaded(enter_in_loops) or enter_in_loops
        self.clear()

    def clear(self) -> None:
        """Forget all keys."""
        self._table: Table = np.zeros((_SMALLEST, 2), np.uint64)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def find(self, keys: Keys) -> Numbers:
        """The number of each of *keys*; -1 for one that was not entered."""
        return self._find(self._table, keys)

    def enter(self, keys: Keys) -> None:
        """Number *keys*, which are all different and were not entered before."""
        rows = len(self._table)
        while rows < _SPARSE * (self._count + len(keys)):
            rows *= 2
        if rows > len(self._table):
            known = self._table[self._table[:, 1] != 0]
            self._table = np.zeros((rows, 2), np.uint64)
            self._enter(self._table, known[known[:, 1].argsort(), 0], 0)
        self._enter(self._table, keys, self._count)
        self._count += len(keys)
