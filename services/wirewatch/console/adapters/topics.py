"""Topics from stored offsets, and single articles by where they lie. Commits nothing, joins no group."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence

from aiokafka import TopicPartition

from wirekit.contracts import EnrichedArticle, RecordRef
from wirekit.contracts.topology import ARTICLES_ENRICHED
from wirekit.errors import InvalidMessage
from wirekit.kafka import Connection, Record, ends_of, fetch, reader, to_records
from wirekit.streams import decode

MOST_AT_ONCE = 500
FETCH_SECONDS = 5.0


class FollowedTopics:
    """Topics read without a group: every partition, from offsets that the caller keeps."""

    def __init__(self, connection: Connection, topics: Iterable[str]) -> None:
        self._connection = connection
        self._topics = tuple(topics)
        self.caught_up = asyncio.Event()

    async def chunks(self, positions: Mapping[tuple[str, int], int]) -> AsyncIterator[Sequence[Record]]:
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
                if not self.caught_up.is_set() and all([await consumer.position(tp) >= e for tp, e in ends.items()]):
                    self.caught_up.set()


class EnrichedArticles:
    """Single articles of ``articles.enriched``, by partition and offset."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def fetch(self, record: RecordRef) -> EnrichedArticle | None:
        """The article at *record*; None when the topic has forgotten it, or it cannot be read."""
        if record.topic != ARTICLES_ENRICHED.name or record.partition >= ARTICLES_ENRICHED.partitions:
            return None
        place = TopicPartition(record.topic, record.partition)
        async with reader(self._connection, record.topic, partitions=[place]) as consumer:
            consumer.seek(place, record.offset)
            try:
                async with asyncio.timeout(FETCH_SECONDS):
                    (found,) = to_records([await consumer.getone(place)])
                return decode(found, EnrichedArticle).data if found.offset == record.offset else None
            except (TimeoutError, InvalidMessage):
                return None
