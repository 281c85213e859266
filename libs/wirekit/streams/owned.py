"""Partition-owned state: a worker owns the rows of partition *p* while its group gives it partition *p* of the source.

For each chunk of input: fold it over the rows (pure), then write rows, outputs and input offset in one fenced
transaction: they become visible together or not at all. A row is the fold of its input in offset order, replaced as a
whole. Timers write the same way without an offset. An error ends :meth:`OwnedState.run`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence

from aiokafka import TopicPartition

from wirekit.streams.consumer import COMMIT_SECONDS, commit, coordination_failure, fetch, stable_end, start
from wirekit.streams.dead_letters import DeadLetters
from wirekit.streams.lane import Lane
from wirekit.streams.records import Connection, Record
from wirekit.streams.tenure import Decide, Effects, Fold, Holding, OwnedLane, Ownership, Tenure
from wirekit.streams.watchdog import Observer, Unobserved, report

CHUNK_RECORDS = 500  # over all partitions together


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
        self._plan = plan
        self._fold = fold
        self._observer = observer or Unobserved()
        self._tenure = Tenure(connection, plan, opened, closed)
        self._dead_letters = DeadLetters(plan.group)
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
        tenure = self._tenure
        return [(holding.lane, stable_end(tenure.consumer, tp)) for tp, holding in tenure.holdings.items()]

    def failure(self) -> str | None:
        """What ended the coordination with the group, unless it is well."""
        return coordination_failure(self._tenure.consumer)

    async def run(self) -> None:
        """Own what the group gives us, until cancelled; then the writes in hand finish and we leave the group.

        Raises what the fold raised, or Kafka: ``ProducerFenced`` where another process took a partition over.
        """
        consumer = self._tenure.consumer
        reporting = asyncio.create_task(report(self, self._observer))
        try:
            await start(consumer, (self._plan.source, self._plan.state))
            consumer.subscribe((self._plan.source,), listener=self._tenure)
            while self._failure is None:
                await self._tenure.open()
                await self._step()
            raise self._failure
        finally:
            reporting.cancel()
            await self._tenure.release()
            await consumer.stop()

    async def update(self, lane: OwnedLane, decide: Decide) -> bool:
        """Make the effects that *decide* (pure) gives for the rows durable and visible, in a transaction without input.

        False when the lane was given back: nothing is decided or written, its new owner goes on.
        """
        holding = self._tenure.holdings.get(TopicPartition(self._plan.source, lane.partition))
        if holding is None or holding.owned is not lane:
            return False
        return await self._unbroken(holding, decide) is not None

    async def _unbroken(self, holding: Holding, decide: Decide, records: Sequence[Record] = ()) -> Effects | None:
        """A write that a cancelled caller cannot break off half-way; what it raises also ends :meth:`run`."""
        task = asyncio.create_task(holding.write(decide, self._dead_letters, records))
        task.add_done_callback(self._note_failure)
        return await asyncio.shield(task)

    def _note_failure(self, task: asyncio.Task[Effects | None]) -> None:
        if not task.cancelled() and (error := task.exception()):
            self._failure = self._failure or error

    async def _step(self) -> None:
        tenure, epoch = self._tenure, self._tenure.epoch
        fetched = await fetch(tenure.consumer, CHUNK_RECORDS)
        if epoch != tenure.epoch or not tenure.is_settled:
            return  # void: opening seeks to what is committed
        await asyncio.gather(*(self._chunk(tenure.holdings[tp], records) for tp, records in fetched.items()))
        if time.monotonic() >= self._next_rest:
            self._next_rest = time.monotonic() + COMMIT_SECONDS
            # Never while a chunk is written: this commit would undo the offset in its transaction.
            await commit(tenure.consumer, {tp: holding.lane for tp, holding in tenure.holdings.items()})

    async def _chunk(self, holding: Holding, records: Sequence[Record]) -> None:
        started, topic = time.monotonic(), self._plan.source
        holding.lane.fetched = records[-1].offset + 1
        self._observer.counted(topic, "in", len(records))
        effects = await self._unbroken(holding, lambda lane: self._fold(lane, records), records)
        if effects is None:
            self._observer.counted(topic, "stale", len(records))
            return
        self._observer.counted(topic, "out", len(effects.outputs))
        self._observer.counted(topic, "buried", len(effects.buried))
        self._observer.batch_took(topic, time.monotonic() - started)
