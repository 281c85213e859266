"""The alerter's outside world: its topics, and the watch list as it stands on Kafka."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from wirealert import Watches
from wirekit.contracts import topology
from wirekit.contracts.watchlist import WatchlistFold
from wirekit.errors import InvalidMessage
from wirekit.runtime.logs import get_logger
from wirekit.streams import Connection, FaustSource, Membership, Record, TopicAdmin, TopicView

log = get_logger()


def articles(connection: Connection, instance: str | None) -> FaustSource:
    """The articles, as the group of the match half shares them."""
    return FaustSource(connection, Membership("alerter-match", (topology.ARTICLES_ENRICHED.name,), instance))


async def check_topics(connection: Connection) -> None:
    """Return when Kafka answers, and candidates and rows have the same partitions.

    Raises:
        ConfigError: They have not: writing would corrupt the rows.
    """
    async with TopicAdmin(connection) as admin:
        await admin.check((topology.ALERTS_CANDIDATES, topology.ALERTS_STATE))


class WatchlistView:
    """The watch list of the last closed revision; changes only at ``@revision``."""

    def __init__(self, connection: Connection) -> None:
        self._watches: Watches | None = None
        self._fold = WatchlistFold()
        self._topic = TopicView(connection, topology.WATCHLIST.name, self._take)
        self._applied = asyncio.Event()

    @property
    def watches(self) -> Watches:
        """The list, ready for look-up; there is none while it is `missing`."""
        if self._watches is None:
            raise RuntimeError("the watch list is not complete yet")
        return self._watches

    def missing(self) -> str | None:
        """Why the list is not complete; None when it is."""
        if not self._topic.ready.is_set():
            return "still reading the watch list"
        if self._watches is None:
            pending = self._fold.pending
            return "no watch list was applied yet" if pending is None else f"revision {pending} is not complete"
        return None

    async def run(self) -> None:
        """Follow the topic until cancelled.

        Raises:
            ConfigError: The topic does not exist.
        """
        await self._topic.run()

    async def complete_before(self, run: Callable[[], Awaitable[None]]) -> None:
        """Call *run* when all that was applied before has been read, and that is at least one revision."""
        await self._topic.ready.wait()
        await self._applied.wait()
        await run()

    def _take(self, record: Record) -> None:
        try:
            watchlist = self._fold.apply((record.key or b"").decode(errors="replace"), record.value)
        except InvalidMessage as error:
            log.warning("watchlist.refused", offset=record.offset, reason=error.reason, detail=error.detail)
            return
        if watchlist is not None:
            self._watches = Watches.of(watchlist)
            self._applied.set()
            log.info("watchlist.swapped", number=watchlist.number, watches=len(watchlist.watches))
