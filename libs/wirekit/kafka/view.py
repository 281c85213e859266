"""Topics read without a group, all partitions in every replica: a compacted topic whole, the watch list, or a tail.

Commits nothing. An error is the caller's: stop the process rather than serve a stale view.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from wirekit.contracts import Watchlist, topology
from wirekit.contracts.watchlist import WatchlistFold
from wirekit.errors import InvalidMessage
from wirekit.kafka.connection import Connection
from wirekit.kafka.reading import ends_of, reader, records_for_ever, records_until
from wirekit.kafka.records import Record

log = structlog.get_logger()


class TopicView:
    """A whole compacted topic: ``on_change`` sees every record in order of its partition, tombstones included.

    Attributes:
        ready: Set when everything that was committed at the start has been seen.
    """

    _is_tail = False

    def __init__(self, connection: Connection, topic: str, on_change: Callable[[Record], None]) -> None:
        self._connection = connection
        self._topic = topic
        self._on_change = on_change
        self.ready = asyncio.Event()

    async def run(self) -> None:
        """Read to the end, set ``ready``, follow until cancelled; ConfigError where the topic does not exist."""
        async with reader(self._connection, self._topic) as consumer:
            ends = await ends_of(consumer)
            for tp in ends if self._is_tail else ():
                consumer.seek(tp, ends[tp])
            async for record in records_until(consumer, ends):
                self._on_change(record)
            self.ready.set()
            async for record in records_for_ever(consumer):
                self._on_change(record)


class TopicTail(TopicView):
    """A topic from its end on, for commands that mean only those who run now. *ready* is set when it listens."""

    _is_tail = True


class WatchlistView:
    """Follows the topic ``watchlist``; *swap* takes each list that a revision closes, on the event loop."""

    def __init__(self, connection: Connection, swap: Callable[[Watchlist], None]) -> None:
        self._swap = swap
        self._fold = WatchlistFold()
        self._topic = TopicView(connection, topology.WATCHLIST.name, self._take)
        self._applied = asyncio.Event()

    async def run(self) -> None:
        """Follow the topic until cancelled; ConfigError where it does not exist."""
        await self._topic.run()

    async def complete_before(self, work: Callable[[], Awaitable[None]]) -> None:
        """Run *work* when all that was applied before has been read, and that is at least one revision."""
        await self._topic.ready.wait()
        await self._applied.wait()
        await work()

    def missing(self) -> str | None:
        """Why there is no watch list to work with, in words; None when there is one."""
        if not self._topic.ready.is_set():
            return "still reading the watch list"
        if not self._applied.is_set():
            pending = self._fold.pending
            return "no watch list was applied yet" if pending is None else f"revision {pending} is not complete"
        return None

    def _take(self, record: Record) -> None:
        try:
            watchlist = self._fold.apply((record.key or b"").decode(errors="replace"), record.value)
        except InvalidMessage as error:
            log.warning("watchlist.refused", offset=record.offset, reason=error.reason, detail=error.detail)
            return
        if watchlist is not None:
            self._swap(watchlist)
            self._applied.set()
            log.info("watchlist.swapped", number=watchlist.number, watches=len(watchlist.watches))
