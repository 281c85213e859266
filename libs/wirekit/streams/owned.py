"""Partition-owned state: a worker owns the rows of partition *p* while its group gives it partition *p* of the source.

For each chunk of input: fold it over the rows (pure), then write rows, outputs and input offset in one fenced
transaction: they become visible together or not at all. A row is the fold of its input in offset order, replaced as a
whole. Timers write the same way without an offset. An error ends :meth:`OwnedState.run`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence

import structlog
from aiokafka import AIOKafkaConsumer, TopicPartition

from wirekit.errors import TemporaryFailure
from wirekit.kafka import Connection
from wirekit.kafka.insight import coordination_failure, stable_end
from wirekit.kafka.reading import start, stop_consumer
from wirekit.kafka.records import Record
from wirekit.streams.consumer import COMMIT_SECONDS, Membership, commit, fetch_owned
from wirekit.streams.dead_letters import DeadLetters
from wirekit.streams.lane import Lane
from wirekit.streams.observing import Observer, Unobserved, report
from wirekit.streams.pace import OUTAGE_TRIES, Pace, wait_seconds
from wirekit.streams.rows import Decide, Effects, Fold, OwnedLane, Ownership
from wirekit.streams.tenure import Holding, Tenure

log = structlog.get_logger()


class OwnedState:
    """The partitions of *plan* that the group gives this process. Make it on the event loop that it shall run on.

    *opened* and *closed* are called on the event loop when a lane is restored and when it is gone; they must be short.
    """

    def __init__(
        self,
        connection: Connection,
        plan: Ownership,
        fold: Fold,
        opened: Callable[[OwnedLane], None] = lambda _: None,
        closed: Callable[[int], None] = lambda _: None,
        observer: Observer | None = None,
    ) -> None:
        self._connection = connection
        self._plan = plan
        self._fold = fold
        self._observer = observer or Unobserved()
        self._pace = Pace()  # over all partitions together
        self._tenure = Tenure(connection, plan, opened, closed)
        self._dead_letters = DeadLetters(plan.writer)
        self._failure: BaseException | None = None
        self._next_rest = 0.0

    @property
    def is_assigned(self) -> bool:
        """Whether the group has said which partitions are ours, and their rows are restored."""
        return self._tenure.is_settled

    @property
    def lanes(self) -> Mapping[int, OwnedLane]:
        """The open lanes by partition."""
        return {tp.partition: holding.owned for tp, holding in self._tenure.holdings.items()}

    def progress(self) -> list[tuple[Lane, int]]:
        """The open lanes of the source, each with the end of what is committed there."""
        return [(lane, stable_end(self._tenure.consumer, tp)) for tp, lane in self._tenure.lanes().items()]

    def failure(self) -> Exception | None:
        """What ended the coordination with the group, unless it is well."""
        return coordination_failure(self._tenure.consumer)

    async def run(self) -> None:
        """Own what the group gives us, until cancelled; then the writes in hand finish and we leave the group.

        A fold that raises TemporaryFailure is tried again, first quickly, then steadily, while its partition waits and
        all that lies before the record at fault is written. Raises anything else that the fold raised, or Kafka:
        ``ProducerFenced`` where another process took a partition over.
        """
        membership = Membership(self._plan.group, (self._plan.source,), self._plan.instance_id)
        consumer = AIOKafkaConsumer(**self._connection.options(), **membership.options())
        self._tenure.consumer = consumer

        async def work() -> None:
            await start(consumer, (self._plan.source, self._plan.state))
            consumer.subscribe((self._plan.source,), listener=self._tenure)
            while self._failure is None:
                await self._tenure.open()
                await self._step()
            raise self._failure

        tasks = [asyncio.create_task(each) for each in (work(), report(self, self._observer))]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            await self._tenure.release()
            await stop_consumer(consumer)
        for task in tasks:
            if not task.cancelled():
                task.result()

    async def update(self, lane: OwnedLane, decide: Decide) -> bool:
        """Make the effects that *decide* (pure) gives for the rows durable and visible, in a transaction without input.

        False when the lane was given back: nothing is decided or written, its new owner goes on. What *decide* raises
        ends :meth:`run`, unless it is a TemporaryFailure: that is the caller's alone.
        """
        holding = self._tenure.holdings.get(TopicPartition(self._plan.source, lane.partition))
        if holding is None or holding.owned is not lane:
            return False
        return await self._unbroken(holding, decide) is not None

    async def _unbroken(self, holding: Holding, decide: Decide, records: Sequence[Record] = ()) -> Effects | None:
        """A write that a cancelled caller cannot break off half-way."""

        def note(task: asyncio.Task[Effects | None]) -> None:
            if not task.cancelled() and (error := task.exception()) and not isinstance(error, TemporaryFailure):
                self._failure = self._failure or error

        task = asyncio.create_task(holding.write(decide, self._dead_letters, records))
        task.add_done_callback(note)
        return await asyncio.shield(task)

    async def _step(self) -> None:
        tenure, epoch = self._tenure, self._tenure.epoch
        fetched, started = await fetch_owned(tenure.consumer, tenure.lanes, self._pace.records), time.monotonic()
        if epoch != tenure.epoch or not tenure.is_settled:
            return  # void: opening seeks to what is committed
        await asyncio.gather(*(self._chunk(tenure.holdings[tp], records) for tp, records in fetched.items()))
        if fetched:
            self._pace.took(sum(map(len, fetched.values())), time.monotonic() - started)
        if time.monotonic() >= self._next_rest:
            self._next_rest = time.monotonic() + COMMIT_SECONDS
            # Never while a chunk is written: this commit would undo the offset in its transaction.
            await commit(tenure.consumer, tenure.lanes())

    async def _chunk(self, holding: Holding, records: Sequence[Record]) -> None:
        holding.lane.fetched = records[-1].offset + 1
        try:
            await self._folded(holding, records)
        except TemporaryFailure:
            for record in records:  # what lies before the record at fault need not wait
                try:
                    await self._folded(holding, [record])
                except TemporaryFailure as failure:
                    self._postpone(holding, record, failure)
                    return

    async def _folded(self, holding: Holding, records: Sequence[Record]) -> None:
        started, topic = time.monotonic(), self._plan.source
        effects = await self._unbroken(holding, lambda lane: self._fold(lane, records), records)
        self._observer.counted(topic, "in", len(records))
        if effects is None:
            self._observer.counted(topic, "stale", len(records))
            return
        holding.tries = 0
        self._observer.counted(topic, "out", len(effects.outputs))
        self._observer.counted(topic, "buried", len(effects.buried))
        self._observer.batch_took(topic, time.monotonic() - started)

    def _postpone(self, holding: Holding, record: Record, failure: TemporaryFailure) -> None:
        """Read *record* again later, and nothing of its partition before it."""
        holding.tries += 1
        holding.lane.waits += 1
        self._observer.counted(record.topic, "retried", 1)
        if holding.tries == OUTAGE_TRIES:
            log.warning("lane.waiting", lane=repr(holding.lane), offset=record.offset, error=str(failure))
        self._tenure.put_back(holding, record.offset, wait_seconds(holding.tries))
