"""Stand-ins for the streams' neighbours: a scripted source, a publisher that lists, an observer that counts."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Iterable, Sequence
from typing import Self

from wirekit.kafka.records import Outgoing, Record
from wirekit.streams.lane import Batch, Lane
from wirekit.streams.pace import Pace
from wirekit.streams.publisher import Publisher


class ScriptedSource:
    """Hands out what it was given, then waits for ever."""

    def __init__(self, *batches: Batch) -> None:
        self._batches = batches
        self.lanes = tuple({batch.lane: None for batch in batches})
        self.pace = Pace()
        self.is_left = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.is_left = True

    async def batches(self) -> AsyncIterator[Batch]:
        for batch in self._batches:
            yield batch
        await asyncio.Event().wait()

    def progress(self) -> Iterable[tuple[Lane, int]]:
        ends = {batch.lane: batch.end for batch in self._batches}
        return [(lane, ends[lane]) for lane in self.lanes]

    def failure(self) -> Exception | None:
        return None


class OneLane:
    """One lane, the end of its log, and what broke."""

    def __init__(self, lane: Lane, end: int) -> None:
        self.lane = lane
        self.end = end
        self.broken: Exception | None = None

    def progress(self) -> Iterable[tuple[Lane, int]]:
        return [(self.lane, self.end)]

    def failure(self) -> Exception | None:
        return self.broken


class ListingPublisher(Publisher):
    """Lists what was queued; the confirmation waits for ``confirm``, which is set unless a test clears it."""

    def __init__(self) -> None:
        self.queued: list[Outgoing] = []
        self.confirm = asyncio.Event()
        self.confirm.set()

    async def enqueue(self, outgoing: Iterable[Outgoing]) -> Awaitable[None]:
        for item in outgoing:
            await asyncio.sleep(0)
            self.queued.append(item)
        return self._when_confirmed()

    async def _when_confirmed(self) -> None:
        await self.confirm.wait()


class CountingObserver:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.batches = 0
        self.progress: dict[int, tuple[int, float]] = {}
        self.rebalances = 0

    def counted(self, topic: str, fate: str, records: int) -> None:
        del topic
        self.counts[fate] += records

    def batch_took(self, topic: str, seconds: float) -> None:
        del topic, seconds
        self.batches += 1

    def progressed(self, topic: str, partition: int, records: int, seconds: float) -> None:
        del topic
        self.progress[partition] = records, seconds

    def released(self, topic: str, partition: int) -> None:
        del topic
        del self.progress[partition]

    def rebalanced(self, topic: str) -> None:
        del topic
        self.rebalances += 1


def records(*values: bytes, start: int = 0, partition: int = 0) -> list[Record]:
    return [Record("in", partition, start + index, b"k", value) for index, value in enumerate(values)]


def outputs(values: Sequence[bytes]) -> list[Outgoing]:
    return [Outgoing("out", b"k", value) for value in values]
