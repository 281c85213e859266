"""Records that are odd, or gone, against Apache Kafka: the stream goes on, and nothing is lost without a word."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import cast

import pytest
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete
from structlog.testing import capture_logs

from tests import odd_names
from tests.integration.streams import topics
from tests.unit.wirekit.streams.fakes import CountingObserver
from wirekit.broker import EmbeddedKafka
from wirekit.kafka import Connection, Outgoing, Record, TopicView
from wirekit.streams import (
    DeadLetters,
    Effects,
    FaustSource,
    Membership,
    Outcome,
    OwnedLane,
    OwnedState,
    Ownership,
    Pipeline,
    Publisher,
    Subscription,
)

READERS = ("subscription", "faust", "owned")


class Readers:
    """A group that reads ``<prefix>in`` by one of the three ways, and what it read."""

    def __init__(self, way: str, connection: Connection, prefix: str) -> None:
        self.way = way
        self.connection = connection
        self.source = prefix + "in"
        self.state = prefix + "state"
        self.group = prefix + "group"
        self.observer = CountingObserver()
        self.seen: list[Record] = []

    async def prepare(self) -> None:
        await topics.create(self.connection, self.source, partitions=1)
        await topics.create(self.connection, self.state, partitions=1, compacted=True)

    def values(self) -> list[bytes | None]:
        return [record.value for record in self.seen]

    def _fold(self, lane: OwnedLane, records: Sequence[Record]) -> Effects:
        del lane
        self.seen += records
        return Effects()

    async def _handle(self, records: Sequence[Record]) -> Sequence[Outcome]:
        self.seen += records
        return [[] for _ in records]

    async def _run(self) -> None:
        if self.way == "owned":
            plan = Ownership(self.group, self.source, self.state, lambda _: "test.row.v1")
            await OwnedState(self.connection, plan, self._fold, observer=self.observer).run()
            return
        kind = cast("type[Subscription]", {"subscription": Subscription, "faust": FaustSource}[self.way])
        source = kind(self.connection, Membership(self.group, (self.source,)))
        async with Publisher(self.connection) as publisher:
            await Pipeline(source, self._handle, publisher, DeadLetters("test"), self.observer).run()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self._run())
        try:
            yield
            if task.done():
                await task
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


@pytest.fixture(params=READERS)
async def readers(request: pytest.FixtureRequest, kafka: EmbeddedKafka, topic_prefix: str) -> Readers:
    prepared = Readers(request.param, Connection(kafka.bootstrap_servers), topic_prefix)
    await prepared.prepare()
    return prepared


async def delete_before(connection: Connection, topic: str, offset: int) -> None:
    """What retention does, at once."""
    admin = AIOKafkaAdminClient(**connection.options())
    await admin.start()
    await admin.delete_records({TopicPartition(topic, 0): RecordsToDelete(before_offset=offset)})
    await admin.close()


def numbers(first: int, end: int) -> list[bytes]:
    return [b"%d" % number for number in range(first, end)]


async def test_a_header_name_that_is_no_utf8_stops_nothing_and_loses_nothing(readers: Readers) -> None:
    connection, topic = readers.connection, readers.source
    await topics.fill(connection, [Outgoing(topic, b"k", value) for value in numbers(0, 3)])
    await odd_names.write_odd(connection, topic, zip(numbers(3, 7), (False, True, False, True), strict=True))
    await topics.fill(connection, [Outgoing(topic, b"k", value) for value in numbers(7, 9)])
    async with readers.running():
        await topics.until(lambda: len(readers.seen) >= 9)

    assert readers.values() == numbers(0, 9)
    assert [name for name, _ in readers.seen[4].headers] == ["plain", odd_names.MENDED_NAME, "null"]


async def test_a_view_reads_past_a_header_name_that_is_no_utf8(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    connection, topic = Connection(kafka.bootstrap_servers), topic_prefix + "rows"
    await topics.create(connection, topic, partitions=1, compacted=True)
    await odd_names.write_odd(connection, topic, [(b"0", False), (b"1", True), (b"2", False)])
    seen: list[Record] = []
    view = TopicView(connection, topic, seen.append)
    following = asyncio.create_task(view.run())
    await asyncio.wait_for(view.ready.wait(), 30)
    following.cancel()
    await asyncio.wait([following])

    assert [record.value for record in seen] == numbers(0, 3)


async def test_what_retention_took_before_a_restart_is_said_and_counted(readers: Readers) -> None:
    connection, topic = readers.connection, readers.source
    await topics.fill(connection, [Outgoing(topic, b"k", value) for value in numbers(0, 10)])
    async with readers.running():
        await topics.until(lambda: len(readers.seen) >= 10)
    await topics.fill(connection, [Outgoing(topic, b"k", value) for value in numbers(10, 50)])
    await delete_before(connection, topic, 40)
    with capture_logs() as logs:
        async with readers.running():
            await topics.until(lambda: len(readers.seen) >= 20 and readers.observer.counts["lost"] > 0)
    lines = [line for line in logs if line["event"] == "offset.out_of_range"]

    assert readers.values() == numbers(0, 10) + numbers(40, 50)
    assert readers.observer.counts["lost"] == 40 - lines[0]["was"]
    assert [(line["log_level"], line["topic"], line["partition"], line["now"]) for line in lines] == [
        ("error", topic, 0, 40)
    ]
    assert 10 <= lines[0]["was"] <= 12  # transaction markers count as offsets


async def test_a_group_that_is_new_to_a_shortened_log_has_lost_nothing(readers: Readers) -> None:
    connection, topic = readers.connection, readers.source
    await topics.fill(connection, [Outgoing(topic, b"k", value) for value in numbers(0, 50)])
    await delete_before(connection, topic, 40)
    with capture_logs() as logs:
        async with readers.running():
            await topics.until(lambda: len(readers.seen) >= 10)

    assert readers.values() == numbers(40, 50)
    assert "offset.out_of_range" not in {line["event"] for line in logs}
