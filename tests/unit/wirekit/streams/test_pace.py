"""How large batches are, and how long a wait is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirekit.kafka.records import Record
from wirekit.streams.lane import Lane
from wirekit.streams.pace import BATCH_SECONDS, FIRST_RECORDS, MOST_RECORDS, Pace, wait_seconds


def some_records(count: int) -> list[Record]:
    return [Record("in", 0, offset, b"k", b"v") for offset in range(count)]


@given(st.floats(min_value=0.0, max_value=100.0))
def test_a_steady_handler_gets_batches_of_a_second_and_never_of_none(seconds_each: float) -> None:
    pace = Pace()
    for _ in range(12):
        pace.took(pace.records, pace.records * seconds_each)

    assert 1 <= pace.records <= MOST_RECORDS
    assert pace.records == 1 or pace.records * seconds_each <= BATCH_SECONDS * 1.001
    assert pace.records == MOST_RECORDS or (pace.records + 1) * seconds_each > BATCH_SECONDS * 0.999


@given(st.lists(st.tuples(st.integers(1, MOST_RECORDS), st.floats(min_value=0.0, max_value=1e6))))
def test_a_batch_at_most_doubles(taken: list[tuple[int, float]]) -> None:
    pace = Pace()
    for records, seconds in taken:
        before = pace.records
        pace.took(records, seconds)

        assert 1 <= pace.records <= min(2 * before, MOST_RECORDS)


def test_a_handler_that_slows_down_is_followed_at_once() -> None:
    pace = Pace()
    for _ in range(9):
        pace.took(pace.records, 0.01)
    pace.took(MOST_RECORDS, 50.0)

    assert pace.records == 10


def test_records_are_handed_out_whole_and_in_order_while_the_size_changes() -> None:
    lane, pace = Lane("in", 0), Pace()
    sizes: list[int] = []
    handed: list[Record] = []
    for batch in pace.batches(lane, some_records(100)):
        sizes.append(len(batch.records))
        handed += batch.records
        pace.took(10, 1.0)

    assert sizes == [FIRST_RECORDS, *[10] * 8, 4]
    assert handed == some_records(100)


def test_what_the_group_takes_meanwhile_is_not_handed_out() -> None:
    lane = Lane("in", 0)
    batches = Pace().batches(lane, some_records(100))
    next(batches)
    lane.is_giving = False

    assert list(batches) == []
    assert lane.position == FIRST_RECORDS


@pytest.mark.parametrize(("tries", "seconds"), [(1, 0.1), (3, 0.4), (40, 5.0), (40_000, 5.0)])
def test_waits_double_up_to_a_steady_pace(tries: int, seconds: float) -> None:
    assert wait_seconds(tries) == pytest.approx(seconds)
