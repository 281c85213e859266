"""A seat in a group, and the hand-over of what is in hand."""

from __future__ import annotations

import asyncio

from wirekit.contracts import topology
from wirekit.kafka.records import Record
from wirekit.streams.consumer import Membership, drained
from wirekit.streams.lane import Lane


def test_a_member_reads_what_is_committed_keeps_its_session_short_and_never_commits_by_itself() -> None:
    options = Membership("g", ("t",), "g-0").options()

    assert options["isolation_level"] == "read_committed"
    assert (options["session_timeout_ms"], options["heartbeat_interval_ms"]) == (10_000, 2_000)
    assert options["rebalance_timeout_ms"] > 10_000
    assert not options["enable_auto_commit"]
    assert options["group_instance_id"] == "g-0"


def test_a_member_of_a_group_of_the_topology_reads_its_topics() -> None:
    seat = Membership("notifier", ("alerts.raised", "deliveries.commands"), "notifier-0")

    assert Membership.of(topology.NOTIFIER, "notifier-0") == seat


async def test_lanes_are_drained_when_what_is_in_hand_is_done() -> None:
    lane = Lane("t", 0)
    batch = lane.take([Record("t", 0, 0, None, None)])
    draining = asyncio.create_task(drained([lane, Lane("t", 1)], 5))
    await asyncio.sleep(0.03)
    assert not draining.done()
    batch.acknowledge()

    assert await draining
    assert not lane.is_giving


async def test_what_takes_longer_than_the_budget_is_left_undone() -> None:
    lane = Lane("t", 0)
    lane.take([Record("t", 0, 0, None, None)])

    assert not await drained([lane], 0.02)
    assert lane.is_open
