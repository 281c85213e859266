"""Which partitions are ours now, and the one way to write for them: opened when granted, released when taken back.

A grant is only noted in the group's callback, during which aiokafka sends no heartbeats; :meth:`Tenure.open` does the
work: fence, restore, committed offset, seek, in this order. Never reads a record of the source.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import structlog
from aiokafka import ConsumerRebalanceListener, TopicPartition

from wirekit.clock import SystemClock
from wirekit.errors import ConfigError, TemporaryFailure
from wirekit.kafka import Connection, until_answered
from wirekit.kafka.records import Outgoing, Record
from wirekit.streams.cloudevents import Envelope, encode_headers, source_of
from wirekit.streams.consumer import REVOKE_SECONDS
from wirekit.streams.dead_letters import DeadLetters
from wirekit.streams.lane import Lane
from wirekit.streams.publisher import FencedWriter
from wirekit.streams.rows import Decide, Effects, OwnedLane, Ownership, restore
from wirekit.streams.watchdog import fatal_on_error

OPEN_SECONDS = 300.0

log = structlog.get_logger()


class Holding:
    """One partition from its opening to its release: its rows, lane and writer, and the lock that keeps them one.

    After an error the lane is closed, for nobody knows what was written: the process has to restart.
    """

    def __init__(self, plan: Ownership, owned: OwnedLane, lane: Lane, writer: FencedWriter) -> None:
        self.owned = owned
        self.lane = lane
        self.writer = writer
        self.tries = 0  # of the chunk that comes next
        self._plan = plan
        self._clock = SystemClock()
        self._lock = asyncio.Lock()

    async def write(self, decide: Decide, dead_letters: DeadLetters, records: Sequence[Record] = ()) -> Effects | None:
        """Decide when no other write can come between, make the effects durable, then visible in the rows.

        *records* are the input that *decide* folds; their end is committed in the same transaction. None where the lane
        was given back meanwhile: then nothing is decided.
        """
        async with self._lock:
            if not self.lane.is_open:
                return None
            try:
                effects = decide(self.owned)
                batch = self.lane.take(records) if records else None
                dead_letters.passed(len(records) - len(effects.buried))
                letters = [dead_letters.letter(record, reason) for record, reason in effects.buried]
                outgoing = [*self._rows(effects), *effects.outputs, *letters]
                if outgoing or batch:
                    await self._write(effects, outgoing, batch.end if batch else None)
            except TemporaryFailure:  # of decide; nothing was begun
                raise
            except BaseException:
                self.lane.close()
                raise
            if batch:
                batch.acknowledge()
                self.lane.committed = batch.end
            if effects.told:
                effects.told()
            return effects

    async def _write(self, effects: Effects, outgoing: Sequence[Outgoing], upto: int | None) -> None:
        if large := next((item for item in outgoing if item.is_oversize), None):
            raise ValueError(f"a record of {large.size} bytes is too large for {large.topic}; its key is {large.key!r}")
        ends = await self.writer.write(outgoing, upto)
        for key, value in effects.rows.items():
            self.owned.apply(key, value)
        self.owned.position = ends.get((self._plan.state, self.owned.partition), self.owned.position)

    def _rows(self, effects: Effects) -> list[Outgoing]:
        """The rows as records of the state topic, in the partition of the same number, under stable ids."""
        now, source, rows = self._clock.now(), source_of(self._plan.writer), []
        for key, value in effects.rows.items():
            version = hashlib.blake2b(key + b"\0" + (value or b""), digest_size=16).hexdigest()
            headers = encode_headers(self._plan.row_type(key), Envelope(version, source, now))
            rows.append(Outgoing(self._plan.state, key, value, headers, self.owned.partition))
        return rows

    async def release(self) -> None:
        """Wait for the write in hand, then let nobody write any more."""
        async with self._lock:
            self.lane.close()
            await self.writer.stop()


class Tenure(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka publishes no types
    """The holdings of one member of the group, by partition of the source, and its consumer.

    *epoch* grows at each revoke and each grant; what was fetched in an older one is void. The rows of released
    partitions stay in memory: if we get them back, only the tail is read.
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
        self.consumer: Any = None  # made when it is started
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
            async with asyncio.timeout(REVOKE_SECONDS):
                await self.release()

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        """Note what was granted; nothing is read of it until its rows are there."""
        with fatal_on_error():
            self.epoch, self._granted = self.epoch + 1, frozenset(assigned)
            self.consumer.pause(*self._granted)

    async def open(self) -> None:
        """Open what is granted and not yet open, unless the group takes it back meanwhile.

        ConfigError where the source was given more partitions than the state topic has. What takes longer than five
        minutes, because Kafka is away for one, is left for the next call.
        """
        if self._granted is None or self.is_settled:
            return
        epoch, holdings = self.epoch, {tp: self._holding(tp) for tp in self._granted}
        try:
            async with asyncio.timeout(OPEN_SECONDS):
                await asyncio.gather(*(self._fence(holding) for holding in holdings.values()))
                restored = await restore(self._connection, self._plan.state, [h.owned for h in holdings.values()])
                starts = await self._starts(holdings)
            if epoch == self.epoch:  # nothing is awaited from here on, so the assignment cannot change under us
                self._settle(holdings, starts)
                log.info("lanes.opened", group=self._plan.group, lanes=len(holdings), restored=restored, epoch=epoch)
        except TimeoutError:
            log.warning("lanes.not_opened", group=self._plan.group, lanes=len(holdings), seconds=OPEN_SECONDS)
        finally:
            if self.holdings is not holdings:  # void, but for the rows
                await asyncio.gather(*(holding.writer.stop() for holding in holdings.values()))
                self._parked |= {holding.owned.partition: holding.owned for holding in holdings.values()}

    async def _fence(self, holding: Holding) -> None:
        await holding.writer.start()
        source, state, partition = self._plan.source, self._plan.state, holding.owned.partition
        if partition not in await holding.writer.partitions_of(state):  # it would be waited for without end
            raise ConfigError(
                f"{state} has no partition {partition}, where the rows for that partition of {source} belong: "
                "they must have equally many for ever"
            )

    def _holding(self, tp: TopicPartition) -> Holding:
        owned = self._parked.pop(tp.partition, None) or OwnedLane(tp.partition)
        writer = FencedWriter(self._connection, self._plan.group, tp)
        return Holding(self._plan, owned, Lane(tp.topic, tp.partition, self.epoch), writer)

    async def _starts(self, tps: Iterable[TopicPartition]) -> dict[TopicPartition, int]:
        """Where to read on. Only now, for the fence has completed or aborted what a former owner had begun."""
        starts: dict[TopicPartition, int] = await until_answered(lambda: self.consumer.beginning_offsets(list(tps)))
        for tp, committed in zip(starts, await asyncio.gather(*map(self.consumer.committed, starts)), strict=True):
            # A committed offset stands, though retention may have passed it: reading there finds out, and says so.
            starts[tp] = starts[tp] if committed is None else committed
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

    def lanes(self) -> dict[TopicPartition, Lane]:
        """The open lanes."""
        return {tp: holding.lane for tp, holding in self.holdings.items()}

    def put_back(self, holding: Holding, offset: int, seconds: float) -> None:
        """Read the partition of *holding* from *offset* on, in so many *seconds* and if it is ours by then."""
        tp = TopicPartition(holding.lane.topic, holding.lane.partition)

        def resume() -> None:
            if self.holdings.get(tp) is holding:
                self.consumer.resume(tp)

        if self.holdings.get(tp) is holding:
            self.consumer.seek(tp, offset)
            self.consumer.pause(tp)
            holding.lane.fetched = offset
            asyncio.get_running_loop().call_later(seconds, resume)

    async def release(self) -> None:
        """Wait for the writes in hand, close all lanes, keep their rows."""
        async with self._hand_over:
            await asyncio.gather(*(holding.release() for holding in self.holdings.values()))
            for holding in self.holdings.values():
                self._parked[holding.owned.partition] = holding.owned
                self._closed(holding.owned.partition)
            self.holdings = {}
