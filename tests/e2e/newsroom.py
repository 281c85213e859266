"""The product as a whole: Kafka, the five services as processes, a site with feeds and a receiver of webhooks.

Everything is observed and disturbed from outside: by topics, files, sockets and signals. A newsroom ends with its
block; that nothing is left of it is part of every test.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition

from tests.builders import a_feed, a_source
from tests.e2e.processes import Child, carriers, wait_for
from tests.integration.streams.topics import until
from wirekit.broker import EmbeddedKafka
from wirekit.broker.wire import free_port
from wirekit.clock import SystemClock
from wirekit.contracts import FeedSpec, Watchlist, topology
from wirekit.streams import Connection, TopicAdmin
from wirewatch.cli.applying import apply

HOSTS = tuple(f"127.0.0.{number}" for number in range(1, 7))
"""Feeds lie on several hosts, and so in several partitions."""

GROUPS = {
    "enricher": topology.ARTICLES_RAW,
    "alerter-match": topology.ARTICLES_ENRICHED,
    "alerter-decide": topology.ALERTS_CANDIDATES,
    "notifier": topology.ALERTS_RAISED,
}


@dataclass(frozen=True)
class Layout:
    """What a newsroom consists of."""

    feeds: tuple[str, ...]
    watchlist: Watchlist
    endpoints: tuple[str, ...] = ("desk-1",)
    services: tuple[str, ...] = tuple(service.name for service in topology.SERVICES)
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Received:
    """A request that came to the receiver, and with what, after how many seconds, it was answered."""

    at: float
    path: str
    headers: dict[str, str]
    body: str
    status: int
    seconds: float

    @property
    def is_accepted(self) -> bool:
        """Whether it was answered with success, and at once."""
        return self.status == 200 and not self.seconds

    @property
    def webhook_id(self) -> str:
        """Equal on every attempt."""
        return self.headers["webhook-id"]

    @property
    def event(self) -> dict[str, Any]:
        """The CloudEvent."""
        event: dict[str, Any] = json.loads(self.body)
        return event


class Newsroom:
    """A running newsroom with its files in *folder*."""

    def __init__(self, folder: Path, layout: Layout) -> None:
        self.folder = folder
        self.layout = layout
        self.kafka = EmbeddedKafka(folder / "kafka")
        self.children: list[Child] = []
        self.console_port = free_port()
        self._site, self._receiver = free_port(), free_port()

    @property
    def connection(self) -> Connection:
        """How to reach its Kafka."""
        return Connection(self.kafka.bootstrap_servers)

    async def prepare(self) -> None:
        """Start Kafka, make the topics, apply the feeds and the watch list."""
        await self.kafka.start()
        async with TopicAdmin(self.connection) as admin:
            await admin.create_missing(topology.TOPICS.values())
        await apply(self.connection, self._specs(), self.layout.watchlist, SystemClock().now())
        endpoints = [self._endpoint(name) for name in self.layout.endpoints]
        (self.folder / "endpoints.yaml").write_text(json.dumps({"endpoints": endpoints}))

    def _specs(self) -> list[FeedSpec]:
        quick = {"poll_every": {"min": "1s", "max": "2s"}, "first_poll": "live", "language": None}
        return [
            a_feed(
                feed_id=name,
                url=f"http://{HOSTS[number % len(HOSTS)]}:{self._site}/{name}.xml",
                source=a_source(name=name, domain=f"{name}.example"),
                **quick,
            )
            for number, name in enumerate(self.layout.feeds)
        ]

    def _endpoint(self, name: str) -> dict[str, Any]:
        return {"id": name, "url": f"http://127.0.0.1:{self._receiver}/{name}", "retry": ["1s"] * 30}

    # -- processes

    def run(self, name: str, *arguments: str, environment: Mapping[str, str] | None = None) -> Child:
        """Start ``python -m …`` under *name*."""
        child = Child(name, [sys.executable, "-m", *arguments], self.folder / f"{name}.log", environment or {})
        self.children.append(child)
        return child

    def start(self, service: str, instance: int | None = 0, module: Sequence[str] = ()) -> Child:
        """Start another process of *service*, as replica number *instance* (None: one without a name).

        *module* (with its arguments) runs instead of the service's own.
        """
        key, port = f"WIREWATCH_{service.upper()}_", free_port()
        settings = {"WIREWATCH_KAFKA": self.kafka.bootstrap_servers, f"{key}HEALTH_PORT": str(port)}
        settings |= self._settings(key)[service] | {
            name: value for name, value in self.layout.settings.items() if name.startswith(key)
        }
        if instance is not None and service in {"poller", "enricher", "alerter"}:
            settings[f"{key}INSTANCE"] = f"{service}-{instance}"
        child = self.run(service, *(module or (f"wirewatch.{service}",)), environment=settings)
        child.health = f"http://127.0.0.1:{port}"
        return child

    def _settings(self, key: str) -> dict[str, dict[str, str]]:
        return {
            "poller": {f"{key}ALLOW": "127.0.0.0/8", f"{key}HOST_GAP_SECONDS": "0", f"{key}PARSERS": "1"},
            "enricher": {f"{key}WORKERS": "1"},
            "alerter": {f"{key}CONSOLE_URL": f"http://127.0.0.1:{self.console_port}"},
            "notifier": {
                f"{key}ENDPOINTS": str(self.folder / "endpoints.yaml"),
                f"{key}DATABASE": f"sqlite:///{self.folder / 'deliveries.db'}",
                f"{key}ALLOW": "127.0.0.1",
                f"{key}REQUEST_SECONDS": "2",
                f"{key}LEASE_SECONDS": "4",
            },
            "console": {f"{key}PORT": str(self.console_port), f"{key}DATABASE": str(self.folder / "console.db")},
        }

    def start_all(self) -> None:
        """Start the site, the receiver and all services; return when all are ready."""
        self.run("site", "tests.e2e.feed_site", str(self.folder), str(self._site), *HOSTS)
        self.run("receiver", "tests.e2e.receiver", str(self.folder), str(self._receiver))
        for child in [self.start(service) for service in self.layout.services]:
            wait_for(child.is_ready, f"{child.name} is not ready", 90)

    def living(self, service: str) -> list[Child]:
        """The processes of *service* that have not ended, the oldest first."""
        return [child for child in self.children if child.name == service and child.exit_code is None]

    def close(self) -> None:
        """Kill all that runs, and show the logs: pytest prints them where a test failed."""
        for child in self.children:
            child.kill()
        for log in sorted(self.folder.glob("*.log")):
            sys.stdout.write("\n".join([f"--- {log.name}", *log.read_text(errors="replace").splitlines()[-60:], ""]))
        mark = f"WIREWATCH_KAFKA={self.kafka.bootstrap_servers}\0"
        wait_for(lambda: not carriers(mark), f"left behind: {carriers(mark)}", 15)

    # -- what goes in

    def publish(self, feed: str, *items: Mapping[str, str]) -> None:
        """Put *items* (title, link, html) on *feed*, published now."""
        with (self.folder / f"{feed}.jsonl").open("a", encoding="utf-8") as file:
            file.writelines(json.dumps({"published": formatdate(), **item}) + "\n" for item in items)

    def answer(self, **answers: Mapping[str, float]) -> None:
        """Tell the receiver how to answer at each endpoint from now on: ``desk_1={"status": 500, "seconds": 3}``."""
        told = {f"/{name.replace('_', '-')}": how for name, how in answers.items()}
        draft = self.folder / "answers.draft"
        draft.write_text(json.dumps(told))
        draft.rename(self.folder / "answers.json")

    # -- what comes out

    def served(self) -> list[dict[str, Any]]:
        """The log of the feeds: every wording that was put into an answer."""
        return _lines(self.folder / "served.jsonl")

    def received(self, endpoint: str | None = None) -> list[Received]:
        """The log of the receiver, of one endpoint or of all."""
        requests = [Received(**line) for line in _lines(self.folder / "received.jsonl")]
        return [request for request in requests if endpoint in (None, request.path.strip("/"))]

    async def until_received(self, endpoint: str, count: int = 1, seconds: float = 60) -> list[Received]:
        """The requests at *endpoint*, when there are *count*."""
        await until(lambda: len(self.received(endpoint)) >= count, seconds)
        return self.received(endpoint)

    async def until_settled(self, seconds: float = 90) -> None:
        """Return when every feed was polled since now, and every group has committed the end of its topic."""
        begun = time.time()
        await until(lambda: self._polled_since(begun), seconds)
        await until(self._is_caught_up, seconds)

    def _polled_since(self, begun: float) -> bool:
        listed = {feed: len(_lines(self.folder / f"{feed}.jsonl")) for feed in self.layout.feeds}
        served = [line["feed"] for line in self.served()]
        return time.time() > begun + 2 and all(served.count(feed) >= count for feed, count in listed.items())

    async def _is_caught_up(self) -> bool:
        return all([not await self.lag(group) for group in GROUPS])

    async def lag(self, group: str) -> int:
        """How far *group* has yet to go, markers included, by what it has committed."""
        topic = GROUPS[group]
        tps = [TopicPartition(topic.name, partition) for partition in range(topic.partitions)]
        async with AIOKafkaConsumer(**self.connection.options(), group_id=group, enable_auto_commit=False) as consumer:
            ends = await consumer.end_offsets(tps)
            return sum([ends[tp] - (await consumer.committed(tp) or 0) for tp in tps])

    def secret(self, endpoint: str) -> str:
        """What an endpoint's owner was given."""
        return (self.folder / "secrets" / endpoint).read_text().strip()


def _lines(path: Path) -> list[dict[str, Any]]:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [json.loads(line) for line in text[: text.rfind("\n") + 1].split("\n") if line]


@contextmanager
def a_newsroom(folder: Path, layout: Layout) -> Iterator[Newsroom]:
    """A newsroom in *folder*, ready; for fixtures."""
    newsroom = Newsroom(folder, layout)
    with asyncio.Runner() as runner:
        try:
            runner.run(newsroom.prepare())
            newsroom.start_all()
            yield newsroom
        finally:
            newsroom.close()
            runner.run(newsroom.kafka.stop())
