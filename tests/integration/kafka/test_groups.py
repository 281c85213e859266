"""How far a group has come, as Apache Kafka tells it."""

from __future__ import annotations

from aiokafka import AIOKafkaConsumer, TopicPartition

from tests.integration.streams import topics
from wirekit.broker import EmbeddedKafka
from wirekit.kafka import Connection, GroupOffsets, Outgoing


async def test_a_group_has_come_as_far_as_it_has_committed(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    connection, name, group = Connection(kafka.bootstrap_servers), topic_prefix + "in", topic_prefix + "group"
    await topics.create(connection, name)
    await topics.fill(connection, [Outgoing(name, b"k", b"v", partition=1)] * 3)
    async with AIOKafkaConsumer(**connection.options(), group_id=group, enable_auto_commit=False) as member:
        member.assign([TopicPartition(name, 1)])
        await member.commit({TopicPartition(name, 1): 2})

    async with GroupOffsets(connection) as offsets:
        assert await offsets.of(group) == {TopicPartition(name, 1): 2}


async def test_a_group_that_was_never_there_has_come_nowhere(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    async with GroupOffsets(Connection(kafka.bootstrap_servers)) as offsets:
        assert await offsets.of(topic_prefix + "group") == {}
