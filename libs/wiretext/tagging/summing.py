"""Adds up what features and neighbours lend to the scores of tokens, in whole numbers: every way of it agrees.

Weights are read eight bytes a row, a label a byte: four labels are added at once, and a row never lies in two lines of
the processor's cache.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Scores: TypeAlias = NDArray[np.int64]
Starts: TypeAlias = NDArray[np.int64]
"""The tokens with which runs begin, and the number of tokens."""
Classes: TypeAlias = NDArray[np.uint8]
Numbers: TypeAlias = NDArray[np.int32]
Packed: TypeAlias = NDArray[np.uint64]
"""A table of weights, a row a number: as many bytes as there are labels, each a weight and 128."""

MOST_COLUMNS = 256
"""Features of a token that can be added up."""
CLASSES = 16
"""Kinds of tokens, of which three neighbours make a pattern."""
_BIAS = 128
_EVERY_OTHER = np.uint64(0x00FF00FF00FF00FF)
_BYTE, _LANE = np.uint64(8), np.uint64(0xFFFF)


def packed(weights: NDArray[np.int8]) -> Packed:
    """The table of *weights* (rows by at most eight labels)."""
    wide = np.zeros((len(weights), 8), np.uint8)
    wide[:, : weights.shape[1]] = weights.view(np.uint8) ^ np.uint8(_BIAS)
    return wide.view("<u8")[:, 0].astype(np.uint64, copy=False)


def sums_in_loops(table: Packed, rows: NDArray[Any], labels: int) -> Scores:
    """For each token (*rows*: tokens by features) the sum of its rows of *table*; made to be compiled."""
    count, columns = rows.shape
    total = np.empty((count, labels), np.int64)
    for token in range(count):
        even = odd = np.uint64(0)
        for column in range(columns):
            row = table[rows[token, column]]
            even += row & _EVERY_OTHER
            odd += (row >> _BYTE) & _EVERY_OTHER
        for label in range(labels):
            lanes = odd if label % 2 else even
            lane = (lanes >> np.uint64(16 * (label // 2))) & _LANE
            total[token, label] = np.int64(lane) - _BIAS * columns
    return total


def sums_at_once(table: Packed, rows: NDArray[Any], labels: int) -> Scores:
    """As ``sums_in_loops``, with numpy alone."""
    weights = table.astype("<u8", copy=False).view(np.uint8).reshape(-1, 8)[:, :labels]
    total: Scores = weights[rows].sum(axis=1, dtype=np.int64) - _BIAS * rows.shape[1]
    return total


def lent_in_loops(
    lent: NDArray[np.int16], classes: Classes, patterns: Scores, numbers: Numbers, starts: Starts, edge: int
) -> Scores:
    """The scores of tokens in runs that begin at *starts*, from what each lends to its neighbours and itself.

    Shapes: *lent* is words by distances by labels, *patterns* is patterns by labels; *classes* has one a word,
    *numbers* the word of each token. The word *edge* stands beyond the ends of a run. Made to be compiled.
    """
    reach, labels = lent.shape[1] // 2, lent.shape[2]
    total = np.zeros((len(numbers), labels), np.int64)
    for run in range(len(starts) - 1):
        for token in range(starts[run], starts[run + 1]):
            pattern = 0
            for step in range(-reach, reach + 1):
                beside = token + step
                word = numbers[beside] if starts[run] <= beside < starts[run + 1] else edge
                if -1 <= step <= 1:
                    pattern = pattern * CLASSES + int(classes[word])
                for label in range(labels):
                    total[token, label] += lent[word, step + reach, label]
            for label in range(labels):
                total[token, label] += patterns[pattern, label]
    return total


def lent_at_once(
    lent: NDArray[np.int16], classes: Classes, patterns: Scores, numbers: Numbers, starts: Starts, edge: int
) -> Scores:
    """As ``lent_in_loops``, with numpy alone."""
    distances = np.arange(lent.shape[1])
    reach = len(distances) // 2
    run_of = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    places = np.arange(len(numbers)) + (2 * run_of + 1) * reach
    wide = np.full(len(numbers) + 2 * reach * len(starts), edge, np.int32)
    wide[places] = numbers
    words = wide[places[:, None] + distances - reach]
    total: Scores = lent[words, distances].sum(axis=1, dtype=np.int64) + patterns[neighbours(classes[wide])[places - 1]]
    return total


def neighbours(classes: Classes) -> NDArray[np.int64]:
    """The number of the pattern that each class makes with the one before and the one after; the ends have none."""
    kinds = classes.astype(np.int64)
    return (kinds[:-2] * CLASSES + kinds[1:-1]) * CLASSES + kinds[2:]
