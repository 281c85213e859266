"""Topics read without a group, all partitions in every replica: a compacted topic as a whole, or a topic from its end.

Keeps nothing itself and commits nothing. An error is the caller's: stop the process rather than serve a stale view.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from aiokafka import AIOKafkaConsumer

from wirekit.streams.reader import POLL_MS, reader, to_records
from wirekit.streams.records import Connection, Record


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
        """Read to the end, set ``ready``, follow until cancelled; ConfigError where the topic does not exist."""
        async with reader(self._connection, self._topic) as consumer:
            ends = await consumer.end_offsets(consumer.assignment())
            # Positions count, not records: a transaction leaves markers behind its last record.
            while any([await consumer.position(tp) < end for tp, end in ends.items()]):
                await _pass_on(consumer, self._on_change)
            self.ready.set()
            while True:
                await _pass_on(consumer, self._on_change)


class TopicTail(TopicView):
    """A topic from its end on, for commands that mean only those who run now. *ready* is set when it listens."""

    async def run(self) -> None:
        """Pass on each record written from now on, until cancelled; raises as a view does."""
        async with reader(self._connection, self._topic) as consumer:
            for tp, end in (await consumer.end_offsets(consumer.assignment())).items():
                consumer.seek(tp, end)
            self.ready.set()
            while True:
                await _pass_on(consumer, self._on_change)


async def _pass_on(consumer: AIOKafkaConsumer, receive: Callable[[Record], None]) -> None:
    for records in (await consumer.getmany(timeout_ms=POLL_MS)).values():
        for record in to_records(records):
            receive(record)
