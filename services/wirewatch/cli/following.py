"""Follows the topics from now on and lets a narrator tell what comes. Reads only what is new, and writes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from wirekit.contracts import (
    AlertRaised,
    AlertSuppressed,
    DeliveryAttempted,
    EnrichedArticle,
    FeedEvent,
    FeedSeen,
    FeedState,
    Message,
    topology,
)
from wirekit.errors import InvalidMessage
from wirekit.streams import Connection, Record, decode
from wirekit.streams.reader import reader, to_records
from wirewatch.cli.narrator import Narrator

POLL_MS = 200
QUIET_SECONDS = 15.0
"""After so long without an alert or another sentence the narrator sums up; each time it then waits twice as long."""

TOLD: dict[str, tuple[type[Message], ...]] = {
    topology.FEEDS_STATE.name: (FeedState, FeedSeen),
    topology.FEEDS_EVENTS.name: (FeedEvent,),
    topology.ARTICLES_ENRICHED.name: (EnrichedArticle,),
    topology.ALERTS_SUPPRESSED.name: (AlertSuppressed,),
    topology.ALERTS_RAISED.name: (AlertRaised,),
    topology.DELIVERIES_ATTEMPTED.name: (DeliveryAttempted,),
}


async def follow(connection: Connection, narrator: Narrator, say: Callable[[str], None]) -> None:
    """Tell what comes, until cancelled."""
    async with reader(connection, *TOLD) as consumer:
        for tp, end in (await consumer.end_offsets(consumer.assignment())).items():
            consumer.seek(tp, end)
        loop = asyncio.get_running_loop()
        silence, last = QUIET_SECONDS, loop.time()
        while True:
            fetched = await consumer.getmany(timeout_ms=POLL_MS)
            for record in (record for chunk in fetched.values() for record in to_records(chunk)):
                for line in _told(record, narrator):
                    say(line)
                    last = loop.time()
            if loop.time() - last > silence:
                for line in narrator.summary():
                    say(line)
                silence, last = silence * 2, loop.time()


def _told(record: Record, narrator: Narrator) -> list[str]:
    if record.value is None:
        return []
    try:
        return list(narrator.hear(decode(record, *TOLD[record.topic]).data))
    except InvalidMessage as problem:
        return [f"a record on {record.topic} cannot be read: {problem}"]
