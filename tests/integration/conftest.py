"""Brokers of their own for tests that work on the topics of the topology, whose names are fixed."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from tests.polling import until
from wirekit.broker import EmbeddedKafka
from wirekit.contracts.topology import TOPICS
from wirekit.streams import Connection, TopicAdmin


@pytest.fixture
def newsroom_kafka() -> Iterator[Connection]:
    """A fresh Apache Kafka with every topic of the topology, for processes that leave members in their groups."""
    with _kafka() as connection, asyncio.Runner() as runner:
        runner.run(_create(connection))
        yield connection


@pytest.fixture(scope="module")
def _shared_kafka() -> Iterator[Connection]:
    with _kafka() as connection:
        yield connection


@pytest.fixture
def blank_topics(_shared_kafka: Connection) -> Iterator[Connection]:
    """Every topic of the topology, empty, on one Apache Kafka a file: for tests that join no consumer group."""
    with asyncio.Runner() as runner:
        runner.run(_create(_shared_kafka))
        yield _shared_kafka
        runner.run(_delete(_shared_kafka))


@contextmanager
def _kafka() -> Iterator[Connection]:
    with tempfile.TemporaryDirectory(prefix="kafka-") as name, asyncio.Runner() as runner:
        broker = EmbeddedKafka(Path(name))
        runner.run(broker.start())
        yield Connection(broker.bootstrap_servers)
        runner.run(broker.stop())


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

        await until(gone)
    finally:
        await client.close()
