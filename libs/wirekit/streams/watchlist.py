"""The watch list as it stands on Kafka: complete before it is used, swapped only at ``@revision``."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from wirekit.contracts import Watchlist, topology
from wirekit.contracts.watchlist import WatchlistFold
from wirekit.errors import InvalidMessage
from wirekit.streams.records import Connection, Record
from wirekit.streams.view import TopicView

log = structlog.get_logger()


class WatchlistView:
    """Follows the topic ``watchlist``; *swap* takes each list that a revision closes, on the event loop."""

    def __init__(self, connection: Connection, swap: Callable[[Watchlist], None]) -> None:
        self._swap = swap
        self._fold = WatchlistFold()
        self._topic = TopicView(connection, topology.WATCHLIST.name, self._take)
        self._applied = asyncio.Event()

    async def run(self) -> None:
        """Follow the topic until cancelled.

        Raises:
            ConfigError: The topic does not exist.
        """
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
