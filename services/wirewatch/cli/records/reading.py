"""Reads topics for a command: what is on them now, or what comes from now on. Commits nothing, joins no group."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import asynccontextmanager

from aiokafka import TopicPartition

from wirekit.kafka import Connection, Record, ends_of, reader, records_for_ever, records_until

Records = AsyncGenerator[Record, None]


async def last_records(connection: Connection, topic: str) -> dict[str, Record]:
    """The last record of each key of a compacted *topic*, tombstones left out; bytes that are no UTF-8 are surrogates.

    Raises:
        ConfigError: The topic does not exist.
    """
    rows: dict[tuple[bytes, int], Record] = {}
    async for record in records_until_now(connection, topic):
        place = record.key or b"", record.partition  # a feed that moved leaves a tombstone where it was
        if record.value is None:
            rows.pop(place, None)
        else:
            rows[place] = record
    return {key.decode(errors="surrogateescape"): record for (key, _), record in rows.items()}


async def records_until_now(connection: Connection, topic: str) -> Records:
    """The records of *topic* up to the end that it has at the start.

    Raises:
        ConfigError: The topic does not exist.
    """
    async with reader(connection, topic) as consumer:
        async for record in records_until(consumer, await ends_of(consumer)):
            yield record


async def records_from(connection: Connection, starts: Mapping[TopicPartition, int]) -> Records:
    """The records of the partitions from the offsets *starts* on, up to the ends that they have at the start."""
    async with reader(connection, partitions=list(starts)) as consumer:
        firsts, ends = await consumer.beginning_offsets(starts), await ends_of(consumer)
        for tp, offset in starts.items():
            consumer.seek(tp, min(max(offset, firsts[tp]), ends[tp]))
        async for record in records_until(consumer, ends):
            yield record


@asynccontextmanager
async def coming(connection: Connection, *topics: str, whole: tuple[str, ...] = ()) -> AsyncIterator[Records]:
    """The records of *topics* that are written once this is entered, and all of the topics *whole*, for ever.

    Raises:
        ConfigError: A topic does not exist.
    """
    async with reader(connection, *topics, *whole) as consumer:
        for tp, end in (await ends_of(consumer)).items():
            if tp.topic in topics:
                consumer.seek(tp, end)
        yield records_for_ever(consumer)
