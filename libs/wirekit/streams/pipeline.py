"""The line of every stateless step: handle a batch, write what it yields in order, await confirmation, acknowledge.

Several batches are in hand at once; the outputs of one lane still leave in its order. What has failed for a while is
tried again, first quickly, then at a steady pace for as long as it takes, while its slot stays occupied: that is the
back-pressure. An output too large for its topic buries the record which caused it. Any other error ends
:meth:`Pipeline.run` with that error and nothing acknowledged. Knows no Faust and no consumer group.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog

from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.streams.dead_letters import DeadLetters
from wirekit.streams.lane import Batch, Lane
from wirekit.streams.observer import Observer, Unobserved, report
from wirekit.streams.publisher import Publisher
from wirekit.streams.records import Outgoing, Record
from wirekit.streams.subscription import BatchSource

Outcome = Sequence[Outgoing] | InvalidMessage | TemporaryFailure
"""What one record comes to: records to write (none is legal), or why it is buried, or that it must be tried again."""

Handler = Callable[[Sequence[Record]], Awaitable[Sequence[Outcome]]]
"""One outcome per record, in order. A :class:`TemporaryFailure` that it raises stands for all of them."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Pace:
    """How hard the line works.

    Attributes:
        in_flight: Batches in hand at once.
        patience: Tries after which a failure counts as an outage: the process says it waits.
        first_wait: Seconds before the second try; doubles with each.
        longest_wait: Seconds between the tries of an outage.
        drain_seconds: What batches in hand get to finish when the line is stopped.
    """

    in_flight: int = 4
    patience: int = 5
    first_wait: float = 0.1
    longest_wait: float = 5.0
    drain_seconds: float = 10.0

    def wait(self, attempt: int, asked: float | None) -> float:
        """Seconds before try *attempt* + 1; *asked* is what the other side wants, at most a minute of it."""
        return max(min(asked or 0.0, 60.0), min(self.first_wait * 2.0 ** min(attempt - 1, 16), self.longest_wait))


class Pipeline:
    """Runs *handler* over the batches of *source*."""

    def __init__(
        self,
        source: BatchSource,
        handler: Handler,
        publisher: Publisher,
        dead_letters: DeadLetters,
        *,
        pace: Pace | None = None,
        observer: Observer | None = None,
    ) -> None:
        self._source = source
        self._handler = handler
        self._publisher = publisher
        self._dead_letters = dead_letters
        self._pace = pace or Pace()
        self._observer = observer or Unobserved()
        self._slots = asyncio.Semaphore(self._pace.in_flight)
        self._tails: dict[Lane, asyncio.Future[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._failure: asyncio.Future[None] | None = None
        self._waiting = 0

    @property
    def is_waiting(self) -> bool:
        """Whether a dependency is away: not ready, but alive."""
        return self._waiting > 0

    async def run(self) -> None:
        """Work until cancelled (then batches in hand get their budget to finish) or until something fails.

        Raises:
            Exception: Whatever the handler, the source or the publisher raised, apart from the two fates handled here.
        """
        failure = self._failure = asyncio.get_running_loop().create_future()
        async with self._source:
            intake = asyncio.create_task(self._take_in())
            reporting = asyncio.create_task(report(self._source.progress, self._observer))
            try:
                await asyncio.wait({intake, failure}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                reporting.cancel()
                await self._stop(intake)
            if intake.done() and not intake.cancelled():
                intake.result()
            if failure.done():
                failure.result()

    async def _take_in(self) -> None:
        async for batch in self._source.batches():
            self._observer.counted(batch.lane.topic, "in", len(batch.records))
            await self._slots.acquire()
            before = self._tails.get(batch.lane)
            sent = self._tails[batch.lane] = asyncio.get_running_loop().create_future()
            task = asyncio.create_task(self._process(batch, before, sent))
            self._tasks.add(task)
            task.add_done_callback(self._finished)

    async def _stop(self, intake: asyncio.Task[None]) -> None:
        intake.cancel()
        failed = self._failure is not None and self._failure.done()
        if self._tasks and not failed:
            await asyncio.wait(self._tasks, timeout=self._pace.drain_seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.wait({intake, *self._tasks})

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._slots.release()
        if task.cancelled() or (error := task.exception()) is None:
            return
        if self._failure is not None and not self._failure.done():
            self._failure.set_exception(error)

    async def _process(self, batch: Batch, before: asyncio.Future[None] | None, sent: asyncio.Future[None]) -> None:
        started = time.monotonic()
        outcomes = await self._handled(batch)
        if before is not None:
            await before
        if batch.lane.is_open:
            outgoing = self._outgoing(batch, outcomes)
            confirmation = await self._publisher.enqueue(outgoing)
            self._sent(batch.lane, sent)
            await confirmation
            batch.acknowledge()
            self._observer.batch_took(batch.lane.topic, time.monotonic() - started)
        else:
            self._sent(batch.lane, sent)
            self._observer.counted(batch.lane.topic, "stale", len(batch.records))

    def _sent(self, lane: Lane, sent: asyncio.Future[None]) -> None:
        sent.set_result(None)
        if self._tails.get(lane) is sent:
            del self._tails[lane]

    async def _handled(self, batch: Batch) -> Sequence[Outcome]:
        """The outcomes, when none of them waits any longer or the lane is lost."""
        outcomes = list(await self._tried(batch.records))
        attempt = 0
        while batch.lane.is_open and (
            waiting := {index: o for index, o in enumerate(outcomes) if isinstance(o, TemporaryFailure)}
        ):
            attempt += 1
            self._observer.counted(batch.lane.topic, "retried", len(waiting))
            await self._pause(batch, attempt, list(waiting.values()))
            again = await self._tried([batch.records[index] for index in waiting])
            for index, outcome in zip(waiting, again, strict=True):
                outcomes[index] = outcome
        return outcomes

    async def _pause(self, batch: Batch, attempt: int, failures: Sequence[TemporaryFailure]) -> None:
        if attempt == self._pace.patience:
            log.warning("pipeline.waiting", topic=batch.lane.topic, records=len(failures), error=str(failures[0]))
        outage = attempt >= self._pace.patience
        batch.lane.waits += 1
        self._waiting += outage
        try:
            await asyncio.sleep(self._pace.wait(attempt, max((f.retry_after or 0.0) for f in failures)))
        finally:
            self._waiting -= outage

    async def _tried(self, records: Sequence[Record]) -> Sequence[Outcome]:
        try:
            outcomes = await self._handler(records)
        except TemporaryFailure as failure:
            return [failure] * len(records)
        if len(outcomes) != len(records):
            raise ValueError(f"the handler gave {len(outcomes)} outcomes for {len(records)} records")
        return outcomes

    def _outgoing(self, batch: Batch, outcomes: Sequence[Outcome]) -> list[Outgoing]:
        """Outputs and dead letters in the order of their records."""
        outgoing: list[Outgoing] = []
        passed = buried = 0
        for record, outcome in zip(batch.records, outcomes, strict=True):
            reason = _reason_to_bury(outcome)
            if reason is None:
                outgoing.extend(outcome)  # type: ignore[arg-type]  # neither of the errors: records
                passed += 1
                continue
            self._dead_letters.passed(passed)
            outgoing.append(self._dead_letters.letter(record, reason))
            passed, buried = 0, buried + 1
        self._dead_letters.passed(passed)
        self._observer.counted(batch.lane.topic, "out", len(outgoing) - buried)
        self._observer.counted(batch.lane.topic, "buried", buried)
        return outgoing


def _reason_to_bury(outcome: Outcome) -> InvalidMessage | None:
    if isinstance(outcome, InvalidMessage):
        return outcome
    if isinstance(outcome, TemporaryFailure):
        raise TypeError("a temporary failure is never written")
    large = next((item for item in outcome if item.is_oversize), None)
    return None if large is None else InvalidMessage("output_too_large", f"{large.size} bytes for {large.topic}")
