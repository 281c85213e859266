from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.unit.wiretext.tagging.models import transitions
from tests.unit.wiretext.texts import unhurried
from wiretext.tagging.decoding import decode_in_loops, decode_side_by_side
from wiretext.tagging.engine import PLAIN, fastest

Array = NDArray[np.int64]


@st.composite
def problems(draw: st.DrawFn) -> tuple[Array, Array, Array]:
    """Scores, the beginnings of runs, and transitions; small numbers, so that many sequences score the same."""
    lengths = draw(st.lists(st.integers(0, 9), max_size=6))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    starts = np.cumsum([0, *lengths])
    steps = transitions() + random.integers(-2, 3, (8, 7))
    return random.integers(-3, 4, (int(starts[-1]), 7)), starts, steps


@given(problems())
def test_numpy_and_the_loops_find_the_same_labels(problem: tuple[Array, Array, Array]) -> None:
    assert decode_side_by_side(*problem).tolist() == decode_in_loops(*problem).tolist()


@unhurried  # the first example waits for the compiler
@given(problems())
def test_the_compiled_form_finds_the_same_labels(problem: tuple[Array, Array, Array]) -> None:
    pytest.importorskip("numba", reason="the extra `ner` is not installed")

    assert fastest() is not PLAIN
    assert fastest().decode(*problem).tolist() == decode_side_by_side(*problem).tolist()


def total(labels: tuple[int, ...], scores: Array, steps: Array) -> int:
    before = len(steps) - 1
    found = 0
    for place, label in enumerate(labels):
        found += int(steps[before, label]) + int(scores[place, label])
        before = label
    return found


@given(st.integers(0, 2**32 - 1), st.integers(1, 4))
def test_no_sequence_of_labels_scores_more_than_the_one_found(seed: int, length: int) -> None:
    scores = np.random.default_rng(seed).integers(-50, 50, (length, 7))
    steps = transitions()

    found = decode_side_by_side(scores, np.array([0, length]), steps)

    best = max(total(labels, scores, steps) for labels in product(range(7), repeat=length))
    assert total(tuple(found.tolist()), scores, steps) == best


def test_the_inside_of_a_name_never_comes_first() -> None:
    scores = np.zeros((2, 7), np.int64)
    scores[:, 4] = 100

    assert decode_side_by_side(scores, np.array([0, 2]), transitions()).tolist() == [3, 4]
