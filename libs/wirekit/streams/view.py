"""Topics read without a group, all partitions in every replica: a compacted topic as a whole, or a topic from its end.

Keeps nothing itself and commits nothing. An error is the caller's: stop the process rather than serve a stale view.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import UnknownTopicOrPartitionError

from wirekit.streams.membership import READER_OPTIONS, to_records, topic_missing
from wirekit.streams.records import Connection, Record

POLL_MS = 200


class TopicView:
    """A whole compacted topic: ``on_change`` sees every record in order of its partition, tombstones included.

    Attributes:
        ready: Set when everything that was committed at the start has been seen.
    """

    def __init__(self, connection: Connection, topic: str, on_change: Callable[[Record], None]) -> None:
        self._connection = connection
        self._topic = topic
        self._on_change = on_change
        self.ready = asyncio.Event()

    async def run(self) -> None:
        """Read to the end, set ``ready``, follow until cancelled.

        Raises:
            ConfigError: The topic does not exist.
            aiokafka.errors.KafkaError: The broker refuses us.
        """
        async with reader(self._connection, self._topic) as consumer:
            ends = await consumer.end_offsets(consumer.assignment())
            while True:
                for records in (await consumer.getmany(timeout_ms=POLL_MS)).values():
                    for record in to_records(records):
                        self._on_change(record)
                if not self.ready.is_set() and await _reached(consumer, ends):
                    self.ready.set()


class TopicTail:
    """A topic from its end on, for commands which mean only those who run now."""

    def __init__(self, connection: Connection, topic: str, on_record: Callable[[Record], None]) -> None:
        self._connection = connection
        self._topic = topic
        self._on_record = on_record
        self.ready = asyncio.Event()

    async def run(self) -> None:
        """Call ``on_record`` for each record written from now on (``ready`` is set then), until cancelled.

        Raises:
            ConfigError: The topic does not exist.
            aiokafka.errors.KafkaError: The broker refuses us.
        """
        async with reader(self._connection, self._topic) as consumer:
            for tp, end in (await consumer.end_offsets(consumer.assignment())).items():
                consumer.seek(tp, end)
            self.ready.set()
            while True:
                for records in (await consumer.getmany(timeout_ms=POLL_MS)).values():
                    for record in to_records(records):
                        self._on_record(record)


@asynccontextmanager
async def reader(
    connection: Connection, topic: str, partitions: Collection[TopicPartition] = ()
) -> AsyncIterator[AIOKafkaConsumer]:
    """A started consumer without a group: *partitions*, or all of *topic*, from their beginning, ``read_committed``.

    Raises:
        ConfigError: The topic does not exist.
    """
    consumer = AIOKafkaConsumer(*([] if partitions else [topic]), **connection.options(), **READER_OPTIONS)
    try:
        await consumer.start()
        if partitions:
            consumer.assign(partitions)
        yield consumer
    except UnknownTopicOrPartitionError:
        raise topic_missing(topic) from None
    finally:
        await consumer.stop()


async def _reached(consumer: AIOKafkaConsumer, ends: Mapping[TopicPartition, int]) -> bool:
    """Positions count, not records: a transaction leaves markers behind its last record."""
    return all([await consumer.position(tp) >= end for tp, end in ends.items()])
