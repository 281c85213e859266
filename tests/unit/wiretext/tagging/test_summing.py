from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wiretext.texts import unhurried
from wiretext.tagging.characters import CHARACTER_FEATURES
from wiretext.tagging.engine import fastest
from wiretext.tagging.features import PATTERN_FEATURES, WORD_FEATURES
from wiretext.tagging.summing import (
    MOST_COLUMNS,
    lent_at_once,
    lent_in_loops,
    neighbours,
    packed,
    scores,
    sums_at_once,
    sums_in_loops,
)


@unhurried  # the first example waits for the compiler
@given(st.integers(0, 2**32 - 1), st.integers(1, 8))
def test_sums_are_the_same_in_every_way(seed: int, labels: int) -> None:
    random = np.random.default_rng(seed)
    weights = random.integers(-128, 128, (9, labels), dtype=np.int8)
    rows = random.integers(0, 9, (4, int(random.integers(0, 6))), np.int32)

    expected = weights[rows].sum(axis=1, dtype=np.int64).tolist()

    for sums in (sums_at_once, sums_in_loops, fastest().sums):
        assert scores(sums(packed(weights), rows), rows.shape[1], labels).tolist() == expected


def test_sums_of_as_many_features_as_there_may_be_do_not_overflow() -> None:
    assert max(WORD_FEATURES + PATTERN_FEATURES, CHARACTER_FEATURES) <= MOST_COLUMNS
    for weight in (-128, 127):
        table = packed(np.full((2, 7), weight, np.int8))
        rows = np.ones((1, MOST_COLUMNS), np.int32)

        for sums in (sums_at_once, sums_in_loops):
            assert scores(sums(table, rows), MOST_COLUMNS, 7).tolist() == [[MOST_COLUMNS * weight] * 7]


@unhurried  # the first example waits for the compiler
@given(st.lists(st.integers(0, 5), max_size=5), st.integers(0, 2**32 - 1))
def test_what_neighbours_lend_is_the_same_in_every_way_and_ends_with_the_run(lengths: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    starts = np.cumsum([0, *lengths])
    lent = random.integers(2**60, size=(6, 5, 2), dtype=np.uint64)
    classes = random.integers(0, 16, 6).astype(np.uint8)
    patterns = random.integers(2**60, size=(16**3, 2), dtype=np.uint64)
    numbers = random.integers(0, 6, int(starts[-1]), np.int32)

    found = lent_in_loops(lent, classes, patterns, numbers, starts, 4)

    assert found.tolist() == lent_at_once(lent, classes, patterns, numbers, starts, 4).tolist()
    assert found.tolist() == fastest().lent(lent, classes, patterns, numbers, starts, 4).tolist()
    for first, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        alone = lent_in_loops(lent, classes, patterns, numbers[first:end], np.array([0, end - first]), 4)
        assert found[first:end].tolist() == alone.tolist()


def test_a_pattern_is_of_three_neighbours() -> None:
    numbers = neighbours(np.array([1, 2, 3, 4, 3, 2, 3, 4], np.uint8)).tolist()

    assert len(numbers) == 6
    assert numbers[1] == numbers[5]
    assert len(set(numbers)) == 5
