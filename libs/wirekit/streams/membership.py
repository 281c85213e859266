"""A seat in a consumer group: session, budgets, isolation, and the hand-over of what is in hand."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from wirekit.streams.lane import Lane

SESSION_MS = 10_000
HEARTBEAT_MS = 2_000

# aiokafka leaves the group when nobody fetches for so long. Back-pressure must be able to last as long as an outage
# does, and progress is the watchdog's business, so: never (24 days).
NEVER_MS = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Membership:
    """Who we are in a group, and what it reads.

    Attributes:
        instance_id: ``group.instance.id``, from the ordinal where there is one: a quick restart keeps its partitions.
        revoke_seconds: Budget to finish the work in hand before partitions are given back.
    """

    group: str
    topics: tuple[str, ...]
    instance_id: str | None = None
    revoke_seconds: float = 10.0

    def options(self) -> dict[str, Any]:
        """The keyword arguments of aiokafka's consumer."""
        return {
            "group_id": self.group,
            "group_instance_id": self.instance_id,
            "enable_auto_commit": False,
            "auto_offset_reset": "earliest",
            "isolation_level": "read_committed",
            "session_timeout_ms": SESSION_MS,
            "heartbeat_interval_ms": HEARTBEAT_MS,
            "rebalance_timeout_ms": int(self.revoke_seconds * 2000),
            "max_poll_interval_ms": NEVER_MS,
            "fetch_max_wait_ms": 100,
        }


async def drained(lanes: Collection[Lane], seconds: float) -> bool:
    """Hand out no more and wait for what is in hand; False when that was not done within *seconds*."""
    for lane in lanes:
        lane.stop()
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while any(lane.in_flight for lane in lanes):  # noqa: ASYNC110 - lanes are plain bookkeeping
                await asyncio.sleep(0.01)
    return not any(lane.in_flight for lane in lanes)
