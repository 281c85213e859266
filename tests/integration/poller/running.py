"""The poller, running: in this process on a ledger of its own, or as the process that operators run."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.builders import a_feed, an_instant
from tests.integration.streams import topics
from wirekit.clock import SystemClock
from wirekit.contracts import FeedSpec, FeedState, RawArticle, topology
from wirekit.net import AddressPolicy, HttpClient
from wirekit.runtime.pool import Pool
from wirekit.streams import Connection, Envelope, Outgoing, Publisher, decode, encode
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


class PollerProcess:
    """``python -m wirewatch.poller``, killed at the end."""

    def __init__(self, connection: Connection, log: Path) -> None:
        self._log = log
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self._environment = os.environ | {
            "WIREWATCH_KAFKA": connection.bootstrap_servers,
            "WIREWATCH_HEALTH_PORT": str(port),
            "WIREWATCH_POLLER_ALLOW": "127.0.0.1",
            "WIREWATCH_POLLER_HOST_GAP_SECONDS": "0",
            "WIREWATCH_POLLER_PARSERS": "1",
            "WIREWATCH_POLLER_INSTANCE": "poller-0",
        }
        self._process: asyncio.subprocess.Process | None = None
        self._started = 0

    async def start(self) -> None:
        """Start it, and do not wait."""
        self._started += 1
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "wirewatch.poller", env=self._environment, stderr=log
            )

    async def kill(self) -> None:
        """End it without a warning."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it to end, once it runs far enough to be asked; its exit code."""
        await topics.until(lambda: self.lines("service.started") >= self._started, 60)
        return await self._end(signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> int:
        assert self._process
        if self._process.returncode is None:
            self._process.send_signal(number)
        return await self._process.wait()

    def lines(self, *words: str) -> int:
        """How many lines it logged with all of *words*."""
        text = self._log.read_text(encoding="utf-8") if self._log.exists() else ""
        return sum(all(word in line for word in words) for line in text.splitlines())
