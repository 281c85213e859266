"""Lets a narrator tell what comes on the topics from now on, and sum up when it is quiet. Writes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import aclosing

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
from wirewatch.cli.narrator import Narrator
from wirewatch.cli.reading import records_from_now

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
    told = asyncio.Event()

    def tell(lines: Iterable[str]) -> None:
        for line in lines:
            say(line)
            told.set()

    async with asyncio.TaskGroup() as group, aclosing(records_from_now(connection, *TOLD)) as records:
        group.create_task(_sum_up(narrator, told, say))
        async for record in records:
            tell(_told(record, narrator))


async def _sum_up(narrator: Narrator, told: asyncio.Event, say: Callable[[str], None]) -> None:
    """Sum up whenever it was quiet for a while."""
    silence = QUIET_SECONDS
    while True:
        try:
            async with asyncio.timeout(silence):
                await told.wait()
            told.clear()
        except TimeoutError:
            silence *= 2
            for line in narrator.summary():
                say(line)


def _told(record: Record, narrator: Narrator) -> list[str]:
    if record.value is None:
        return []
    try:
        return list(narrator.hear(decode(record, *TOLD[record.topic]).data))
    except InvalidMessage as problem:
        return [f"a record on {record.topic} cannot be read: {problem}"]
