"""A client's view of the broker of docker-compose.yml: round trips, transactions, a crash."""

from __future__ import annotations

import asyncio

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import UnknownTopicOrPartitionError

from tests.containers import Kafka

pytestmark = pytest.mark.containers


async def create_topic(name: str, broker: Kafka) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=broker.bootstrap_servers)
    await admin.start()
    try:
        await admin.create_topics([NewTopic(name, num_partitions=1, replication_factor=1)])
    finally:
        await admin.close()


async def read(topic: str, broker: Kafka, count: int) -> list[bytes]:
    """The first *count* values of *topic* that a careful reader sees."""
    async with (
        AIOKafkaConsumer(
            topic,
            bootstrap_servers=broker.bootstrap_servers,
            auto_offset_reset="earliest",
            isolation_level="read_committed",
        ) as consumer,
        asyncio.timeout(60),
    ):
        return [(await consumer.getone()).value for _ in range(count)]


async def test_what_a_producer_sends_a_consumer_reads(kafka_container: Kafka, topic_prefix: str) -> None:
    topic = f"{topic_prefix}articles"
    await create_topic(topic, kafka_container)
    async with AIOKafkaProducer(bootstrap_servers=kafka_container.bootstrap_servers, acks="all") as producer:
        await producer.send_and_wait(topic, "Пхеньян".encode())

    assert ["Пхеньян".encode()] == await read(topic, kafka_container, 1)


async def test_an_aborted_transaction_is_never_read_and_a_committed_one_is(
    kafka_container: Kafka, topic_prefix: str
) -> None:
    topic = f"{topic_prefix}alerts"
    await create_topic(topic, kafka_container)
    async with AIOKafkaProducer(
        bootstrap_servers=kafka_container.bootstrap_servers, transactional_id=f"{topic_prefix}writer"
    ) as producer:
        await producer.begin_transaction()
        await producer.send_and_wait(topic, b"aborted")
        await producer.abort_transaction()
        async with producer.transaction():
            await producer.send_and_wait(topic, b"committed")

    assert await read(topic, kafka_container, 1) == [b"committed"]


async def test_a_topic_that_nobody_created_does_not_appear_by_itself(kafka_container: Kafka, topic_prefix: str) -> None:
    async with AIOKafkaProducer(
        bootstrap_servers=kafka_container.bootstrap_servers, request_timeout_ms=2000
    ) as producer:
        with pytest.raises(UnknownTopicOrPartitionError):
            await producer.partitions_for(f"{topic_prefix}nobody")


async def test_what_was_acknowledged_survives_a_killed_broker(kafka_container: Kafka, topic_prefix: str) -> None:
    topic = f"{topic_prefix}raised"
    await create_topic(topic, kafka_container)
    async with AIOKafkaProducer(bootstrap_servers=kafka_container.bootstrap_servers, acks="all") as producer:
        await producer.send_and_wait(topic, b"before")
        await asyncio.to_thread(kafka_container.kill_and_restart)
        async with asyncio.timeout(90):
            await producer.send_and_wait(topic, b"after")

    assert await read(topic, kafka_container, 2) == [b"before", b"after"]
