"""The rows of a lane as a fold sees them; how they come back from Kafka, the integration tests show."""

from __future__ import annotations

from typing import Any

import pytest

from wirekit.streams import OwnedLane


def test_a_lane_holds_the_last_value_of_each_key_and_none_deletes() -> None:
    lane = OwnedLane(3)

    for key, value in ((b"a", b"1"), (b"b", b"1"), (b"a", b"2"), (b"b", None), (b"c", None)):
        lane.apply(key, value)

    assert dict(lane.rows) == {b"a": b"2"}


def test_a_fold_cannot_change_rows_but_by_what_it_returns() -> None:
    rows: Any = OwnedLane(3).rows

    with pytest.raises(TypeError):
        rows[b"a"] = b"1"


def test_a_lane_that_starts_over_forgets_what_it_knew() -> None:
    lane = OwnedLane(3)
    lane.apply(b"a", b"1")

    lane.start_over(40)

    assert (dict(lane.rows), lane.position) == ({}, 40)
