"""Adds up scores and finds the best sequence of labels (Viterbi), in whole numbers: every way of computing it agrees.

Compiled by numba where the extra ``ner`` is installed; else by numpy, which walks through all runs side by side. Of two
sequences with the same score, both choose the one with the lower label at the last difference.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from wiretext.tagging.compiling import compiled

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
OUTSIDE = 0
Scores: TypeAlias = NDArray[np.int64]
Labels: TypeAlias = NDArray[np.int8]
Sums: TypeAlias = Callable[[NDArray[Any], NDArray[Any]], Scores]
"""From a table and numbers of its rows (tokens by features), to the sum of its rows for each token."""
Decode: TypeAlias = Callable[[Scores, NDArray[np.int64], Scores], Labels]
"""From scores (tokens by labels), the beginnings of the runs and the end, and transitions, to a label for each token.

Of the transitions, rows are labels before and columns labels after; the last row stands for the beginning of a run.
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """The two computations that cost most, compiled or not."""

    sums: Sums
    decode: Decode


def sums_in_loops(table: NDArray[Any], rows: NDArray[Any]) -> Scores:
    """As ``Sums``; made to be compiled."""
    total = np.zeros((rows.shape[0], table.shape[1]), np.int64)
    for token in range(rows.shape[0]):
        for column in range(rows.shape[1]):
            row = rows[token, column]
            for label in range(table.shape[1]):
                total[token, label] += table[row, label]
    return total


def sums_at_once(table: NDArray[Any], rows: NDArray[Any]) -> Scores:
    """As ``Sums``, with numpy alone."""
    total: Scores = table[rows].sum(axis=1, dtype=np.int64)
    return total


def decode_in_loops(  # noqa: C901 - a compiler wants it flat
    scores: Scores, starts: NDArray[np.int64], transitions: Scores
) -> Labels:
    """As ``Decode``; made to be compiled."""
    count, kinds = scores.shape
    labels = np.zeros(count, np.int8)
    back = np.zeros((count, kinds), np.int8)
    now, then = np.zeros(kinds, scores.dtype), np.zeros(kinds, scores.dtype)
    for run in range(len(starts) - 1):
        first, last = starts[run], starts[run + 1] - 1
        if last < first:
            continue
        for label in range(kinds):
            now[label] = scores[first, label] + transitions[kinds, label]
        for token in range(first + 1, last + 1):
            for label in range(kinds):
                best = 0
                for before in range(1, kinds):
                    if now[before] + transitions[before, label] > now[best] + transitions[best, label]:
                        best = before
                then[label] = now[best] + transitions[best, label] + scores[token, label]
                back[token, label] = best
            now, then = then, now
        chosen = 0
        for label in range(1, kinds):
            if now[label] > now[chosen]:
                chosen = label
        for token in range(last, first - 1, -1):
            labels[token] = chosen
            chosen = back[token, chosen]
    return labels


def decode_side_by_side(scores: Scores, starts: NDArray[np.int64], transitions: Scores) -> Labels:
    """As ``Decode``, with numpy alone: one step for the tokens at the same place of all runs."""
    lengths = np.diff(starts)
    order = np.argsort(-lengths, kind="stable")[: np.count_nonzero(lengths)]
    firsts, lengths = starts[:-1][order], lengths[order]
    lasting = [int(np.searchsorted(-lengths, -step)) for step in range(int(lengths.max(initial=0)))]
    back = np.zeros(scores.shape, np.int8)
    score = transitions[-1] + scores[firsts]
    for step, active in enumerate(lasting[1:], start=1):
        options = score[:active, :, None] + transitions[None, :-1]
        best = options.argmax(1)
        tokens = firsts[:active] + step
        back[tokens] = best
        score[:active] = np.take_along_axis(options, best[:, None], 1)[:, 0] + scores[tokens]
    labels = np.zeros(len(scores), np.int8)
    chosen = score.argmax(1)
    for step in reversed(range(len(lasting))):
        active = lasting[step]
        tokens = firsts[:active] + step
        labels[tokens] = chosen[:active]
        chosen[:active] = back[tokens, chosen[:active]]
    return labels


PLAIN = Engine(sums_at_once, decode_side_by_side)


@cache
def fastest() -> Engine:
    """The compiled engine where numba is installed, else that of numpy."""
    sums, decode = compiled(sums_in_loops), compiled(decode_in_loops)
    return PLAIN if sums is None or decode is None else Engine(sums, decode)
