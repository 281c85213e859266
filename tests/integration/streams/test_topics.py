"""Making topics and reading them whole, against Apache Kafka."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from tests.integration.streams import topics
from wirekit.broker import EmbeddedKafka
from wirekit.contracts import topology
from wirekit.contracts.topology import Topic
from wirekit.errors import ConfigError, TemporaryFailure
from wirekit.kafka import Connection, Difference, Outgoing, Record, TopicAdmin, TopicTail, TopicView


async def test_missing_topics_are_made_as_the_topology_wants_them(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    wanted = [
        Topic(topic_prefix + "log", "key", 3, 7, ()),
        Topic(topic_prefix + "rows", "key", 2, None, (), max_bytes=topology.MAX_DEAD_LETTER_BYTES),
    ]
    async with TopicAdmin(Connection(kafka.bootstrap_servers)) as admin:
        before = await admin.check(wanted)
        made = [await admin.create_missing(wanted), await admin.create_missing(wanted)]
        after = await admin.check(wanted)

    assert [(d.topic, d.found) for d in before] == [(topic.name, "missing") for topic in wanted]
    assert made == [[topic.name for topic in wanted], []]
    assert after == []


async def test_a_topic_that_is_otherwise_is_reported_and_left_alone(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    name = topic_prefix + "log"
    async with TopicAdmin(Connection(kafka.bootstrap_servers)) as admin:
        await admin.create_missing([Topic(name, "key", 3, 7, ())])
        found = await admin.check([Topic(name, "key", 12, 14, ())])
        again = await admin.check([Topic(name, "key", 3, 7, ())])

    assert found == [
        Difference(name, "retention.ms", str(14 * 86_400_000), str(7 * 86_400_000)),
        Difference(name, "partitions", "12", "3"),
    ]
    assert again == []


async def test_a_broker_that_is_not_there_is_named() -> None:
    with pytest.raises(TemporaryFailure, match=r"127\.0\.0\.1:9: start one with `wirewatch up`"):
        await TopicAdmin(Connection("127.0.0.1:9"), within=0.2).__aenter__()


async def test_a_view_is_complete_before_it_is_ready_and_live_after(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    connection, name = Connection(kafka.bootstrap_servers), topic_prefix + "rows"
    await topics.create(connection, name, compacted=True)
    await topics.fill(connection, [Outgoing(name, b"k%d" % (i % 50), b"%d" % i) for i in range(500)])
    rows: dict[bytes, bytes | None] = {}

    def change(record: Record) -> None:
        rows[record.key or b""] = record.value

    view = TopicView(connection, name, change)
    following = asyncio.create_task(view.run())
    await asyncio.wait_for(view.ready.wait(), 30)
    complete = dict(rows)
    await topics.fill(connection, [Outgoing(name, b"k1", b"new"), Outgoing(name, b"k2", None)])
    await topics.until(lambda: (rows[b"k1"], rows[b"k2"]) == (b"new", None))
    following.cancel()
    with suppress(asyncio.CancelledError):
        await following

    assert complete == {b"k%d" % i: b"%d" % (450 + i) for i in range(50)}


async def test_a_view_of_an_empty_topic_is_ready(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    connection = Connection(kafka.bootstrap_servers)
    await topics.create(connection, topic_prefix + "rows", compacted=True)
    view = TopicView(connection, topic_prefix + "rows", lambda _: None)
    following = asyncio.create_task(view.run())
    await asyncio.wait_for(view.ready.wait(), 30)
    following.cancel()
    with pytest.raises(asyncio.CancelledError):
        await following


async def test_a_view_of_a_missing_topic_says_so(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    view = TopicView(Connection(kafka.bootstrap_servers), topic_prefix + "nowhere", lambda _: None)

    with pytest.raises(ConfigError, match="nowhere does not exist"):
        await asyncio.wait_for(view.run(), 30)


async def test_a_tail_sees_only_what_is_written_while_it_listens(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    connection, name = Connection(kafka.bootstrap_servers), topic_prefix + "commands"
    await topics.create(connection, name, partitions=1)
    await topics.fill(connection, [Outgoing(name, b"k", b"old")])
    seen: list[bytes | None] = []
    tail = TopicTail(connection, name, lambda record: seen.append(record.value))
    listening = asyncio.create_task(tail.run())
    await asyncio.wait_for(tail.ready.wait(), 30)
    await topics.fill(connection, [Outgoing(name, b"k", b"new")])
    await topics.until(lambda: b"new" in seen)
    listening.cancel()
    with suppress(asyncio.CancelledError):
        await listening

    assert seen == [b"new"]
