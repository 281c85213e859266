"""The topics of the topology, whose names are fixed, empty for each test."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupCoordinatorNotAvailableError

from tests.polling import until
from wirekit.broker import EmbeddedKafka
from wirekit.contracts.topology import GROUPS, TOPICS
from wirekit.kafka import Connection, TopicAdmin


@pytest.fixture
def newsroom_kafka() -> Iterator[Connection]:
    """A fresh Apache Kafka with every topic of the topology, for processes that are killed and stay in their groups."""
    with tempfile.TemporaryDirectory(prefix="kafka-") as name, asyncio.Runner() as runner:
        broker = EmbeddedKafka(Path(name))
        runner.run(broker.start())
        connection = Connection(broker.bootstrap_servers)
        runner.run(_create(connection))
        yield connection
        runner.run(broker.stop())


@pytest.fixture
def blank_topics(kafka: EmbeddedKafka) -> Iterator[Connection]:
    """Every topic of the topology, empty, on the Kafka of all tests: for processes that end in order."""
    connection = Connection(kafka.bootstrap_servers)
    with asyncio.Runner() as runner:
        runner.run(_create(connection))
        yield connection
        runner.run(_delete(connection))


async def _create(connection: Connection) -> None:
    async with TopicAdmin(connection) as admin:
        await admin.create_missing(TOPICS.values())


async def _delete(connection: Connection) -> None:
    client = AIOKafkaAdminClient(**connection.options())
    await client.start()
    try:
        await client.delete_topics([*TOPICS])

        async def gone() -> bool:
            return not {*TOPICS} & {*await client.list_topics()}

        async def forgotten() -> bool:
            try:
                return not any([await client.list_consumer_group_offsets(group.name) for group in GROUPS])
            except GroupCoordinatorNotAvailableError:  # Kafka makes the topic of the offsets when first asked
                return False

        await until(gone)
        await until(forgotten)
    finally:
        await client.close()
