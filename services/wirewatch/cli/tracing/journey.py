"""An article's way through the newsroom, as the records on the topics tell it. Pure; reads no topic.

What is missing on the way, `gaps` says.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wirealert import counted
from wirekit.contracts import (
    AlertRaised,
    AlertSuppressed,
    ArticleRevised,
    Candidate,
    DeliveryAttempted,
    EnrichedArticle,
    RawArticle,
    Watchlist,
)
from wirekit.contracts.base import rfc3339
from wirekit.streams import Event
from wirewatch.cli.dead_letters.letters import Letter
from wirewatch.cli.deliveries.log import outcome_of


@dataclass(frozen=True, slots=True)
class Searched:
    """How far a search went: *records* of *topic* in *partitions* were looked at, none older than *since*."""

    topic: str
    partitions: tuple[int, ...]
    records: int
    since: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was found of the article.

    Attributes:
        attempts: Of the alerts in *raised*.
        watchlist: The list in force; None where none was applied.
        read: How far each consumer group has read: the next offset by group, topic and partition.
    """

    article_id: str
    raw: Sequence[Event[RawArticle]] = ()
    enriched: Sequence[Event[EnrichedArticle]] = ()
    candidates: Sequence[Event[Candidate]] = ()
    corrections: Sequence[Event[ArticleRevised]] = ()
    suppressed: Sequence[Event[AlertSuppressed]] = ()
    raised: Sequence[Event[AlertRaised]] = ()
    attempts: Sequence[Event[DeliveryAttempted]] = ()
    letters: Sequence[Letter] = ()
    watchlist: Watchlist | None = None
    read: Mapping[tuple[str, str, int], int] = field(default_factory=dict)
    searched: Sequence[Searched] = ()

    @property
    def title(self) -> str:
        """The title of the latest wording that was found."""
        titles = [*(event.data.title for event in self.enriched), *(event.data.title for event in self.raw)]
        return titles[-1] if titles else ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A record that tells of the article: where it lies, when it was written, and what it says in words."""

    topic: str
    partition: int
    offset: int
    at: dt.datetime | None
    said: str

    def as_json(self) -> dict[str, Any]:
        """The stop with an RFC 3339 instant."""
        at = None if self.at is None else rfc3339(self.at)
        place = {"topic": self.topic, "partition": self.partition, "offset": self.offset}
        return {**place, "at": at, "said": self.said}

    def line(self) -> str:
        """The stop for people."""
        at = "" if self.at is None else f"{self.at:%Y-%m-%d %H:%M:%S}.{self.at.microsecond // 1000:03} UTC"
        return f"{f'{self.topic} {self.partition}/{self.offset}':30} {at:27} {self.said}"


def stops(facts: Facts) -> Iterator[Stop]:
    """The records in the order of the flow."""
    yield from (_stop(event, _found(event.data)) for event in facts.raw)
    yield from (_stop(event, _read(event.data)) for event in facts.enriched)
    yield from (_stop(event, _matched(event.data)) for event in facts.candidates)
    yield from (_stop(event, _corrected(event.data)) for event in facts.corrections)
    yield from (_stop(event, _suppressed(event.data)) for event in facts.suppressed)
    yield from (_stop(event, _raised(event.data)) for event in facts.raised)
    yield from (_stop(event, f"{outcome_of(event.data)}; {event.data.webhook_id}") for event in facts.attempts)
    for letter in facts.letters:
        record = letter.record
        origin = f"{letter.topic} {letter.partition}/{letter.offset}" if letter.topic else "somewhere"
        said = f"the {letter.service} could not handle {origin}: {letter.reason}: {letter.detail}"
        yield Stop(record.topic, record.partition, record.offset, None, said)


def _stop(event: Event[Any], said: str) -> Stop:
    record = event.record
    return Stop(record.topic, record.partition, record.offset, event.envelope.time, said)


def _found(article: RawArticle) -> str:
    published = f", published {article.published_at:%Y-%m-%d %H:%M} UTC" if article.published_at else ", without a date"
    return f"found in feed {article.feed_id}, revision {article.revision}, {article.ingest_mode}{published}"


def _read(article: EnrichedArticle) -> str:
    names = Counter(mention.entity_id for mention in counted(article))
    named = ", ".join(f"{name} ({count})" for name, count in sorted(names.items(), key=str)) or "nobody who is watched"
    number = article.enricher.watchlist_revision
    return f"read as {article.language.code} with watch list {number}, revision {article.revision}; names {named}"


def _matched(candidate: Candidate) -> str:
    scope = candidate.scope if candidate.in_scope else f"{candidate.scope}, which is too wide"
    return f"watch {candidate.watch_id} meets {' + '.join(candidate.entities)}, at their closest in one {scope}"


def _corrected(news: ArticleRevised) -> str:
    article = news.article
    return f"revision {article.revision} of feed {article.feed_id} replaces older ones: every watch is told"


def _suppressed(decision: AlertSuppressed) -> str:
    stands = f"; {decision.alert_id} stands for it" if decision.alert_id else ""
    return f"watch {decision.watch_id} raises nothing ({decision.reason}): {decision.detail}{stands}"


def _raised(alert: AlertRaised) -> str:
    told = f"for {', '.join(alert.notify)}" if alert.notify else "for nobody but the console"
    which = f"{alert.alert_id} revision {alert.revision}"
    return f"ALERT {alert.kind} by watch {alert.watch.id} ({alert.reason}), {which}, {told}"
