"""The console's outside world: topics from stored offsets, articles by offset, the lag of the groups, its token."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupCoordinatorNotAvailableError

from wirekit.contracts import EnrichedArticle, RecordRef
from wirekit.contracts.topology import ARTICLES_ENRICHED, GROUPS
from wirekit.errors import ConfigError, InvalidMessage
from wirekit.streams import Connection, Record, decode, ends_of, fetch, reader, to_records
from wirewatch.console.settings import ConsoleSettings

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
        self._consumer = AIOKafkaConsumer(**connection.options(), group_id=None, isolation_level="read_committed")

    async def __aenter__(self) -> Self:
        await self._admin.start()
        await self._consumer.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._consumer.stop()
        await self._admin.close()

    async def lags(self) -> list[Lag]:
        """The lag of every group that has committed anything, by topic."""
        return [lag for group in GROUPS for lag in await self._lags_of(group.name)]

    async def _lags_of(self, group: str) -> list[Lag]:
        try:
            committed = await self._admin.list_consumer_group_offsets(group)
        except GroupCoordinatorNotAvailableError:  # no group has ever been here
            return []
        ends = await self._consumer.end_offsets(list(committed)) if committed else {}
        by_topic: dict[str, int] = {}
        for tp, offset in committed.items():
            by_topic[tp.topic] = by_topic.get(tp.topic, 0) + max(0, ends[tp] - max(offset.offset, 0))
        return [Lag(group, topic, records) for topic, records in sorted(by_topic.items())]


def read_token(settings: ConsoleSettings) -> str:
    """The token, from the setting or from its file; empty when neither is given.

    Raises:
        ConfigError: The file cannot be read or is empty.
    """
    if settings.token_file is None:
        return settings.token.get_secret_value()
    try:
        token = settings.token_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"WIREWATCH_CONSOLE_TOKEN_FILE: {settings.token_file} cannot be read: {error}") from error
    if not token:
        raise ConfigError(f"WIREWATCH_CONSOLE_TOKEN_FILE: {settings.token_file} is empty")
    return token
