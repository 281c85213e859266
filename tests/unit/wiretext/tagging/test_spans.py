from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wiretext.tagging.models import transitions
from tests.unit.wiretext.texts import unhurried
from wiretext.tagging.decoding import decode_side_by_side
from wiretext.tagging.spans import margins_at_once, margins_in_loops, spans_at_once, spans_in_loops


def test_names_are_runs_of_a_beginning_and_what_is_inside() -> None:
    labels = np.array([1, 2, 2, 0, 3, 3, 4, 5], np.int8)

    for spans_of in (spans_at_once, spans_in_loops):
        assert spans_of(labels, np.array([0, 8])).tolist() == [[0, 3, 0], [4, 5, 1], [5, 7, 1], [7, 8, 2]]


def test_no_name_reaches_into_the_next_sentence() -> None:
    for spans_of in (spans_at_once, spans_in_loops):
        assert spans_of(np.array([1, 2], np.int8), np.array([0, 1, 2])).tolist() == [[0, 1, 0]]


def test_where_there_is_no_name_there_is_no_margin() -> None:
    labels, starts = np.zeros(3, np.int8), np.array([0, 3])
    spans = spans_at_once(labels, starts)

    assert spans.tolist() == spans_in_loops(labels, starts).tolist() == []
    for margins in (margins_at_once, margins_in_loops):
        assert margins(spans, labels, np.zeros((3, 7), np.int64), starts, transitions()).tolist() == []


def path_score(labels: list[int], scores: np.ndarray, starts: list[int], steps: np.ndarray) -> int:
    return sum(
        int(scores[place, label]) + int(steps[7 if place in starts else labels[place - 1], label])
        for place, label in enumerate(labels)
    )


@unhurried  # in loops, for seven labels
@given(st.lists(st.integers(1, 6), min_size=1, max_size=4), st.integers(0, 2**32 - 1))
def test_a_margin_is_what_the_sequence_loses_by_reading_the_name_otherwise(lengths: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    starts = np.cumsum([0, *lengths])
    scores = random.integers(-9, 10, (int(starts[-1]), 7))
    steps = transitions() + random.integers(-3, 4, (8, 7))
    labels = decode_side_by_side(scores, starts, steps)
    spans = spans_at_once(labels, starts)

    found = margins_at_once(spans, labels, scores, starts, steps)
    assert spans_in_loops(labels, starts).tolist() == spans.tolist()
    assert margins_in_loops(spans, labels, scores, starts, steps).tolist() == found.tolist()

    whole = path_score(labels.tolist(), scores, starts.tolist(), steps)
    for (first, end, kind), margin in zip(spans.tolist(), found.tolist(), strict=True):
        others = []
        for begin, inner in [(0, 0), (1, 2), (3, 4), (5, 6)]:
            if begin != 2 * kind + 1:
                changed = labels.tolist()
                changed[first:end] = [begin] + [inner] * (end - first - 1)
                others.append(path_score(changed, scores, starts.tolist(), steps))
        assert margin * np.sqrt(end - first) == __import__("pytest").approx(whole - max(others))
        assert margin >= 0
