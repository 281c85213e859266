"""Reading with aiokafka: starts and stops a consumer, with or without a group, and takes what there is.

Commits nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Collection, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.structs import ConsumerRecord

from wirekit.errors import ConfigError
from wirekit.kafka.connection import Connection
from wirekit.kafka.denials import denied_as
from wirekit.kafka.headers import read_any_header_names
from wirekit.kafka.reaching import until_answered
from wirekit.kafka.records import Record

READING: dict[str, Any] = {
    "enable_auto_commit": False,
    "auto_offset_reset": "earliest",
    "isolation_level": "read_committed",
    "fetch_max_wait_ms": 100,
}
"""What every consumer of ours is told. aiokafka asks a broker one thing at a time: a partition whose records were taken
late is not asked about until the answer about the others is there, and that may wait so long for a record."""


@asynccontextmanager
async def reader(
    connection: Connection, *topics: str, partitions: Collection[TopicPartition] = ()
) -> AsyncIterator[AIOKafkaConsumer]:
    """A started consumer without a group: *partitions*, or all of *topics*, from the beginning, ``read_committed``.

    One or the other: to name neither is a TypeError.
    """
    # Whole topics are read at a start: few large answers instead of many.
    consumer = AIOKafkaConsumer(**connection.options(), **READING, max_partition_fetch_bytes=4 * 1024 * 1024)
    try:
        await start(consumer, topics)
        if partitions:
            consumer.assign(partitions)
        else:
            consumer.subscribe(topics)
        while not consumer.assignment():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)
        yield consumer
    finally:
        await stop_consumer(consumer)


async def start(consumer: AIOKafkaConsumer, topics: Collection[str]) -> None:
    """Start, when Kafka answers.

    Raises:
        ConfigError: One of *topics* is missing: our brokers create none, and aiokafka would wait for it.
    """
    read_any_header_names()
    await until_answered(consumer.start)
    await refuse_missing(consumer, topics)


async def stop_consumer(consumer: AIOKafkaConsumer) -> None:
    """Stop *consumer*; who is cancelled meanwhile is so at once, and the stop goes on.

    aiokafka swallows a cancellation while it closes; where a fetch has just failed it breaks off with one of its own,
    which would look like ours, and leaves its connections open.
    """
    stopping = asyncio.ensure_future(consumer.stop())
    await asyncio.wait({stopping})
    if stopping.cancelled():
        await consumer._client.close()  # noqa: SLF001 - what was left to do
    else:
        stopping.result()


async def refuse_missing(consumer: AIOKafkaConsumer, topics: Collection[str]) -> None:
    """Raise ConfigError where one of *topics* is not there, or not to be seen."""
    if missing := sorted(set(topics) - await until_answered(consumer.topics)):
        names = " and ".join(missing)
        raise ConfigError(f"the topic {names} does not exist, or we may not see it: `wirewatch topics create` makes it")


async def fetch(consumer: AIOKafkaConsumer, most: int | None = None) -> dict[TopicPartition, list[Record]]:
    """What there is, by partition; after a fifth of a second nothing."""
    with denied_as("READ"):
        fetched = await consumer.getmany(timeout_ms=200, max_records=most)
    return {tp: to_records(records) for tp, records in fetched.items()}


async def ends_of(consumer: AIOKafkaConsumer) -> dict[TopicPartition, int]:
    """Where each partition that is assigned ends now: nothing that was committed before lies behind it."""
    ends: dict[TopicPartition, int] = await until_answered(lambda: consumer.end_offsets(consumer.assignment()))
    return ends


async def records_until(consumer: AIOKafkaConsumer, ends: Mapping[TopicPartition, int]) -> AsyncGenerator[Record, None]:
    """What there is until every partition is read up to its end; the last fetch may bring more than that."""
    # Positions count, not records: a transaction leaves markers behind its last record.
    while any([await consumer.position(tp) < end for tp, end in ends.items()]):
        for records in (await fetch(consumer)).values():
            for record in records:
                yield record


async def records_for_ever(consumer: AIOKafkaConsumer) -> AsyncGenerator[Record, None]:
    """What there is and what comes, as long as the caller asks."""
    while True:
        for records in (await fetch(consumer)).values():
            for record in records:
                yield record


def to_records(records: Iterable[ConsumerRecord]) -> list[Record]:
    """The same records as our values."""
    make = Record._make  # half the cost of a call by fields
    return [make((r.topic, r.partition, r.offset, r.key, r.value, r.headers, r.timestamp)) for r in records]
