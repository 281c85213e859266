"""Finds the best sequence of labels (Viterbi), in whole numbers: every way of computing it agrees.

With numpy alone it walks through all runs side by side. Of two sequences with the same score, both choose the one with
the lower label at the last difference.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from wiretext.tagging.summing import Scores, Starts

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
OUTSIDE = 0
Labels: TypeAlias = NDArray[np.int8]


def decode_in_loops(scores: Scores, starts: Starts, transitions: Scores) -> Labels:  # noqa: C901 - a compiler wants it flat
    """The label of each token, by *scores* (tokens by labels), in runs that begin at *starts*; the last is the end.

    Of *transitions*, rows are labels before and columns labels after; the last row is for the beginning of a run. Made
    to be compiled.
    """
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
                best, most = 0, now[0] + transitions[0, label]
                for before in range(1, kinds):
                    if now[before] + transitions[before, label] > most:
                        best, most = before, now[before] + transitions[before, label]
                then[label] = most + scores[token, label]
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


def decode_side_by_side(scores: Scores, starts: Starts, transitions: Scores) -> Labels:
    """As ``decode_in_loops``, with numpy alone: one step for the tokens at the same place of all runs."""
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
