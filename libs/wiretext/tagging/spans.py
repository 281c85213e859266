"""Makes spans of labels, and says how sure each is: by how much its score beats that of no name and of other types."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from wiretext.tagging.decoding import OUTSIDE, Labels
from wiretext.tagging.summing import Scores, Starts

TYPES = ("person", "place", "organization")
"""By the number of the label that begins a name of the type, 1, 3 and 5."""

Spans: TypeAlias = NDArray[np.int64]
Margins: TypeAlias = NDArray[np.float64]
_LOWEST = np.iinfo(np.int64).min


def spans_in_loops(labels: Labels, starts: Starts) -> Spans:
    """For each name: its first token, the one after its last, and the number of its type; made to be compiled."""
    found = np.empty((len(labels), 3), np.int64)
    count = 0
    for run in range(len(starts) - 1):
        for first in range(starts[run], starts[run + 1]):
            if labels[first] % 2 == 1:
                end = first + 1
                while end < starts[run + 1] and labels[end] != OUTSIDE and labels[end] % 2 == 0:
                    end += 1
                found[count, 0], found[count, 1], found[count, 2] = first, end, labels[first] // 2
                count += 1
    return found[:count]


def spans_at_once(labels: Labels, starts: Starts) -> Spans:
    """As ``spans_in_loops``, with numpy alone."""
    begins = np.flatnonzero(labels % 2 == 1)
    # A name ends before the next token that is not inside one, or that begins a run.
    stops = (labels == OUTSIDE) | (labels % 2 == 1)
    stops[starts[:-1]] = True
    ends = np.append(np.flatnonzero(stops), len(labels))
    after = ends[np.searchsorted(ends, begins, side="right")]
    return np.stack([begins, after, labels[begins] // 2], axis=1)


def margins_in_loops(spans: Spans, labels: Labels, scores: Scores, starts: Starts, transitions: Scores) -> Margins:
    """For each of *spans* by how much its reading beats the best other one, per square root of its tokens.

    Made to be compiled.
    """
    found = np.empty(len(spans), np.float64)
    run = 0
    for number in range(len(spans)):
        first, end, own_kind = spans[number]
        while starts[run + 1] <= first:
            run += 1
        before = labels[first - 1] if first > starts[run] else len(transitions) - 1
        own = others = _LOWEST
        for kind in range(-1, len(TYPES)):
            last, inner = max(2 * kind + 1, OUTSIDE), 2 * kind + 2
            total = transitions[before, last] + scores[first, last]
            for token in range(first + 1, end):
                total += transitions[last, inner] + scores[token, inner]
                last = inner
            if end < starts[run + 1]:
                total += transitions[last, labels[end]]
            if kind == own_kind:
                own = total
            else:
                others = max(others, total)
        found[number] = (own - others) / np.sqrt(end - first)
    return found


def margins_at_once(spans: Spans, labels: Labels, scores: Scores, starts: Starts, transitions: Scores) -> Margins:
    """As ``margins_in_loops``, with numpy alone."""
    if not len(spans):
        return np.zeros(0)
    first, end, kind = spans.T
    begins_run = np.zeros(len(labels) + 1, np.bool_)
    begins_run[starts] = True
    before = np.where(begins_run[first], len(transitions) - 1, labels[first - 1])
    after = np.append(labels, OUTSIDE)[end]
    bound = ~begins_run[end]  # the token after it is in the same run
    sums = np.concatenate([np.zeros((1, scores.shape[1]), scores.dtype), np.cumsum(scores, axis=0)])
    size = end - first
    readings = np.empty((len(TYPES) + 1, len(spans)), np.int64)
    for number, (begin, inner) in enumerate([(OUTSIDE, OUTSIDE), *((2 * n + 1, 2 * n + 2) for n in range(len(TYPES)))]):
        total = transitions[before, begin] + scores[first, begin] + sums[end, inner] - sums[first + 1, inner]
        total += np.where(size > 1, transitions[begin, inner] + (size - 2) * transitions[inner, inner], 0)
        last = np.where(size > 1, inner, begin)
        readings[number] = total + np.where(bound, transitions[last, after], 0)
    own = readings[kind + 1, np.arange(len(spans))]
    readings[kind + 1, np.arange(len(spans))] = _LOWEST
    margin: Margins = (own - readings.max(axis=0)) / np.sqrt(size)
    return margin
