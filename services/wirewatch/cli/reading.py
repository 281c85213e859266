"""Reads a topic for a command: what is on it now, or what comes from now on. Commits nothing, joins no group."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from wirekit.streams import Connection, Record
from wirekit.streams.reader import reader, to_records

POLL_MS = 200

Records = AsyncGenerator[Record, None]


async def records_until_now(connection: Connection, topic: str) -> Records:
    """The records of *topic* up to the end that it has at the start.

    Raises:
        ConfigError: The topic does not exist.
    """
    async with reader(connection, topic) as consumer:
        ends = await consumer.end_offsets(consumer.assignment())
        while not all([await consumer.position(tp) >= end for tp, end in ends.items()]):
            for tp, chunk in (await consumer.getmany(timeout_ms=POLL_MS)).items():
                for record in to_records(chunk):
                    if record.offset < ends[tp]:
                        yield record


async def records_from_now(connection: Connection, topic: str, *, from_start: bool = False) -> Records:
    """The records of *topic* as they come, for ever; with *from_start* those that are there, first.

    Raises:
        ConfigError: The topic does not exist.
    """
    async with reader(connection, topic) as consumer:
        if not from_start:
            for tp, end in (await consumer.end_offsets(consumer.assignment())).items():
                consumer.seek(tp, end)
        while True:
            for chunk in (await consumer.getmany(timeout_ms=POLL_MS)).values():
                for record in to_records(chunk):
                    yield record
