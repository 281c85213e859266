"""Sends dead letters back to the topic that they came from, each once, and deletes letters for good.

A record that was sent again names its letter in a header; whoever sends again looks for it where the original lay.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import AsyncGenerator, Collection
from dataclasses import dataclass, field

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.records_to_delete import RecordsToDelete

from wirekit.contracts.topology import SOURCES
from wirekit.kafka import Connection, Outgoing, ends_of, reader
from wirewatch.cli.dead_letters.letters import REPLAYED_FROM, Letter
from wirewatch.cli.records.reading import records_from, records_until_now
from wirewatch.cli.records.writing import transactions, write

TRANSACTIONAL_ID = "wirewatch-dead-letters"
"""One for all: of two who send again at once, the later one fences the earlier and sees what that one sent."""


async def letters_of(connection: Connection, topic: str) -> AsyncGenerator[Letter, None]:
    """The letters on the dead-letter topic *topic*, one at a time: each may have megabytes."""
    async for record in records_until_now(connection, topic):
        yield Letter.of(record)


async def replay(
    connection: Connection, topic: str, offsets: Collection[int], *, again: bool
) -> AsyncGenerator[tuple[Letter, str | None], None]:
    """Send the letters of *topic* at *offsets*, or with none all of them, back; each with why it was not sent, or None.

    Raises:
        TemporaryFailure: Somebody else does the same at this moment.
    """
    async with transactions(connection, TRANSACTIONAL_ID) as producer:
        history = await _history(connection, topic, offsets)
        async for letter in letters_of(connection, topic):
            if offsets and letter.record.offset not in offsets:
                continue
            original = letter.original()
            if isinstance(original, Outgoing):
                obstacle = history.obstacle(letter, again=again)
                if obstacle is None:
                    await write(producer, [original])
                yield letter, obstacle
            else:
                yield letter, original


async def end_of(connection: Connection, topic: str, before: dt.datetime | None = None) -> int:
    """The offset of the first letter of *topic* that was buried at *before* or later; the end where there is none."""
    tp = TopicPartition(topic, 0)
    async with reader(connection, partitions=[tp]) as consumer:
        end = (await ends_of(consumer))[tp]
        if before is None:
            return end
        found = (await consumer.offsets_for_times({tp: int(before.timestamp() * 1000)}))[tp]
        return int(found.offset) if found else end


async def purge(connection: Connection, topic: str, before_offset: int) -> None:
    """Delete for good the letters of *topic* below *before_offset*, which lies on the topic or is its end."""
    admin = AIOKafkaAdminClient(**connection.options())
    await admin.start()
    try:
        await admin.delete_records({TopicPartition(topic, 0): RecordsToDelete(before_offset)})
    finally:
        await admin.close()


@dataclass(slots=True)
class _History:
    """What came after the originals where they lay.

    Attributes:
        replayed: The letters that were sent again, by their places.
        latest: On a compacted topic the last offset of each key.
    """

    replayed: set[bytes] = field(default_factory=set)
    latest: dict[tuple[int, bytes], int] = field(default_factory=dict)

    def obstacle(self, letter: Letter, *, again: bool) -> str | None:
        """Why *letter* is not to be sent, where it is not."""
        if letter.place.encode() in self.replayed and not again:
            return "it was sent again before; --again repeats that"
        newer = self.latest.get((letter.partition or 0, letter.record.key or b""), -1)
        if newer > (letter.offset or 0) and not again:
            return f"its topic has a newer record of the same key, at offset {newer}; --again overrules that"
        return None


async def _history(connection: Connection, topic: str, offsets: Collection[int]) -> _History:
    starts: dict[TopicPartition, int] = defaultdict(lambda: 2**62)
    async for letter in letters_of(connection, topic):
        if (not offsets or letter.record.offset in offsets) and not isinstance(letter.original(), str):
            tp = TopicPartition(letter.topic, letter.partition)
            starts[tp] = min(starts[tp], (letter.offset or 0) + 1)
    history = _History()
    if not starts:
        return history
    async for record in records_from(connection, starts):
        history.replayed.update(value for name, value in record.headers if name == REPLAYED_FROM and value)
        if SOURCES[record.topic].compacted:
            history.latest[record.partition, record.key or b""] = record.offset
    return history
