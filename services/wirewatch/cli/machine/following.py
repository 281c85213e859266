"""Lets a narrator tell what comes on the topics from now on, and sum up when it is quiet. Writes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from wirekit.contracts import topology
from wirekit.contracts.messages import messages_on
from wirekit.contracts.watchlist import WatchlistFold
from wirekit.errors import InvalidMessage
from wirekit.kafka import Connection, Record
from wirekit.streams import decode
from wirewatch.cli.machine.narrator import Narrator
from wirewatch.cli.records.reading import coming

QUIET_SECONDS = 15.0
"""After so long without an alert or another sentence the narrator sums up; each time it then waits twice as long."""

TOLD = (
    topology.FEEDS_STATE.name,
    topology.FEEDS_EVENTS.name,
    topology.ARTICLES_ENRICHED.name,
    topology.ALERTS_SUPPRESSED.name,
    topology.ALERTS_RAISED.name,
    topology.DELIVERIES_ATTEMPTED.name,
)
IN_FORCE = (topology.FEEDS_REGISTRY.name, topology.WATCHLIST.name)
"""What was applied: read whole, and told nobody."""


async def follow(connection: Connection, narrator: Narrator, say: Callable[[str], None]) -> None:
    """Tell what comes, until cancelled."""
    told, applied = asyncio.Event(), _Applied(narrator)

    def tell(lines: Iterable[str]) -> None:
        for line in lines:
            say(line)
            told.set()

    async with asyncio.TaskGroup() as group, coming(connection, *TOLD, whole=IN_FORCE) as records:
        group.create_task(_sum_up(narrator, told, say))
        async for record in records:
            tell(applied.take(record) if record.topic in IN_FORCE else _told(record, narrator))


class _Applied:
    """Keeps *narrator* up to date on the feeds and the watch list in force."""

    def __init__(self, narrator: Narrator) -> None:
        self._narrator = narrator
        self._list = WatchlistFold()
        self._feeds: set[tuple[bytes, int]] = set()

    def take(self, record: Record) -> Iterable[str]:
        """Apply *record*; what was wrong with it, in words."""
        if record.topic == topology.FEEDS_REGISTRY.name:
            place = record.key or b"", record.partition  # a feed that moves leaves a tombstone where it was
            (self._feeds.discard if record.value is None else self._feeds.add)(place)
            self._narrator.register({key.decode(errors="replace") for key, _ in self._feeds})
            return
        try:
            watchlist = self._list.apply((record.key or b"").decode(errors="replace"), record.value)
        except InvalidMessage as problem:
            yield f"a record on {record.topic} cannot be read: {problem}"
            return
        if watchlist is not None:
            self._narrator.watch(watchlist)


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
        return list(narrator.hear(decode(record, *messages_on(record.topic)).data))
    except InvalidMessage as problem:
        return [f"a record on {record.topic} cannot be read: {problem}"]
