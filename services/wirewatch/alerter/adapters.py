"""The alerter's outside world: the log of candidates, and the watch list as it stands on Kafka."""

from __future__ import annotations

from collections.abc import AsyncIterator

from aiokafka import TopicPartition

from wirealert import Watches
from wirekit.contracts import Watchlist, topology
from wirekit.kafka import Connection, Record, TopicAdmin, reader, records_until


async def check_topics(connection: Connection) -> None:
    """Return when Kafka answers, and candidates and rows have the same partitions.

    Raises:
        ConfigError: They have not: writing would corrupt the rows.
    """
    async with TopicAdmin(connection) as admin:
        await admin.check((topology.ALERTS_CANDIDATES, topology.ALERTS_STATE))


async def candidates(connection: Connection, partition: int, end: int) -> AsyncIterator[Record]:
    """What lies in a partition of ``alerts.candidates`` before the offset *end*, as far as it is kept."""
    tp = TopicPartition(topology.ALERTS_CANDIDATES.name, partition)
    async with reader(connection, partitions=[tp]) as consumer:
        async for record in records_until(consumer, {tp: end}):
            if record.offset < end:
                yield record


class ListInForce:
    """The watch list of the last closed revision, ready for look-up."""

    def __init__(self) -> None:
        self._watches: Watches | None = None

    @property
    def watches(self) -> Watches:
        """The list; there is one before any work begins."""
        if self._watches is None:
            raise RuntimeError("no watch list has been applied yet")
        return self._watches

    def swap(self, watchlist: Watchlist) -> None:
        """From now on this list is in force."""
        self._watches = Watches.of(watchlist)
