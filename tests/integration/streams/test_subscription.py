"""What both sources of batches promise, and the publisher beside them, against Apache Kafka."""

from __future__ import annotations

import asyncio
import random
from typing import Any, cast

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.consumer import fetcher
from aiokafka.errors import MessageSizeTooLargeError

from tests.integration.streams import topics
from wirekit.broker import EmbeddedKafka
from wirekit.contracts.topology import partition_of
from wirekit.errors import ConfigError
from wirekit.kafka import Connection, Outgoing
from wirekit.streams import Batch, FaustSource, Membership, Publisher, Subscription

Source = Subscription | FaustSource


@pytest.fixture(params=[Subscription, FaustSource])
def source_type(request: pytest.FixtureRequest) -> type[Source]:
    """Both keep the same promises."""
    return cast("type[Source]", request.param)


async def offsets(connection: Connection, group: str, topic: str, partitions: int) -> tuple[list[int], list[int]]:
    """What *group* has committed, and where the log ends."""
    tps = [TopicPartition(topic, partition) for partition in range(partitions)]
    async with AIOKafkaConsumer(**connection.options(), group_id=group, enable_auto_commit=False) as consumer:
        ends = await consumer.end_offsets(tps)
        return [await consumer.committed(tp) or 0 for tp in tps], [ends[tp] for tp in tps]


async def test_only_what_is_done_without_a_gap_is_committed(
    kafka: EmbeddedKafka, topic_prefix: str, source_type: type[Source]
) -> None:
    connection, name, group = Connection(kafka.bootstrap_servers), topic_prefix + "in", topic_prefix + "group"
    await topics.create(connection, name, partitions=1)
    await topics.fill(connection, [Outgoing(name, b"k", b"%d" % i) for i in range(2000)])
    taken: list[Batch] = []
    async with source_type(connection, Membership(group, (name,))) as source:
        async for batch in source.batches():
            taken.append(batch)
            if sum(len(batch.records) for batch in taken) == 2000:
                break
        for batch in taken[1:]:
            batch.acknowledge()
        await asyncio.sleep(2.5)
        gap = await offsets(connection, group, name, 1)
        taken[0].acknowledge()
    closed = await offsets(connection, group, name, 1)

    assert [r.value for batch in taken for r in batch.records] == [b"%d" % i for i in range(2000)]
    assert gap == ([0], [2000])
    assert closed == ([2000], [2000])
    assert not taken[0].acknowledge()


async def test_a_partition_waits_for_the_answer_about_the_others_a_tenth_of_a_second_at_most(
    kafka: EmbeddedKafka, topic_prefix: str, source_type: type[Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    connection, name = Connection(kafka.bootstrap_servers), topic_prefix + "in"
    asked: list[int] = []
    request = fetcher.FetchRequest

    def noted(most_ms: int, *rest: Any, **named: Any) -> Any:
        asked.append(most_ms)
        return request(most_ms, *rest, **named)

    monkeypatch.setattr(fetcher, "FetchRequest", noted)
    await topics.create(connection, name, partitions=1)
    async with source_type(connection, Membership(topic_prefix + "group", (name,))) as source:
        reading = asyncio.ensure_future(anext(aiter(source.batches())))
        await topics.until(lambda: len(asked) > 2)
        reading.cancel()
        await asyncio.wait([reading])

    assert max(asked) == 100


async def test_idle_partitions_commit_past_transaction_markers(
    kafka: EmbeddedKafka, topic_prefix: str, source_type: type[Source]
) -> None:
    connection, name, group = Connection(kafka.bootstrap_servers), topic_prefix + "in", topic_prefix + "group"
    await topics.create(connection, name, partitions=3)
    async with AIOKafkaProducer(**connection.options(), transactional_id=topic_prefix + "writer") as producer:
        for _ in range(5):
            async with producer.transaction():
                for partition in range(2):
                    await producer.send(name, b"v", key=b"k", partition=partition)
    source = source_type(connection, Membership(group, (name,)))
    assigned = [source.is_assigned]
    async with source:

        async def acknowledge_all() -> None:
            async for batch in source.batches():
                batch.acknowledge()

        async def is_level() -> bool:
            committed, ends = await offsets(connection, group, name, 3)
            return committed == ends == [10, 10, 0]

        working = asyncio.create_task(acknowledge_all())
        await topics.until(is_level)
        assigned.append(source.is_assigned)
        progress = {lane.partition: (lane.watermark, end) for lane, end in source.progress()}
        working.cancel()
        await asyncio.wait([working])

    assert progress == {0: (10, 10), 1: (10, 10), 2: (0, 0)}
    assert assigned == [False, True]
    assert source.failure() is None


async def test_a_missing_topic_is_named(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    seat = Membership(topic_prefix + "group", (topic_prefix + "nowhere",))

    with pytest.raises(ConfigError, match="nowhere does not exist"):
        async with Subscription(Connection(kafka.bootstrap_servers), seat):
            pass


async def test_what_crashes_faust_ends_its_batches(
    kafka: EmbeddedKafka, topic_prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection, name = Connection(kafka.bootstrap_servers), topic_prefix + "in"
    await topics.create(connection, name)

    def broken(*_: object) -> None:
        raise RuntimeError("broken driver")

    monkeypatch.setattr("wirekit.streams.faust_transport.rest", broken)
    async with FaustSource(connection, Membership(topic_prefix + "group", (name,))) as source:
        with pytest.raises(RuntimeError, match="broken driver"):
            async with asyncio.timeout(30):
                await anext(source.batches())


async def test_records_of_any_size_and_key_arrive_in_order_where_kafka_would_put_them(
    kafka: EmbeddedKafka, topic_prefix: str
) -> None:
    connection, name = Connection(kafka.bootstrap_servers), topic_prefix + "out"
    await topics.create(connection, name)
    sizes = [0, 1, 3000, 300_000, 4_000_000, 10, 200_000, 200_000, 200_000, 7]
    outgoing = [Outgoing(name, b"k%d" % (i % 3), b"x" * size, (("n", b"%d" % i),)) for i, size in enumerate(sizes)]
    await topics.fill(connection, outgoing)
    async with AIOKafkaProducer(**connection.options()) as stock:
        places = [(await stock.send_and_wait(name, b"stock", key=b"k%d" % i)).partition for i in range(3)]
    records = [record for record in await topics.read(connection, name) if record.value != b"stock"]

    for key in range(3):
        mine = [record for record in records if record.key == b"k%d" % key]
        assert [record.headers for record in mine] == [item.headers for item in outgoing[key::3]]
        assert [len(record.value or b"") for record in mine] == sizes[key::3]
        assert {record.partition for record in mine} == {places[key]} == {partition_of(b"k%d" % key, 4)}


async def test_what_the_broker_refuses_is_raised(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    connection, name = Connection(kafka.bootstrap_servers), topic_prefix + "out"
    await topics.create(connection, name)
    large = Outgoing(name, b"k", random.Random(1).randbytes(4_500_000))
    async with Publisher(connection) as publisher:
        with pytest.raises(MessageSizeTooLargeError):
            await publisher.publish(Outgoing(name, b"k", b"fits"), large)
