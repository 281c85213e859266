"""Topics of a test: made in one call, filled and read whole."""

from __future__ import annotations

from collections.abc import Iterable

from tests.polling import until as until  # noqa: PLC0414 - what fills a topic is waited for
from wirekit.contracts.topology import Topic
from wirekit.kafka import Connection, Outgoing, Record, TopicAdmin, ends_of, reader, records_until
from wirekit.streams import Publisher


async def create(connection: Connection, *names: str, partitions: int = 4, compacted: bool = False) -> None:
    """Make the topics *names*; only the compacted ones keep the last record of each key."""
    async with TopicAdmin(connection) as admin:
        await admin.create_missing(Topic(name, "key", partitions, None if compacted else 1, ()) for name in names)


async def fill(connection: Connection, outgoing: Iterable[Outgoing]) -> None:
    async with Publisher(connection) as publisher:
        await publisher.publish(*outgoing)


async def read(connection: Connection, topic: str) -> list[Record]:
    """What a read_committed reader sees, partition by partition."""
    async with reader(connection, topic) as consumer:
        records = [record async for record in records_until(consumer, await ends_of(consumer))]
    return sorted(records, key=lambda record: (record.partition, record.offset))
