"""Kafka that is away when something starts, and comes back: waited for, with a word, and without an exit."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.faults.streams.crowd import Worker, crowd
from tests.integration.streams import topics
from wirekit.broker import EmbeddedKafka
from wirekit.kafka import Connection, Outgoing, Record, TopicView
from wirekit.streams import Effects, FaustSource, Membership, OwnedLane, OwnedState, Ownership, Publisher, Subscription

pytestmark = pytest.mark.faults


class Starters:
    """One of each that connects to Kafka, over ``<prefix>in`` and ``<prefix>state``; and what became of it."""

    def __init__(self, connection: Connection, prefix: str) -> None:
        self._connection = connection
        self._prefix = prefix
        self._source = prefix + "in"
        self.done: set[str] = set()

    async def create(self) -> None:
        await topics.create(self._connection, self._source)
        await topics.create(self._connection, self._prefix + "state", compacted=True)
        await topics.fill(self._connection, [Outgoing(self._source, b"k%d" % n, b"v") for n in range(20)])

    def all(self) -> list[Awaitable[None]]:
        lines = (self._line("subscription", Subscription), self._line("faust", FaustSource))
        return [self._publisher(), self._view(), self._owned(), *lines]

    async def _publisher(self) -> None:
        async with Publisher(self._connection) as publisher:
            await publisher.publish(Outgoing(self._source, b"k", b"v"))
            self.done.add("publisher")

    async def _view(self) -> None:
        await TopicView(self._connection, self._source, lambda _: self.done.add("view")).run()

    async def _owned(self) -> None:
        def fold(lane: OwnedLane, records: Sequence[Record]) -> Effects:
            del lane, records
            self.done.add("owned")
            return Effects()

        plan = Ownership(self._prefix + "owned", self._source, self._prefix + "state", lambda _: "test.row.v1")
        await OwnedState(self._connection, plan, fold).run()

    async def _line(self, name: str, kind: Callable[[Connection, Membership], Any]) -> None:
        async with kind(self._connection, Membership(self._prefix + name, (self._source,))) as source:
            async for _ in source.batches():
                self.done.add(name)


@pytest.mark.long
async def test_whatever_starts_while_kafka_is_away_waits_and_goes_on_when_it_is_back(
    own_kafka: EmbeddedKafka, topic_prefix: str
) -> None:
    starters = Starters(Connection(own_kafka.bootstrap_servers), topic_prefix)
    await starters.create()
    await own_kafka.stop()
    tasks = [asyncio.ensure_future(each) for each in starters.all()]
    await asyncio.sleep(2.5)  # every one has asked more than once
    ended_early = [task for task in tasks if task.done()]
    done_early = set(starters.done)
    await own_kafka.start()
    await topics.until(lambda: len(starters.done) == len(tasks), 60)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)

    assert (ended_early, done_early) == ([], set())
    assert starters.done == {"publisher", "view", "owned", "subscription", "faust"}


def events(worker: Worker) -> list[dict[str, Any]]:
    """What the worker logged."""
    return [json.loads(line) for line in worker.log.read_text().splitlines() if line.startswith("{")]


def outages(worker: Worker) -> list[str]:
    return [event["event"] for event in events(worker) if event["event"].startswith("kafka.")]


@pytest.mark.slow
@pytest.mark.parametrize("source", ["subscription", "faust"])
async def test_an_outage_is_said_in_a_line_or_two_and_ends_no_process(
    own_kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, source: str
) -> None:
    with crowd("pipeline", own_kafka.bootstrap_servers, topic_prefix, tmp_path) as workers:
        await workers.prepare()
        await own_kafka.stop()
        started = time.monotonic()
        worker = workers.spawn("--source", source, "--logs")
        for outage in (1, 2):
            await topics.until(lambda: len(outages(worker)) == 2 * outage - 1, 60)  # noqa: B023 - asked at once
            await own_kafka.start()
            await workers.feed(20)
            await workers.caught_up()
            await topics.until(lambda: outages(worker)[-1] == "kafka.answered", 60)
            if outage == 1:
                own_kafka.kill()
        reminders = int(time.monotonic() - started) // 60
        code = await worker.end()

    assert code == 0
    assert outages(worker).count("kafka.answered") == 2
    assert 2 <= outages(worker).count("kafka.unreachable") <= 2 + reminders
    assert {e["event"] for e in events(worker) if e["level"] in ("error", "critical")} == {"kafka.unreachable"}
    assert own_kafka.bootstrap_servers in events(worker)[0]["detail"]
