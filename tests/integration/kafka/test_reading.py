"""A reader against Apache Kafka."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest
from aiokafka import AIOKafkaConsumer

from tests.integration.streams import topics
from wirekit.broker import EmbeddedKafka
from wirekit.kafka import Connection, reader


async def test_who_is_told_to_stop_while_a_reader_closes_stops(
    kafka: EmbeddedKafka, topic_prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection, name = Connection(kafka.bootstrap_servers), topic_prefix + "in"
    await topics.create(connection, name)
    closing, closed, stop = asyncio.Event(), asyncio.Event(), AIOKafkaConsumer.stop

    async def stop_as_it_may(consumer: AIOKafkaConsumer) -> None:
        closing.set()
        with suppress(asyncio.CancelledError):  # as aiokafka does in several places
            await asyncio.sleep(0.2)
        await stop(consumer)
        closed.set()

    async def read() -> None:
        async with reader(connection, name):
            pass
        await asyncio.Event().wait()

    monkeypatch.setattr(AIOKafkaConsumer, "stop", stop_as_it_may)
    reading = asyncio.create_task(read())
    await closing.wait()
    reading.cancel()
    await asyncio.wait([reading], timeout=30)
    await asyncio.wait_for(closed.wait(), 30)

    assert reading.cancelled()
