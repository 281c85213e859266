"""Looks on the topics for all that tells of one article; of each partition at the latest MOST records only.

Once it is known when the article was found, later topics are searched from then on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from aiokafka import TopicPartition
from aiokafka.errors import KafkaError

from wirekit.contracts import (
    AlertRaised,
    AlertSuppressed,
    ArticleRevised,
    Candidate,
    DeliveryAttempted,
    EnrichedArticle,
    Message,
    RawArticle,
    Watchlist,
    ids,
)
from wirekit.contracts import topology as on
from wirekit.contracts.topology import Topic, partition_of
from wirekit.contracts.watchlist import REVISION_KEY, WatchlistFold
from wirekit.errors import ConfigError, InvalidMessage
from wirekit.kafka import Connection, GroupOffsets, Record, ends_of, reader
from wirekit.streams import Event, decode
from wirewatch.cli.dead_letters.letters import Letter
from wirewatch.cli.records.reading import last_records, records_from
from wirewatch.cli.tracing.journey import Facts, Searched
from wirewatch.poller.identity import canonical_url

MOST = 200_000
MOST_FOUND = 500
EARLIER = dt.timedelta(minutes=5)
"""Clocks of two machines differ."""

Wanted = Callable[[Record], bool]
M = TypeVar("M", bound=Message)


class Search:
    """Searches the topics of *connection*, and keeps account of where."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.searched: list[Searched] = []
        self._since: dt.datetime | None = None

    def begin_at(self, instants: Iterable[dt.datetime | None]) -> None:
        """What is searched from now on came after the first of *instants*, give or take the clocks."""
        first = min((instant for instant in instants if instant), default=None)
        self._since = None if first is None else first - EARLIER

    async def records(self, topic: Topic, wanted: Wanted, partition: int | None = None) -> list[Record]:
        """The latest records of *topic* that are *wanted*, in one partition or in all, in order."""
        partitions = range(topic.partitions) if partition is None else (partition,)
        starts = await self._starts([TopicPartition(topic.name, number) for number in partitions])
        found: list[Record] = []
        looked_at = 0
        async for record in records_from(self._connection, starts):
            looked_at += 1
            if wanted(record):
                found = [*found[1 - MOST_FOUND :], record]
        self.searched.append(Searched(topic.name, tuple(partitions), looked_at, self._since))
        return sorted(found, key=lambda record: (record.partition, record.offset))

    async def events(
        self, topic: Topic, wanted: Wanted, model: type[M], partition: int | None = None
    ) -> list[Event[M]]:
        """The same as events of *model*."""
        return _decoded(await self.records(topic, wanted, partition), model)

    async def _starts(self, partitions: list[TopicPartition]) -> dict[TopicPartition, int]:
        async with reader(self._connection, partitions=partitions) as consumer:
            ends = await ends_of(consumer)
            starts = {tp: max(0, end - MOST) for tp, end in ends.items()}
            if self._since is not None:
                moment = int(self._since.timestamp() * 1000)
                times = await consumer.offsets_for_times(dict.fromkeys(partitions, moment))
                later = {tp: found.offset if found else ends[tp] for tp, found in times.items()}
                starts = {tp: max(start, later[tp]) for tp, start in starts.items()}
        return starts


async def trace(connection: Connection, article: str) -> Facts:
    """All that the topics tell of *article*, an id or a URL.

    Raises:
        ConfigError: It is neither, or a URL that several articles share.
    """
    search = Search(connection)
    article_id = await _resolved(search, article)
    mark = article_id.encode()

    def names(record: Record) -> bool:
        return record.key == mark or mark in (record.value or b"")

    place = partition_of(mark, on.ARTICLES_RAW.partitions)
    raw = await search.events(on.ARTICLES_RAW, lambda record: record.key == mark, RawArticle, partition=place)
    enriched = await search.events(
        on.ARTICLES_ENRICHED, lambda record: record.key == mark, EnrichedArticle, partition=place
    )
    search.begin_at([*(event.data.found_at for event in raw), *(event.data.found_at for event in enriched)])
    facts = Facts(article_id, raw, enriched, watchlist=await _list_in_force(connection))
    facts = await _decided(search, facts, names)
    letters = [Letter.of(record) for topic in on.DEAD_LETTERS.values() for record in await search.records(topic, names)]
    return replace(facts, letters=letters, read=await _read(connection), searched=tuple(search.searched))


async def _decided(search: Search, facts: Facts, names: Wanted) -> Facts:
    """With what the alerter and the notifier made of the article."""
    causes = await search.records(on.ALERTS_CANDIDATES, names)
    told = await search.events(on.ALERTS_SUPPRESSED, names, AlertSuppressed)
    alerts = _AlertsOf(facts.article_id)
    raised = await search.events(on.ALERTS_RAISED, alerts.tells, AlertRaised)
    known = {(event.data.alert_id, event.data.revision) for event in raised}
    attempts = await search.events(on.DELIVERIES_ATTEMPTED, alerts.is_delivered_by, DeliveryAttempted)
    return replace(
        facts,
        candidates=[each for each in _decoded(causes, Candidate) if each.data.article.article_id == facts.article_id],
        corrections=_once(facts.article_id, _decoded(causes, ArticleRevised)),
        suppressed=[event for event in told if event.data.article.article_id == facts.article_id],
        raised=raised,
        attempts=[event for event in attempts if (event.data.alert_id, event.data.alert_revision) in known],
    )


class _AlertsOf:
    """Recognises the revisions of alerts that show the article, those that take such an alert back, and deliveries.

    The revisions of an alert lie in one partition, in order; so does a retraction, which shows no article any more.
    """

    def __init__(self, article_id: str) -> None:
        self._article_id = article_id
        self._mark = article_id.encode()
        self._alerts: set[str] = set()

    def tells(self, record: Record) -> bool:
        value = record.value or b""
        if self._mark not in value and b'"retracted"' not in value:
            return False
        try:
            alert = decode(record, AlertRaised).data
        except InvalidMessage:
            return False
        if any(evidence.article.article_id == self._article_id for evidence in alert.evidence):
            self._alerts.add(alert.alert_id)
            return True
        return alert.kind == "retracted" and alert.alert_id in self._alerts

    def is_delivered_by(self, record: Record) -> bool:
        return any(alert_id.encode() in (record.value or b"") for alert_id in self._alerts)


def _once(article_id: str, corrections: Iterable[Event[ArticleRevised]]) -> list[Event[ArticleRevised]]:
    """The corrections of the article without their copies: each goes to every partition."""
    once: dict[tuple[str | None, int], Event[ArticleRevised]] = {}
    for event in corrections:
        if event.data.article.article_id == article_id:
            once.setdefault((event.data.article.feed_id, event.data.article.revision), event)
    return list(once.values())


def _decoded(records: Iterable[Record], model: type[M]) -> list[Event[M]]:
    """The events of *model* among *records*; what is none, is no trace of an article."""
    events: list[Event[M]] = []
    for record in records:
        with suppress(InvalidMessage):
            events.append(decode(record, model))
    return events


async def _resolved(search: Search, article: str) -> str:
    """The id of *article*: itself, that of its canonical URL, or of the one article on Kafka that has this URL."""
    if article.startswith("art_"):
        return article
    canonical = canonical_url(article) if article.startswith(("http://", "https://")) else None
    if canonical is None:
        raise ConfigError(f"{article!r} is neither an id (art_…) nor the URL of an article")
    marks = [f'"{url}"'.encode() for url in (article, canonical)]

    def has_url(record: Record) -> bool:
        return any(mark in (record.value or b"") for mark in marks)

    carriers = await search.events(on.ARTICLES_RAW, has_url, RawArticle)
    found = {
        event.data.article_id for event in carriers if {event.data.url, event.data.canonical_url} & {article, canonical}
    }
    if len(found) > 1:
        raise ConfigError(f"several articles have this URL; trace one of {', '.join(sorted(found))}")
    return found.pop() if found else ids.article_id(canonical)


async def _list_in_force(connection: Connection) -> Watchlist | None:
    fold = WatchlistFold()
    rows = await last_records(connection, on.WATCHLIST.name)
    for key in sorted(rows, key=lambda key: key == REVISION_KEY):  # the mark closes the rows
        with suppress(InvalidMessage):
            fold.apply(key, rows[key].value)
    return fold.current


async def _read(connection: Connection) -> dict[tuple[str, str, int], int]:
    """How far each group of the flow has read; nothing of one that we may not ask about."""
    read: dict[tuple[str, str, int], int] = {}
    async with GroupOffsets(connection) as offsets:
        for group in on.GROUPS:
            with suppress(KafkaError):
                for tp, offset in (await offsets.of(group.name)).items():
                    read[group.name, tp.topic, tp.partition] = offset
    return read
