"""The bookkeeping of lanes, as properties of whatever a reader and its workers may do."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirekit.kafka.records import Record
from wirekit.streams.lane import Batch, Lane, uncommitted


def records(*offsets: int) -> list[Record]:
    return [Record("t", 0, offset, None, None) for offset in offsets]


@given(st.lists(st.integers(1, 4), max_size=12), st.randoms(use_true_random=False))
def test_the_watermark_never_passes_an_undone_batch_and_ends_at_the_end(sizes: list[int], luck: Random) -> None:
    lane, offset, batches = Lane("t", 0), 0, list[Batch]()
    for size in sizes:
        batches.append(lane.take(records(*range(offset, offset + size))))
        offset += size + luck.randrange(3)  # holes of compaction and markers
    order = batches[:]
    luck.shuffle(order)
    for batch in order:
        before = lane.watermark
        assert batch.acknowledge()
        undone = [b for b in batches if not b.is_done]

        assert lane.watermark is None or all(lane.watermark <= b.records[0].offset for b in undone)
        assert before is None or (lane.watermark or 0) >= before
    assert lane.in_flight == 0
    assert lane.watermark == (batches[-1].end if batches else None)


def test_a_batch_done_behind_an_undone_one_is_not_committed() -> None:
    lane = Lane("t", 0)
    first, second = lane.take(records(5)), lane.take(records(6, 7))
    second.acknowledge()

    assert (lane.watermark, lane.in_flight) == (None, 2)

    first.acknowledge()

    assert (lane.watermark, lane.in_flight) == (8, 0)


def test_acknowledging_twice_changes_nothing() -> None:
    lane = Lane("t", 0)
    batch = lane.take(records(1))

    assert (batch.acknowledge(), batch.acknowledge()) == (True, True)
    assert lane.watermark == 2


def test_a_closed_lane_refuses_acknowledgements_and_gives_nothing() -> None:
    lane = Lane("t", 0)
    batch = lane.take(records(1))
    lane.close()

    assert not batch.acknowledge()
    assert lane.watermark is None
    with pytest.raises(ValueError, match="closed"):
        lane.take(records(2))


def test_a_stopped_lane_gives_nothing_and_still_takes_acknowledgements() -> None:
    lane = Lane("t", 0)
    batch = lane.take(records(1))
    lane.is_giving = False

    assert batch.acknowledge()
    assert lane.watermark == 2
    with pytest.raises(ValueError, match="cannot hand out"):
        lane.take(records(2))


@pytest.mark.parametrize("offsets", [(), (4,), (0, 9)], ids=["none", "repeated", "going back"])
def test_a_lane_never_repeats_what_it_gave(offsets: tuple[int, ...]) -> None:
    lane = Lane("t", 0)
    lane.take(records(3, 4))

    with pytest.raises(ValueError, match="cannot hand out"):
        lane.take(records(*offsets))


def test_an_idle_lane_rests_at_the_readers_position_behind_the_markers() -> None:
    lane = Lane("t", 0)
    lane.fetched = 6
    lane.take(records(5)).acknowledge()
    lane.rest(9)

    assert (lane.position, lane.watermark) == (9, 9)


def test_a_lane_does_not_rest_while_something_is_in_hand() -> None:
    lane = Lane("t", 0)
    lane.take(records(5))
    lane.rest(9)

    assert (lane.position, lane.watermark) == (6, None)


def test_a_lane_does_not_rest_while_something_fetched_is_not_handed_out() -> None:
    lane = Lane("t", 0)
    lane.fetched = 8
    lane.take(records(5)).acknowledge()
    lane.rest(8)

    assert (lane.position, lane.watermark) == (6, 6)


def test_a_lane_that_was_given_nothing_rests_where_its_reader_starts() -> None:
    lane = Lane("t", 0)
    lane.rest(0)

    assert lane.watermark == 0


def test_only_what_the_group_does_not_know_is_committed() -> None:
    new, told, idle = Lane("t", 0), Lane("t", 1), Lane("t", 2)
    new.take(records(1)).acknowledge()
    told.take(records(1)).acknowledge()
    told.committed = 2

    assert uncommitted({0: new, 1: told, 2: idle}) == {0: 2}
