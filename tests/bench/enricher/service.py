"""Measures the enricher as it runs: topic to topic on the embedded Kafka, with its pool."""

from __future__ import annotations

import asyncio
import html
import statistics
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition

from tests.bench.enricher.material import articles, watchlist
from tests.bench.proc import cpu_seconds, family, memory_mib
from tests.builders import a_raw_article
from tests.e2e.newsroom import Layout, Newsroom
from tests.e2e.processes import Child, wait_for
from wirekit.clock import SystemClock
from wirekit.contracts import RawArticle, topology
from wirekit.kafka import Outgoing
from wirekit.streams import Envelope, Publisher
from wirekit.streams.cloudevents import encode_headers

_GIVE_UP_SECONDS = 900
_PASSES = 8  # of all articles before the count begins: of two children one misses each of them once in 256 times
TURNS = 16


class Served:
    """An enricher that runs, and how many articles it was given."""

    def __init__(self, newsroom: Newsroom, child: Child) -> None:
        self._newsroom, self._child, self._given = newsroom, child, 0

    async def enrich(self, count: int) -> tuple[float, float]:
        """Have it enrich *count* more articles; seconds by the clock, and CPU seconds of all its processes."""
        began, used = time.monotonic(), self._cpu()
        async with Publisher(self._newsroom.connection) as publisher:
            await publisher.publish(*_raw(range(self._given, self._given + count)))
        self._given += count
        await self._until_enriched()
        return time.monotonic() - began, self._cpu() - used

    def peak_mib(self) -> float:
        """The largest memory that its processes had."""
        return sum(memory_mib(pid, "VmHWM") for pid in family(self._child.pid))

    async def _until_enriched(self) -> None:
        topic = topology.ARTICLES_ENRICHED
        lanes = [TopicPartition(topic.name, number) for number in range(topic.partitions)]
        consumer = AIOKafkaConsumer(bootstrap_servers=self._newsroom.connection.bootstrap_servers)
        await consumer.start()
        try:
            async with asyncio.timeout(_GIVE_UP_SECONDS):
                while sum((await consumer.end_offsets(lanes)).values()) < self._given:
                    await asyncio.sleep(0.05)
        finally:
            await consumer.stop()

    def _cpu(self) -> float:
        return sum(map(cpu_seconds, family(self._child.pid)))


async def measure(folder: Path, count: int, sizes: list[int]) -> dict[int, dict[str, float]]:
    """Articles a second of a service with each of *sizes* names, and of each core that it uses; its memory in MiB.

    All of them run, and take turns: a machine is not always as fast. What a list costs over the first is the median of
    the turns.
    """
    async with AsyncExitStack() as stack:
        served = {}
        for size in sizes:
            served[size] = await stack.enter_async_context(_serving(folder / str(size), size))
            for _ in range(_PASSES):  # after these each child remembers nearly all words
                await served[size].enrich(len(articles()))
        turns: dict[int, list[tuple[float, float]]] = {size: [] for size in sizes}
        for _ in range(TURNS):
            for size, each in served.items():
                turns[size].append(await each.enrich(count // TURNS))
        return {size: _figures(turns[size], turns[sizes[0]], count // TURNS, served[size]) for size in sizes}


def _figures(
    turns: list[tuple[float, float]], base: list[tuple[float, float]], each: int, served: Served
) -> dict[str, Any]:
    seconds, cpu = (statistics.median(figures) for figures in zip(*turns, strict=True))
    over = statistics.median(more / less for (_, more), (_, less) in zip(turns, base, strict=True))
    return {
        "per_second": each / seconds,
        "per_core_second": each / cpu,
        "over_base": over - 1,
        "cores": cpu / seconds,
        "peak_mib": served.peak_mib(),
    }


@asynccontextmanager
async def _serving(folder: Path, names: int) -> AsyncIterator[Served]:
    newsroom = _newsroom(folder, names)
    try:
        await newsroom.prepare()
        child = newsroom.start("enricher")
        wait_for(child.is_ready, "the enricher is not ready", 90)
        yield Served(newsroom, child)
    finally:
        newsroom.close()
        await newsroom.kafka.stop()


def _newsroom(folder: Path, names: int) -> Newsroom:
    folder.mkdir()
    return Newsroom(folder, Layout((), watchlist(names), services=("enricher",)))


def _raw(numbers: Iterable[int]) -> Iterator[Outgoing]:
    texts = articles()
    for number in numbers:
        page = f"<pre>{html.escape(texts[number % len(texts)])}</pre>"
        raw = a_raw_article(article_id=f"art_{number}", content_html=page, language_declared=None)
        envelope = Envelope(id=raw.article_id, source="/bench", time=SystemClock().now())
        headers = encode_headers(RawArticle.event_type, envelope)
        yield Outgoing(topology.ARTICLES_RAW.name, raw.article_id.encode(), raw.to_json(), headers)
