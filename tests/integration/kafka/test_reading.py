"""A reader against Apache Kafka."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

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


async def test_a_reader_whose_fetch_has_just_failed_is_closed_in_order(tmp_path: Path) -> None:
    failed = asyncio.Event()
    async with EmbeddedKafka(tmp_path) as kafka:
        connection = Connection(kafka.bootstrap_servers)
        await topics.create(connection, "in")
        async with reader(connection, "in") as consumer:
            consumer._fetcher._retry_backoff = 30.0  # "just" lasts
            consumer._fetcher._invalidate_preferred_read_replica_for_node = lambda *_: failed.set()
            await kafka.stop()
            await failed.wait()
        refreshing = consumer._client._sync_task  # what a client that is closed no longer has

    assert refreshing is None
