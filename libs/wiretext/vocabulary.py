"""Numbers words by keys of 64 bits, kept in one array: a text's words are looked up together, without their strings.

Two words of one key would be taken for one, so keys are hashes that nobody can foretell. Knows no words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from wiretext.compiling import compiled_if_loaded

Codes: TypeAlias = NDArray[np.uint32]
Places: TypeAlias = NDArray[np.int64]
Keys: TypeAlias = NDArray[np.uint64]
Numbers: TypeAlias = NDArray[np.int32]
Table: TypeAlias = NDArray[np.uint64]
"""A key and one more than its number a row, at the place that the key's upper half names, or at the next that was free.

There are as many rows as a power of two; where nothing is, both are 0.
"""
Find: TypeAlias = Callable[[Table, Keys], Numbers]
Enter: TypeAlias = Callable[[Table, Keys, int], None]
Learn: TypeAlias = Callable[[Places], None]
LONGEST = 100
"""Letters of a word of which each has a factor of its own."""
_UPPER = np.uint64(32)
_SMALLEST, _SPARSE = 1024, 4  # rows of a table at first, and for each key at least


@cache
def factors(seed: str) -> Keys:
    """For each place in a word, the number by which its letter is multiplied for the word's key, from a *seed*."""
    return np.frombuffer(hashlib.shake_256(seed.encode()).digest(8 * LONGEST), "<u8")


@cache
def secret_factors() -> Keys:
    """The ``factors`` of this process.

    They hang on its secret, as Python's own hashes of texts do, so nobody can write two words of one key; by chance two
    of a hundred thousand words have one in one process of a thousand million. Of letters after the hundredth the
    factors come again, so longer words are not safe from it; no name is so long.
    """
    return factors(str(hash(__name__)))


def keys(codes: Codes, begins: Places, ends: Places, factors: Keys) -> Keys:
    """The key of each word that begins and ends so in *codes*, the code points of a text: a sum of products."""
    fastest = compiled_if_loaded(keys_in_loops) or keys_at_once
    found: Keys = fastest(codes, begins, ends, factors)
    return found


def keys_in_loops(codes: Codes, begins: Places, ends: Places, factors: Keys) -> Keys:
    """As ``keys``; made to be compiled."""
    found = np.zeros(len(begins), np.uint64)
    for word in range(len(begins)):
        for at in range(begins[word], ends[word]):
            found[word] += np.uint64(codes[at]) * factors[(at - begins[word]) % len(factors)]
    return found


def keys_at_once(codes: Codes, begins: Places, ends: Places, factors: Keys) -> Keys:
    """As ``keys``, with numpy alone; no word is empty."""
    if not len(begins):
        return np.zeros(0, np.uint64)
    lengths = ends - begins
    firsts = lengths.cumsum() - lengths
    letters = np.arange(lengths.sum()) - firsts.repeat(lengths)
    products = codes[begins.repeat(lengths) + letters] * factors[letters % len(factors)]
    found: Keys = np.add.reduceat(products, firsts, dtype=np.uint64)
    return found


def key_of(text: str) -> Keys:
    """The key that a whole *text*, such as the code of a language, has in this process: an array of one."""
    return np.array([hash(text)]).view(np.uint64)


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


def enter_at_once(table: Table, keys: Keys, first: int) -> None:
    """As ``enter_in_loops``, with numpy alone: of keys that want one place the last has it, the others go on."""
    at = (keys >> _UPPER).astype(np.int64) & (len(table) - 1)
    numbers = np.arange(first + 1, first + 1 + len(keys), dtype=np.uint64)
    homeless = np.arange(len(keys))
    while len(homeless):
        wanted = homeless[table[at[homeless], 1] == 0]
        table[at[wanted], 1] = numbers[wanted]
        table[at[wanted], 0] = keys[wanted]
        homeless = homeless[table[at[homeless], 1] != numbers[homeless]]
        at[homeless] = (at[homeless] + 1) & (len(table) - 1)


class Vocabulary:
    """Numbers keys in the order in which they are entered, from 0 on; compiled where numba is loaded by then."""

    def __init__(self) -> None:
        self._find: Find = compiled_if_loaded(find_in_loops) or find_at_once
        self._enter: Enter = compiled_if_loaded(enter_in_loops) or enter_at_once
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

    def number(self, keys: Keys, learn: Learn) -> Numbers:
        """The number of each of *keys*.

        Those that were not entered are now, each once: *learn* is told before where they stand, in their new order.
        """
        numbers = self.find(keys)
        new = (numbers < 0).nonzero()[0]
        if not len(new):
            return numbers
        fresh, first = np.unique(keys[new], return_index=True)
        learn(new[first])
        self.enter(fresh)
        return self.find(keys)

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
