"""Reads topics for a command: what is on them now, or what comes from now on. Commits nothing, joins no group."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from aiokafka import AIOKafkaConsumer

from wirekit.streams import Connection, Record, reader, to_records

POLL_MS = 200

Records = AsyncGenerator[Record, None]


async def last_records(connection: Connection, topic: str) -> dict[str, Record]:
    """The last record of each key of a compacted *topic*, tombstones left out.

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
    return {key.decode(errors="replace"): record for (key, _), record in rows.items()}


async def records_until_now(connection: Connection, topic: str) -> Records:
    """The records of *topic* up to the end that it has at the start.

    Raises:
        ConfigError: The topic does not exist.
    """
    async with reader(connection, topic) as consumer:
        ends = await consumer.end_offsets(consumer.assignment())
        while not all([await consumer.position(tp) >= end for tp, end in ends.items()]):
            for record in await _polled(consumer):
                yield record


async def records_from_now(connection: Connection, *topics: str, from_start: bool = False) -> Records:
    """The records of *topics* as they come, for ever; with *from_start* those that are there, first.

    Raises:
        ConfigError: A topic does not exist.
    """
    async with reader(connection, *topics) as consumer:
        if not from_start:
            for tp, end in (await consumer.end_offsets(consumer.assignment())).items():
                consumer.seek(tp, end)
        while True:
            for record in await _polled(consumer):
                yield record


async def _polled(consumer: AIOKafkaConsumer) -> list[Record]:
    fetched = await consumer.getmany(timeout_ms=POLL_MS)
    return [record for chunk in fetched.values() for record in to_records(chunk)]
