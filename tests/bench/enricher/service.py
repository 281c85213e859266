"""Measures the enricher as it runs: topic to topic on the embedded Kafka, with its pool."""

from __future__ import annotations

import asyncio
import html
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

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
_ROUNDS = 4  # of all articles before the count begins: of two children one misses each of them once in sixteen times


async def measure(folder: Path, count: int, names: int) -> dict[str, float]:
    """Articles a second of the service, and of each core that it uses; its memory in MiB."""
    newsroom = Newsroom(folder, Layout((), watchlist(names), services=("enricher",)))
    try:
        await newsroom.prepare()
        child = newsroom.start("enricher")
        wait_for(child.is_ready, "the enricher is not ready", 90)
        known = _ROUNDS * len(articles())
        await _fill(newsroom, range(known))
        await _until(newsroom, known)  # tables are read, each child of the pool remembers nearly all words
        began, used = time.monotonic(), _cpu(child)
        await _fill(newsroom, range(known, known + count))
        await _until(newsroom, known + count)
        seconds, cpu = time.monotonic() - began, _cpu(child) - used
        peak = sum(memory_mib(pid, "VmHWM") for pid in family(child.pid))
        return {
            "per_second": count / seconds, "per_core_second": count / cpu, "cores": cpu / seconds, "peak_mib": peak,
        }  # fmt: skip
    finally:
        newsroom.close()
        await newsroom.kafka.stop()


async def _fill(newsroom: Newsroom, numbers: Iterable[int]) -> None:
    async with Publisher(newsroom.connection) as publisher:
        await publisher.publish(*_raw(numbers))


def _raw(numbers: Iterable[int]) -> Iterator[Outgoing]:
    texts = articles()
    for number in numbers:
        page = f"<pre>{html.escape(texts[number % len(texts)])}</pre>"
        raw = a_raw_article(article_id=f"art_{number}", content_html=page, language_declared=None)
        envelope = Envelope(id=raw.article_id, source="/bench", time=SystemClock().now())
        headers = encode_headers(RawArticle.event_type, envelope)
        yield Outgoing(topology.ARTICLES_RAW.name, raw.article_id.encode(), raw.to_json(), headers)


async def _until(newsroom: Newsroom, count: int) -> None:
    """Wait until *count* articles are enriched."""
    topic = topology.ARTICLES_ENRICHED
    lanes = [TopicPartition(topic.name, number) for number in range(topic.partitions)]
    consumer = AIOKafkaConsumer(bootstrap_servers=newsroom.connection.bootstrap_servers)
    await consumer.start()
    try:
        async with asyncio.timeout(_GIVE_UP_SECONDS):
            while sum((await consumer.end_offsets(lanes)).values()) < count:
                await asyncio.sleep(0.1)
    finally:
        await consumer.stop()


def _cpu(child: Child) -> float:
    return sum(map(cpu_seconds, family(child.pid)))
