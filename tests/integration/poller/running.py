"""The poller, running: in this process on a ledger of its own, or as the process that operators run."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.builders import a_feed, an_instant
from tests.integration.streams import topics
from tests.services import ServiceProcess
from wirekit.clock import SystemClock
from wirekit.contracts import FeedSpec, FeedState, RawArticle, topology
from wirekit.kafka import Connection, Outgoing
from wirekit.net import AddressPolicy, HttpClient
from wirekit.runtime.pool import Pool
from wirekit.streams import Envelope, Publisher, decode, encode
from wirewatch.poller.adapters.ledger import FeedLedger
from wirewatch.poller.adapters.parsers import PARSER, PoolReader
from wirewatch.poller.service import Poller
from wirewatch.poller.settings import PollerSettings


def a_spec(feed_id: str, url: str, **changes: Any) -> FeedSpec:
    """A feed that is polled every second, and whose first items are live."""
    quick = {"poll_every": {"min": "1s", "max": "2s"}, "first_poll": "live", "language": None}
    return a_feed(**{"feed_id": feed_id, "url": url, **quick, **changes})


def registration(spec: FeedSpec) -> Outgoing:
    partition = topology.feed_partition(spec.url, topology.FEEDS_REGISTRY.partitions)
    event = Envelope(f"{spec.feed_id}:test", "/wirewatch/test", an_instant())
    return encode(spec, topic=topology.FEEDS_REGISTRY.name, key=spec.feed_id, event=event, partition=partition)


def removal(spec: FeedSpec) -> Outgoing:
    registered = registration(spec)
    return Outgoing(registered.topic, registered.key, None, (), registered.partition)


async def send(connection: Connection, *outgoing: Outgoing) -> None:
    async with Publisher(connection) as publisher:
        await publisher.publish(*outgoing)


async def articles(connection: Connection) -> list[RawArticle]:
    """What a subscriber has read, partition by partition."""
    records = await topics.read(connection, topology.ARTICLES_RAW.name)
    return [decode(record, RawArticle).data for record in records]


async def titles(connection: Connection) -> list[tuple[str, int]]:
    return sorted((article.title, article.revision) for article in await articles(connection))


async def states(connection: Connection) -> dict[str, FeedState]:
    rows: dict[str, FeedState] = {}
    for record in await topics.read(connection, topology.FEEDS_STATE.name):
        key = (record.key or b"").decode()
        if record.value is None:
            rows.pop(key, None)
        elif not key.endswith("#seen"):
            rows[key] = FeedState.model_validate_json(record.value)
    return rows


@asynccontextmanager
async def polling(connection: Connection, **changes: Any) -> AsyncIterator[Poller]:
    """A poller in this process, which may ask 127.0.0.1."""
    settings = PollerSettings(
        **{"kafka": connection.bootstrap_servers, "host_gap_seconds": 0.0, "parsers": 1, **changes}
    )
    async with HttpClient(AddressPolicy.parse("127.0.0.1"), user_agent="test") as http, Pool(PARSER, workers=1) as pool:
        ledger = FeedLedger(connection)
        poller = Poller(http, PoolReader(pool), ledger, SystemClock(), settings)
        tasks = [asyncio.ensure_future(each) for each in (ledger.run(poller), poller.run())]
        try:
            yield poller
            for task in tasks:
                assert not task.done() or task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)


def a_poller(connection: Connection, log: Path) -> ServiceProcess:
    """``python -m wirewatch.poller``, the same replica at every start, which may ask 127.0.0.1."""
    quick = {"allow": "127.0.0.1", "host_gap_seconds": 0, "parsers": 1, "instance": "poller-0"}
    return ServiceProcess("poller", connection, log, **quick)
