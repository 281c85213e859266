"""Follows the topics and keeps the cache; tells the pages when something new is there."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from typing import Protocol

from wirekit.clock import Clock
from wirekit.contracts import AlertRaised, EnrichedArticle, RecordRef
from wirekit.contracts.messages import messages_on
from wirekit.errors import InvalidMessage
from wirekit.kafka import Record
from wirekit.runtime.logs import get_logger
from wirekit.streams import decode
from wirewatch.console.folding import Change, changes_of, counted, forgotten, kept_article

log = get_logger()

Positions = Mapping[tuple[str, int], int]
"""The next offset to read, by topic and partition."""


class Topics(Protocol):
    """The topics, followed from given offsets."""

    def chunks(self, positions: Positions) -> AsyncIterator[Sequence[Record]]:
        """Chunks of records, each partition in order from its position or its beginning, for ever."""
        ...


class Articles(Protocol):
    """Enriched articles by where they lie."""

    async def fetch(self, record: RecordRef) -> EnrichedArticle | None:
        """The article at *record*; None when it is no longer there."""
        ...


class Cache(Protocol):
    """What the pages show, and up to which offsets it holds."""

    def positions(self) -> Positions:
        """Where to read on."""
        ...

    def commit(self, changes: Iterable[Change], positions: Positions) -> None:
        """Make *changes* and *positions* together, or neither."""
        ...


class ConsoleService:
    """Keeps *cache* up to date from *topics*.

    Attributes:
        changed: Notified after each commit, for those who wait for news.
    """

    def __init__(self, topics: Topics, articles: Articles, cache: Cache, clock: Clock) -> None:
        self._topics = topics
        self._articles = articles
        self._cache = cache
        self._clock = clock
        self.changed = asyncio.Condition()

    async def run(self) -> None:
        """Follow the topics until cancelled."""
        async for records in self._topics.chunks(self._cache.positions()):
            unreadable: Counter[str] = Counter()
            changes: list[Change] = []
            for record in records:
                try:
                    changes += await self._changes(record)
                except InvalidMessage as problem:
                    unreadable[record.topic] += 1
                    log.warning("record.skipped", topic=record.topic, offset=record.offset, reason=problem.reason)
            now = self._clock.now().isoformat()
            read = Counter(record.topic for record in records)
            changes += [counted(topic, number, unreadable[topic], now) for topic, number in read.items()]
            self._cache.commit(changes, {(r.topic, r.partition): r.offset + 1 for r in records})
            async with self.changed:
                self.changed.notify_all()

    async def _changes(self, record: Record) -> list[Change]:
        if record.value is None:
            key = (record.key or b"").decode(errors="replace")
            return list(forgotten(key, record.topic, record.partition))
        message = decode(record, *messages_on(record.topic)).data
        changes = list(changes_of(message, record.partition))
        if isinstance(message, AlertRaised):
            changes += await self._texts(message)
        return changes

    async def _texts(self, alert: AlertRaised) -> list[Change]:
        """The articles of the evidence, kept beside the alert since their topic forgets them sooner."""
        places = {proof.record for proof in alert.evidence if proof.record is not None}
        found = [await self._articles.fetch(place) for place in places]
        return [kept_article(article) for article in found if article is not None]
