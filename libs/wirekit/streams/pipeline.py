"""The line of every stateless step: handle a batch, write what it yields in order, await confirmation, acknowledge.

Several batches are in hand at once; the outputs of one lane still leave in its order. What fails for now is tried
again, first quickly, then steadily for as long as it takes, while its slot stays occupied: that is the back-pressure.
An output too large for its topic buries the record which caused it. Any other error ends :meth:`Pipeline.run` with
nothing acknowledged. Knows no Faust and no consumer group.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Protocol, Self, cast

import structlog

from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka.records import Outgoing, Record
from wirekit.streams.dead_letters import DeadLetters
from wirekit.streams.lane import Batch, Lane
from wirekit.streams.observing import Observer, Unobserved, Watched, report
from wirekit.streams.pace import OUTAGE_TRIES, Pace, wait_seconds
from wirekit.streams.publisher import Publisher

Outcome = Sequence[Outgoing] | InvalidMessage | TemporaryFailure
"""What one record comes to: records to write (none is legal), or why it is buried, or that it must be tried again."""

Handler = Callable[[Sequence[Record]], Awaitable[Sequence[Outcome]]]
"""One outcome per record, in order. A :class:`TemporaryFailure` that it raises stands for all of them."""

IN_FLIGHT = 4  # batches in hand at once
DRAIN_SECONDS = 10.0

log = structlog.get_logger()


class BatchSource(Watched, Protocol):
    """Where batches come from; entering it joins a group, leaving it commits what is done and leaves the group."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(self, *_: object) -> None: ...

    @property
    def pace(self) -> Pace:
        """How large its batches are; is told how long they took."""

    def batches(self) -> AsyncIterator[Batch]:
        """Batches as they come, in order within a lane; several may be in hand."""


class Pipeline:
    """Runs *handler* over the batches of *source*."""

    def __init__(
        self,
        source: BatchSource,
        handler: Handler,
        publisher: Publisher,
        dead_letters: DeadLetters,
        observer: Observer | None = None,
    ) -> None:
        self._source = source
        self._handler = handler
        self._publisher = publisher
        self._dead_letters = dead_letters
        self._observer = observer or Unobserved()
        self._slots = asyncio.Semaphore(IN_FLIGHT)
        self._tails: dict[Lane, asyncio.Future[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Work until cancelled (batches in hand then get ten seconds to finish) or something fails; raise that."""
        failure: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        async with self._source:
            intake = asyncio.create_task(self._take_in(failure))
            reporting = asyncio.create_task(report(self._source, self._observer))
            try:
                await asyncio.wait({intake, failure, reporting}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                reporting.cancel()
                intake.cancel()
                if self._tasks and not failure.done():
                    await asyncio.wait(self._tasks, timeout=DRAIN_SECONDS)
                for task in self._tasks:
                    task.cancel()
                await asyncio.wait({intake, reporting, *self._tasks})
            for ended in (intake, failure, reporting):
                if ended.done() and not ended.cancelled():
                    ended.result()

    async def _take_in(self, failure: asyncio.Future[None]) -> None:
        def finished(task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            self._slots.release()
            if not task.cancelled() and (error := task.exception()) and not failure.done():
                failure.set_exception(error)

        async for batch in self._source.batches():
            self._observer.counted(batch.lane.topic, "in", len(batch.records))
            await self._slots.acquire()
            before, sent = self._tails.get(batch.lane), asyncio.get_running_loop().create_future()
            self._tails[batch.lane] = sent
            task = asyncio.create_task(self._process(batch, before, sent))
            self._tasks.add(task)
            task.add_done_callback(finished)

    async def _process(self, batch: Batch, before: asyncio.Future[None] | None, sent: asyncio.Future[None]) -> None:
        started, lane = time.monotonic(), batch.lane
        outcomes = await self._handled(batch)
        if before:
            await before
        confirmation = await self._publisher.enqueue(self._outgoing(batch, outcomes)) if lane.is_open else None
        sent.set_result(None)
        if self._tails.get(lane) is sent:
            del self._tails[lane]
        if confirmation:
            await confirmation
            batch.acknowledge()
            self._observer.batch_took(lane.topic, time.monotonic() - started)
        else:
            self._observer.counted(lane.topic, "stale", len(batch.records))

    async def _handled(self, batch: Batch) -> Sequence[Outcome]:
        """The outcomes, when none of them waits any longer or the lane is lost."""
        outcomes, tries = list(await self._tried(batch.records)), 0
        while waiting := {index: o for index, o in enumerate(outcomes) if isinstance(o, TemporaryFailure)}:
            if not batch.lane.is_open:
                break
            tries += 1
            await self._pause(batch.lane, tries, list(waiting.values()))
            again = await self._tried([batch.records[index] for index in waiting])
            for index, outcome in zip(waiting, again, strict=True):
                outcomes[index] = outcome
        return outcomes

    async def _pause(self, lane: Lane, tries: int, failures: Sequence[TemporaryFailure]) -> None:
        if tries == OUTAGE_TRIES:
            log.warning("pipeline.waiting", topic=lane.topic, records=len(failures), error=str(failures[0]))
        self._observer.counted(lane.topic, "retried", len(failures))
        for each, _ in self._source.progress():
            if each is lane or each not in self._tails:  # what waits may hold all slots: a lane without one waits too
                each.waits += 1
        await asyncio.sleep(wait_seconds(tries))

    async def _tried(self, records: Sequence[Record]) -> Sequence[Outcome]:
        started = time.monotonic()
        try:
            outcomes = await self._handler(records)
        except TemporaryFailure as failure:
            return [failure] * len(records)
        finally:
            self._source.pace.took(len(records), time.monotonic() - started)
        if len(outcomes) != len(records):
            raise ValueError(f"the handler gave {len(outcomes)} outcomes for {len(records)} records")
        return outcomes

    def _outgoing(self, batch: Batch, outcomes: Sequence[Outcome]) -> list[Outgoing]:
        """Outputs and dead letters in the order of their records."""
        outgoing: list[Outgoing] = []
        buried = 0
        for record, outcome in zip(batch.records, outcomes, strict=True):
            if reason := _reason_to_bury(outcome):
                outgoing.append(self._dead_letters.letter(record, reason))
                buried += 1
            else:
                outgoing += cast("Sequence[Outgoing]", outcome)
                self._dead_letters.passed(1)
        self._observer.counted(batch.lane.topic, "out", len(outgoing) - buried)
        self._observer.counted(batch.lane.topic, "buried", buried)
        return outgoing


def _reason_to_bury(outcome: Outcome) -> InvalidMessage | None:
    """Why nothing of *outcome* can be written; an output that its topic refuses is such a reason."""
    if isinstance(outcome, InvalidMessage):
        return outcome
    large = next((item for item in cast("Sequence[Outgoing]", outcome) if item.is_oversize), None)
    return InvalidMessage("output_too_large", f"{large.size} bytes for {large.topic}") if large else None
