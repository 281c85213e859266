"""A broker of their own for tests that work on the topics of the topology, whose names are fixed."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from wirekit.broker import EmbeddedKafka
from wirekit.contracts.topology import TOPICS
from wirekit.streams import Connection, TopicAdmin


@pytest.fixture
def newsroom_kafka() -> Iterator[Connection]:
    """A fresh Apache Kafka with every topic of the topology."""
    with tempfile.TemporaryDirectory(prefix="kafka-") as name, asyncio.Runner() as runner:
        broker = EmbeddedKafka(Path(name))
        runner.run(broker.start())
        connection = Connection(broker.bootstrap_servers)
        runner.run(_create(connection))
        yield connection
        runner.run(broker.stop())


async def _create(connection: Connection) -> None:
    async with TopicAdmin(connection) as admin:
        await admin.create_missing(TOPICS.values())
