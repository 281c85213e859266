"""Rows follow the log."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wirekit.streams.rows import OwnedLane


@given(st.lists(st.tuples(st.sampled_from([b"a", b"b", b"c"]), st.none() | st.binary(max_size=3))))
def test_rows_are_the_last_of_each_key(log: list[tuple[bytes, bytes | None]]) -> None:
    lane = OwnedLane(0)
    for key, value in log:
        lane.apply(key, value)

    assert dict(lane.rows) == {key: value for key, value in dict(log).items() if value is not None}


def test_starting_over_forgets() -> None:
    lane = OwnedLane(0)
    lane.apply(b"a", b"1")
    lane.start_over(9)

    assert (dict(lane.rows), lane.position) == ({}, 9)
