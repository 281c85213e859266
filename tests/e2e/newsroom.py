"""The product as a whole: Kafka, the five services as processes, a site with feeds and a receiver of webhooks.

Everything is observed and disturbed from outside: by topics, files, sockets and signals. A newsroom ends with its
block; that nothing is left of it is part of every test.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition

from tests import webhooks
from tests.builders import a_feed, a_source
from tests.e2e.feed_site import items_of
from tests.e2e.logs import Log
from tests.e2e.processes import Child, carriers, wait_for
from tests.polling import until
from tests.ports import free_port
from wirekit.broker import EmbeddedCluster, EmbeddedKafka
from wirekit.clock import SystemClock
from wirekit.contracts import FeedSpec, Watchlist, topology
from wirekit.kafka import Connection, TopicAdmin
from wirewatch.cli.newsroom.applying import apply

HOSTS = tuple(f"127.0.0.{number}" for number in range(1, 7))
"""Feeds lie on several hosts, and so in several partitions."""

NAMED = ("poller", "enricher", "alerter")
"""Services whose replicas may have a name."""

WRITTEN_SECONDS = 2.0
"""What a feed has served is on the topic after so long, unless its poller died."""

GROUPS = {group.name: group.topics[0] for group in topology.GROUPS if group is not topology.POLLER}
"""The groups through which articles and alerts flow, with the topic of each."""


@dataclass(frozen=True)
class Layout:
    """What a newsroom consists of.

    Attributes:
        named: Whether replicas have a name (``group.instance.id``), with which a quick restart keeps its partitions.
        poll_every: The shortest and the longest pause between two polls of a feed.
        brokers: How many nodes Kafka has.
        database: The delivery table as a URL; empty for a SQLite file.
    """

    feeds: tuple[str, ...]
    watchlist: Watchlist
    endpoints: tuple[str, ...] = ("desk-1",)
    services: tuple[str, ...] = tuple(service.name for service in topology.SERVICES)
    named: bool = False
    poll_every: tuple[str, str] = ("1s", "2s")
    brokers: int = 1
    database: str = ""


@dataclass(frozen=True)
class Received(webhooks.Received):
    """A request that came to the receiver at an instant, and with what, after how many seconds, it was answered."""

    at: float
    status: int
    seconds: float

    @property
    def is_accepted(self) -> bool:
        """Whether it was answered with success, and at once."""
        return self.status == 200 and not self.seconds


class Newsroom:
    """A running newsroom with its files in *folder*."""

    def __init__(self, folder: Path, layout: Layout) -> None:
        self.folder = folder
        self.layout = layout
        self.kafka = (
            EmbeddedKafka(folder / "kafka")
            if layout.brokers == 1
            else EmbeddedCluster(folder / "kafka", layout.brokers)
        )
        self.children: list[Child] = []
        self.console_port = free_port()
        self._site, self._receiver = free_port(), free_port()
        self._served, self._received = Log(folder / "served.jsonl"), Log(folder / "received.jsonl")

    @property
    def nodes(self) -> tuple[EmbeddedKafka, ...]:
        """The brokers, to be killed, frozen and started one by one."""
        return self.kafka.nodes if isinstance(self.kafka, EmbeddedCluster) else (self.kafka,)

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
        shortest, longest = self.layout.poll_every
        quick = {"poll_every": {"min": shortest, "max": longest}, "first_poll": "live", "language": None}
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
        log = self.folder / f"{len(self.children):02}-{name}.log"
        child = Child(name, [sys.executable, "-m", *arguments], log, environment or {})
        self.children.append(child)
        return child

    def start(self, service: str, name: str | None = None, module: Sequence[str] = ()) -> Child:
        """Start another process of *service*; *module* (with its arguments) runs instead of the service's own.

        *name* is that of the replica; there is one anyway where replicas are named.
        """
        key, port = f"WIREWATCH_{service.upper()}_", free_port()
        settings = {"WIREWATCH_KAFKA": self.kafka.bootstrap_servers, f"{key}HEALTH_PORT": str(port)}
        settings |= self._settings(key)[service]
        name = name or (f"{service}-0" if self.layout.named else None)
        if name and service in NAMED:
            settings[f"{key}INSTANCE"] = name
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
                f"{key}DATABASE": self.layout.database or f"sqlite:///{self.folder / 'deliveries.db'}",
                f"{key}ALLOW": "127.0.0.1",
                f"{key}REQUEST_SECONDS": "2",
                f"{key}LEASE_SECONDS": "4",
            },
            "console": {f"{key}PORT": str(self.console_port), f"{key}DATABASE": str(self.folder / "console.db")},
        }

    def start_outside(self) -> None:
        """Start the site and the receiver."""
        self.run("site", "tests.e2e.feed_site", str(self.folder), str(self._site), *HOSTS)
        self.run("receiver", "tests.e2e.receiver", str(self.folder), str(self._receiver))

    def start_all(self) -> None:
        """Start the site, the receiver and all services; return when all are ready."""
        self.start_outside()
        for child in [self.start(service) for service in self.layout.services]:
            wait_for(child.is_ready, f"{child.name} is not ready", 90)

    async def stop_all(self) -> set[int]:
        """Ask all services to end in the order of the flow; their exit codes."""
        return {await child.stop() for service in self.layout.services for child in self.living(service)}

    def living(self, service: str) -> list[Child]:
        """The processes of *service* that have not ended, the oldest first."""
        return [child for child in self.children if child.name == service and child.exit_code is None]

    def close(self) -> None:
        """Kill all that runs."""
        for child in self.children:
            child.kill()
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
        return self._served.lines()

    def received(self, endpoint: str | None = None) -> list[Received]:
        """The log of the receiver, of one endpoint or of all."""
        requests = [Received(**line) for line in self._received.lines()]
        return [request for request in requests if endpoint in (None, request.path.strip("/"))]

    async def until_received(self, endpoint: str, count: int = 1, seconds: float = 60) -> list[Received]:
        """The requests at *endpoint*, when there are *count*."""
        await until(lambda: len(self.received(endpoint)) >= count, seconds)
        return self.received(endpoint)

    async def until_settled(self, seconds: float = 90) -> None:
        """Return when all that the feeds hold was served, and every group has committed the end of its topic."""
        async with asyncio.timeout(seconds):
            while not self._is_served():
                await asyncio.sleep(0.2)
            await asyncio.sleep(WRITTEN_SECONDS)
            while not await self._is_caught_up():
                await asyncio.sleep(0.5)

    def _is_served(self) -> bool:
        """Whether the feeds have given every item in its last wording."""
        served = {(item["feed"], item["link"], item["html"]) for item in self.served()}
        listed = [(feed, item) for feed in self.layout.feeds for item in items_of(self.folder / f"{feed}.jsonl")]
        return all((feed, item["link"], item["html"]) in served for feed, item in listed)

    async def _is_caught_up(self) -> bool:
        return all([not await self.lag(group) for group in GROUPS])

    async def lag(self, group: str) -> int:
        """How far *group* has yet to go, markers included, by what it has committed."""
        return (await self.standing(group))[1]

    async def standing(self, group: str) -> tuple[int, int]:
        """The sum of the offsets that *group* has committed, and how far it has yet to go."""
        topic = GROUPS[group]
        tps = [TopicPartition(topic.name, partition) for partition in range(topic.partitions)]
        async with AIOKafkaConsumer(**self.connection.options(), group_id=group, enable_auto_commit=False) as consumer:
            ends = await consumer.end_offsets(tps)
            committed = sum([await consumer.committed(tp) or 0 for tp in tps])
            return committed, sum(ends.values()) - committed

    def show(self) -> None:
        """Print the end of every log: pytest shows it where a test failed."""
        for child in self.children:
            sys.stdout.write("\n".join([f"--- {child.log.name}", *child.text().splitlines()[-40:], ""]))

    def secret(self, endpoint: str) -> str:
        """What an endpoint's owner was given."""
        return (self.folder / "secrets" / endpoint).read_text().strip()


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
            newsroom.show()
            runner.run(newsroom.kafka.stop())
