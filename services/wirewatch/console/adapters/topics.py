"""Topics from stored offsets, and single articles by where they lie. Commits nothing, joins no group."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from typing import Self

from aiokafka import AIOKafkaConsumer, TopicPartition

from wirekit.contracts import EnrichedArticle, RecordRef
from wirekit.contracts.topology import ARTICLES_ENRICHED
from wirekit.errors import InvalidMessage
from wirekit.kafka import Connection, Record, ends_of, fetch, reader, stop_consumer, to_records
from wirekit.kafka.reading import READING, start
from wirekit.streams import decode

MOST_AT_ONCE = 500
GATHER_SECONDS = 0.2
FETCH_SECONDS = 5.0
ONE_BATCH = 1  # byte: a batch is always given whole


class FollowedTopics:
    """Topics read without a group: every partition, from offsets that the caller keeps."""

    def __init__(self, connection: Connection, topics: Iterable[str]) -> None:
        self._connection = connection
        self._topics = tuple(topics)
        self.caught_up = asyncio.Event()

    async def chunks(self, positions: Mapping[tuple[str, int], int]) -> AsyncGenerator[Sequence[Record], None]:
        """Chunks of records for ever; ``caught_up`` is set when all that was there at the start has been given out."""
        async with reader(self._connection, *self._topics) as consumer:
            ends = await ends_of(consumer)
            for tp in ends:
                if (tp.topic, tp.partition) in positions:
                    consumer.seek(tp, positions[tp.topic, tp.partition])
            while True:
                fetched = await fetch(consumer, MOST_AT_ONCE)
                if records := [record for chunk in fetched.values() for record in chunk]:
                    yield records
                    if self.caught_up.is_set() and len(records) < MOST_AT_ONCE:
                        await asyncio.sleep(GATHER_SECONDS)  # what comes meanwhile is one chunk
                if not self.caught_up.is_set() and all([await consumer.position(tp) >= e for tp, e in ends.items()]):
                    self.caught_up.set()


class EnrichedArticles:
    """Single articles of ``articles.enriched``, by partition and offset; an async context manager."""

    def __init__(self, connection: Connection) -> None:
        self._consumer = AIOKafkaConsumer(**connection.options(), **READING, max_partition_fetch_bytes=ONE_BATCH)
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        await start(self._consumer, (ARTICLES_ENRICHED.name,))
        return self

    async def __aexit__(self, *_: object) -> None:
        await stop_consumer(self._consumer)

    async def fetch(self, record: RecordRef) -> EnrichedArticle | None:
        """The article at *record*; None when the topic has forgotten it, or it cannot be read."""
        if record.topic != ARTICLES_ENRICHED.name or record.partition >= ARTICLES_ENRICHED.partitions:
            return None
        async with self._turn:
            found = await self._first_from(TopicPartition(record.topic, record.partition), record.offset)
        try:
            return decode(found, EnrichedArticle).data if found and found.offset == record.offset else None
        except InvalidMessage:
            return None

    async def _first_from(self, place: TopicPartition, offset: int) -> Record | None:
        """The first record from *offset* on; None when nothing lies there. A Kafka that is away is waited for."""
        self._consumer.assign([place])
        self._consumer.seek(place, offset)
        while True:
            try:
                async with asyncio.timeout(FETCH_SECONDS):
                    (found,) = to_records([await self._consumer.getone(place)])
            except TimeoutError:
                ends = await ends_of(self._consumer)
                if await self._consumer.position(place) >= ends[place]:
                    return None
            else:
                return found
