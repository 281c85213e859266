"""Which partitions are ours now: opens holdings when the group grants them, releases them when it takes them back.

A grant is only noted in the group's callback, during which aiokafka sends no heartbeats; :meth:`Tenure.open` does the
work: fence, restore, committed offset, seek, in this order. The rows of released partitions stay in memory: if we get
them back, only the tail is read. Never reads or writes a record of the source.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition

from wirekit.streams.fatal import fatal_on_error
from wirekit.streams.fenced import FencedWriter
from wirekit.streams.holding import Holding
from wirekit.streams.lane import Lane
from wirekit.streams.membership import Membership
from wirekit.streams.records import Connection
from wirekit.streams.rows import OwnedLane, Ownership, restore

OPEN_SECONDS = 300.0

log = structlog.get_logger()


class Tenure(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka publishes no types
    """The holdings of one member of the group, by partition of the source, and its consumer.

    *epoch* grows at each revoke and each grant; what was fetched in an older one is void.
    """

    def __init__(
        self,
        connection: Connection,
        plan: Ownership,
        opened: Callable[[OwnedLane], None],
        closed: Callable[[int], None],
    ) -> None:
        self._connection = connection
        self._plan = plan
        self._opened = opened
        self._closed = closed
        self._membership = Membership(plan.group, (plan.source,), plan.instance_id)
        self.consumer = AIOKafkaConsumer(**connection.options(), **self._membership.options())
        self.holdings: dict[TopicPartition, Holding] = {}
        self.epoch = 0
        self._open_epoch = 0
        self._granted: frozenset[TopicPartition] | None = None  # None between revoke and grant: nothing may be opened
        self._parked: dict[int, OwnedLane] = {}
        self._hand_over = asyncio.Lock()

    @property
    def is_settled(self) -> bool:
        """Whether all that the group granted is open, and it is not about to change its mind."""
        return self._granted is not None and self._open_epoch == self.epoch

    async def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        """Finish the writes in hand within the budget; what takes longer ends the process before it can write again."""
        del revoked  # rebalances are eager: it is always all of them
        with fatal_on_error():
            self.epoch, self._granted = self.epoch + 1, None
            self.consumer.pause(*self.consumer.assignment())
            async with asyncio.timeout(self._membership.revoke_seconds):
                await self.release()

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        """Note what was granted; nothing is read of it until its rows are there."""
        with fatal_on_error():
            self.epoch, self._granted = self.epoch + 1, frozenset(assigned)
            self.consumer.pause(*self._granted)

    async def open(self) -> None:
        """Open what is granted and not yet open, unless the group takes it back meanwhile; within five minutes."""
        if self._granted is None or self.is_settled:
            return
        epoch, holdings = self.epoch, {tp: self._holding(tp) for tp in self._granted}
        try:
            async with asyncio.timeout(OPEN_SECONDS):
                await asyncio.gather(*(holding.writer.start() for holding in holdings.values()))
                restored = await restore(self._connection, self._plan.state, [h.owned for h in holdings.values()])
                starts = await self._starts(holdings)
            if epoch == self.epoch:  # nothing is awaited from here on, so the assignment cannot change under us
                self._settle(holdings, starts)
                log.info("lanes.opened", group=self._plan.group, lanes=len(holdings), restored=restored, epoch=epoch)
        finally:
            if self.holdings is not holdings:  # void, but for the rows
                await asyncio.gather(*(holding.writer.stop() for holding in holdings.values()))
                self._parked |= {holding.owned.partition: holding.owned for holding in holdings.values()}

    def _holding(self, tp: TopicPartition) -> Holding:
        owned = self._parked.pop(tp.partition, None) or OwnedLane(tp.partition)
        writer = FencedWriter(self._connection, self._plan.group, tp)
        return Holding(self._plan, owned, Lane(tp.topic, tp.partition, self.epoch), writer)

    async def _starts(self, tps: Iterable[TopicPartition]) -> dict[TopicPartition, int]:
        """Where to read on. Only now, for the fence has completed or aborted what a former owner had begun."""
        starts: dict[TopicPartition, int] = await self.consumer.beginning_offsets(list(tps))
        for tp, committed in zip(starts, await asyncio.gather(*map(self.consumer.committed, starts)), strict=True):
            starts[tp] = max(starts[tp], committed or 0)
        return starts

    def _settle(self, holdings: dict[TopicPartition, Holding], starts: dict[TopicPartition, int]) -> None:
        for tp, start in starts.items():
            self.consumer.seek(tp, start)
            holdings[tp].lane.rest(start)
        self.consumer.resume(*holdings)
        self.holdings, self._open_epoch = holdings, self.epoch
        self._parked.clear()
        for holding in holdings.values():
            self._opened(holding.owned)

    async def release(self) -> None:
        """Wait for the writes in hand, close all lanes, keep their rows."""
        async with self._hand_over:
            await asyncio.gather(*(holding.release() for holding in self.holdings.values()))
            for holding in self.holdings.values():
                self._parked[holding.owned.partition] = holding.owned
                self._closed(holding.owned.partition)
            self.holdings = {}
