"""Adds up what features and neighbours lend to the scores of tokens, in whole numbers: every way of it agrees.

Weights are read eight bytes a row, a label a byte: four labels are added at once, in lanes of sixteen bits, and a row
never lies in two lines of the processor's cache.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from wiretext.vocabulary import Numbers

Scores: TypeAlias = NDArray[np.int64]
Starts: TypeAlias = NDArray[np.int64]
"""The tokens with which runs begin, and the number of tokens."""
Classes: TypeAlias = NDArray[np.uint8]
Packed: TypeAlias = NDArray[np.uint64]
"""A table of weights, a row a number: as many bytes as there are labels, each a weight and 128."""
Lanes: TypeAlias = NDArray[np.uint64]
"""Sums of rows of such a table, two numbers each: of the labels 0, 2, 4 and 6, the lowest first, and 1, 3, 5 and 7."""

MOST_COLUMNS = 256
"""Features of a token that can be added up."""
CLASSES = 16
"""Kinds of tokens, of which three neighbours make a pattern."""
_BIAS = 128
_EVERY_OTHER = np.uint64(0x00FF00FF00FF00FF)
_BYTE = np.uint64(8)
_LANE_OF_LABEL = np.array([0, 4, 1, 5, 2, 6, 3, 7])


def packed(weights: NDArray[np.int8]) -> Packed:
    """The table of *weights* (rows by at most eight labels)."""
    wide = np.zeros((len(weights), 8), np.uint8)
    wide[:, : weights.shape[1]] = weights.view(np.uint8) ^ np.uint8(_BIAS)
    return wide.view("<u8")[:, 0].astype(np.uint64, copy=False)


def scores(lanes: Lanes, columns: int, labels: int) -> Scores:
    """The scores of so many *labels* that *lanes*, sums of so many *columns* each, stand for."""
    each = lanes.astype("<u8", copy=False).view("<u2")
    found: Scores = each.take(_LANE_OF_LABEL[:labels], axis=1).astype(np.int64)
    found -= _BIAS * columns
    return found


def sums_in_loops(table: Packed, rows: NDArray[Any]) -> Lanes:
    """For each token (*rows*: tokens by features) the sum of its rows of *table*; made to be compiled."""
    total = np.empty((len(rows), 2), np.uint64)
    for token in range(len(rows)):
        even = odd = np.uint64(0)
        for column in range(rows.shape[1]):
            row = table[rows[token, column]]
            even += row & _EVERY_OTHER
            odd += (row >> _BYTE) & _EVERY_OTHER
        total[token, 0], total[token, 1] = even, odd
    return total


def sums_at_once(table: Packed, rows: NDArray[Any]) -> Lanes:
    """As ``sums_in_loops``, with numpy alone."""
    found = table[rows]
    halves = found & _EVERY_OTHER, (found >> _BYTE) & _EVERY_OTHER
    return np.stack([half.sum(axis=1, dtype=np.uint64) for half in halves], axis=1)


def lent_in_loops(lent: Lanes, classes: Classes, patterns: Lanes, numbers: Numbers, starts: Starts, edge: int) -> Lanes:
    """For each token of runs that begin at *starts* the sum of what it and its neighbours lend it.

    Shapes: *lent* is words by distances by two, *patterns* is patterns by two; *classes* has one a word, *numbers* the
    word of each token. The word *edge* stands beyond the ends of a run. Made to be compiled.
    """
    reach = lent.shape[1] // 2
    total = np.empty((len(numbers), 2), np.uint64)
    for run in range(len(starts) - 1):
        for token in range(starts[run], starts[run + 1]):
            even = odd = np.uint64(0)
            pattern = 0
            for step in range(-reach, reach + 1):
                beside = token + step
                word = numbers[beside] if starts[run] <= beside < starts[run + 1] else edge
                if -1 <= step <= 1:
                    pattern = pattern * CLASSES + int(classes[word])
                even += lent[word, step + reach, 0]
                odd += lent[word, step + reach, 1]
            total[token, 0], total[token, 1] = even + patterns[pattern, 0], odd + patterns[pattern, 1]
    return total


def lent_at_once(lent: Lanes, classes: Classes, patterns: Lanes, numbers: Numbers, starts: Starts, edge: int) -> Lanes:
    """As ``lent_in_loops``, with numpy alone."""
    distances = np.arange(lent.shape[1])
    reach = len(distances) // 2
    run_of = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    places = np.arange(len(numbers)) + (2 * run_of + 1) * reach
    wide = np.full(len(numbers) + 2 * reach * len(starts), edge, np.int32)
    wide[places] = numbers
    words = wide[places[:, None] + distances - reach]
    total: Lanes = lent[words, distances].sum(axis=1) + patterns[neighbours(classes[wide])[places - 1]]
    return total


def neighbours(classes: Classes) -> NDArray[np.int64]:
    """The number of the pattern that each class makes with the one before and the one after; the ends have none."""
    kinds = classes.astype(np.int64)
    return (kinds[:-2] * CLASSES + kinds[1:-1]) * CLASSES + kinds[2:]
