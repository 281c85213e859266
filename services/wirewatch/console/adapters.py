"""The console's outside world: the topics from stored offsets, single articles by offset, the lag of the groups."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupCoordinatorNotAvailableError

from wirekit.contracts import EnrichedArticle, RecordRef
from wirekit.contracts.topology import ARTICLES_ENRICHED
from wirekit.errors import InvalidMessage
from wirekit.streams import Connection, Record, decode
from wirekit.streams.membership import READER_OPTIONS, to_records

POLL_MS = 200
FETCH_SECONDS = 5.0
GROUPS = ("poller", "enricher", "alerter-match", "alerter-decide", "notifier")


class FollowedTopics:
    """Topics read without a group: every partition, from offsets that the caller keeps."""

    def __init__(self, connection: Connection, topics: Iterable[str]) -> None:
        self._connection = connection
        self._topics = tuple(topics)
        self.caught_up = asyncio.Event()

    async def chunks(self, positions: Mapping[tuple[str, int], int]) -> AsyncIterator[Sequence[Record]]:
        """Chunks of records for ever; ``caught_up`` is set when all that was there at the start has been given out."""
        async with AIOKafkaConsumer(*self._topics, **self._connection.options(), **READER_OPTIONS) as consumer:
            ends = await consumer.end_offsets(consumer.assignment())
            for tp in ends:
                if (tp.topic, tp.partition) in positions:
                    consumer.seek(tp, positions[tp.topic, tp.partition])
            while True:
                fetched = await consumer.getmany(timeout_ms=POLL_MS, max_records=500)
                if records := [record for chunk in fetched.values() for record in to_records(chunk)]:
                    yield records
                if not self.caught_up.is_set() and all([await consumer.position(tp) >= e for tp, e in ends.items()]):
                    self.caught_up.set()


class EnrichedArticles:
    """Single articles of ``articles.enriched``, by partition and offset; an async context manager."""

    def __init__(self, connection: Connection) -> None:
        self._consumer = AIOKafkaConsumer(**connection.options(), **READER_OPTIONS)
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        await self._consumer.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._consumer.stop()

    async def fetch(self, record: RecordRef) -> EnrichedArticle | None:
        """The article at *record*; None when the topic has forgotten it, or it cannot be read."""
        if record.topic != ARTICLES_ENRICHED.name:
            return None
        place = TopicPartition(record.topic, record.partition)
        async with self._turn:
            self._consumer.assign([place])
            self._consumer.seek(place, record.offset)
            try:
                async with asyncio.timeout(FETCH_SECONDS):
                    (found,) = to_records([await self._consumer.getone(place)])
                return decode(found, EnrichedArticle).data if found.offset == record.offset else None
            except (TimeoutError, InvalidMessage):
                return None


@dataclass(frozen=True, slots=True)
class Lag:
    """Records of a topic that a group has not acknowledged."""

    group: str
    topic: str
    records: int


class GroupLags:
    """How far behind each consumer group is; an async context manager."""

    def __init__(self, connection: Connection) -> None:
        self._admin = AIOKafkaAdminClient(**connection.options())
        self._consumer = AIOKafkaConsumer(**connection.options(), **READER_OPTIONS)

    async def __aenter__(self) -> Self:
        await self._admin.start()
        await self._consumer.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._consumer.stop()
        await self._admin.close()

    async def lags(self) -> list[Lag]:
        """The lag of every group that has committed anything, by topic."""
        found: list[Lag] = []
        for group in GROUPS:
            try:
                committed = await self._admin.list_consumer_group_offsets(group)
            except GroupCoordinatorNotAvailableError:  # no group has ever been here
                continue
            ends = await self._consumer.end_offsets(list(committed)) if committed else {}
            by_topic: dict[str, int] = {}
            for tp, offset in committed.items():
                by_topic[tp.topic] = by_topic.get(tp.topic, 0) + max(0, ends[tp] - max(offset.offset, 0))
            found += [Lag(group, topic, records) for topic, records in sorted(by_topic.items())]
        return found
