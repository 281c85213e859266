"""Writes for a command: some records in one transaction, and of two who do the same at once only the later one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaProducer
from aiokafka.errors import ProducerFenced

from wirekit.errors import TemporaryFailure
from wirekit.kafka import Connection, Outgoing
from wirekit.streams import source_of
from wirekit.streams.publisher import TRANSACTION_OPTIONS

SOURCE = source_of("cli")
"""The source of the events that commands write."""


@asynccontextmanager
async def transactions(connection: Connection, transactional_id: str) -> AsyncIterator[AIOKafkaProducer]:
    """A producer whose start fences whoever has the same *transactional_id*."""
    options = connection.options() | TRANSACTION_OPTIONS
    producer = AIOKafkaProducer(transactional_id=transactional_id, **options)
    await producer.start()
    try:
        yield producer
    finally:
        await producer.stop()


async def write(producer: AIOKafkaProducer, outgoing: Iterable[Outgoing]) -> None:
    """Write all of *outgoing*, or nothing.

    Raises:
        TemporaryFailure: Somebody else has begun the same; nothing was written.
    """
    try:
        async with producer.transaction():
            sent = [
                await producer.send(o.topic, o.value, key=o.key, partition=o.partition, headers=list(o.headers))
                for o in outgoing
            ]
            await asyncio.gather(*sent)
    except ProducerFenced:
        message = "somebody else runs the same command on this Kafka; nothing was written"
        raise TemporaryFailure(message) from None
