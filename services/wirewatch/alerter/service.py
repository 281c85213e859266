"""The two halves of the alerter.

::

    articles.enriched ──► MatchHalf ──► alerts.candidates ──► DecideHalf ──► alerts.raised, alerts.suppressed
                                                                  │ ▲
                                                              alerts.state

The order of a watch is the order of its partition of ``alerts.candidates``; nothing else is promised.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from wirealert import Decision, Watches, WatchRow, correction, decide, holds, match, retract
from wirekit.clock import Clock
from wirekit.contracts import (
    AlertRaised,
    AlertSuppressed,
    ArticleRevised,
    Candidate,
    EnrichedArticle,
    RecordRef,
    topology,
)
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.runtime import metrics
from wirekit.runtime.logs import get_logger
from wirekit.streams import Effects, Envelope, Event, Outcome, Outgoing, OwnedLane, Ownership, Record, decode, encode
from wirewatch.alerter.admission import check_place, check_size, check_time, check_watchlist, partition_of

SOURCE = "/wirewatch/alerter"

log = get_logger()


class View(Protocol):
    """The watch list as it stands."""

    @property
    def watches(self) -> Watches:
        """The list of the last closed revision."""
        ...


class MatchHalf:
    """Turns articles into candidates and corrections; its ``handle`` is a handler for a Pipeline."""

    def __init__(self, view: View, clock: Clock) -> None:
        self._view = view
        self._clock = clock

    async def handle(self, records: Sequence[Record]) -> Sequence[Outcome]:
        """What each article comes to: its candidates, then, for a later wording, the news of it to every partition."""
        return [self._matched(record) for record in records]

    def _matched(self, record: Record) -> Outcome:
        now, watches = self._clock.now(), self._view.watches
        try:
            event = decode(record, EnrichedArticle)
            if event.data.found_at is not None:
                check_time(event.data.found_at, now)
            check_watchlist(event.data.enricher.watchlist_revision, watches.number, event.data.enriched_at, now)
            return [*_candidates(event, watches, now), *_corrections(event, now)]
        except (InvalidMessage, TemporaryFailure) as fate:
            return fate


class DecideHalf:
    """Folds candidates and corrections over the rows of their watches; its ``fold`` is one for an OwnedState."""

    def __init__(self, view: View, clock: Clock, console_url: str) -> None:
        self._view = view
        self._clock = clock
        self._console_url = console_url.rstrip("/")

    def fold(self, lane: OwnedLane, records: Sequence[Record]) -> Effects:
        """What *records* change, and what goes out.

        Raises:
            TemporaryFailure: A candidate of a watch that our list does not have yet. It ends the process, which reads
                the list anew before it decides.
        """
        rows, effects = _Rows(lane), Effects()
        for record in records:
            try:
                event: Event[Any] = decode(record, Candidate, ArticleRevised)
                cause = self._checked(event, lane.partition)
            except InvalidMessage as reason:
                effects.buried.append((record, reason))
                continue
            for row, decisions in self._decided(rows, cause, record.offset):
                rows.put(row)
                effects.outputs += (self._announced(row.watch_id, decision, event) for decision in decisions)
        effects.rows = dict(rows.changed())
        return effects

    def _checked(self, event: Event[Any], partition: int) -> Candidate | ArticleRevised:
        """The data of *event*, where it can do no harm to a row; a candidate must lie where its row does."""
        data: Candidate | ArticleRevised = event.data
        if isinstance(data, Candidate):
            check_place(data.watch_id, event.record.key, partition)
        check_time(data.found_at, self._clock.now())
        check_size(len(event.record.value or b""))
        return data

    def _decided(
        self, rows: _Rows, cause: Candidate | ArticleRevised, offset: int
    ) -> Iterator[tuple[WatchRow, Sequence[Decision]]]:
        watches = self._view.watches
        if isinstance(cause, ArticleRevised):
            for row in rows.holding(cause.article.article_id):
                yield retract(watches, row, cause, offset)
            return
        if watches.get(cause.watch_id) is None:
            check_watchlist(cause.watchlist_revision, watches.number, cause.matched_at, self._clock.now())
        yield decide(watches, rows.get(cause.watch_id), cause, offset)

    def _announced(self, watch_id: str, decision: Decision, cause: Event[Any]) -> Outgoing:
        now = self._clock.now()
        metrics.DECISIONS.labels(decision.reason).inc()
        if isinstance(decision, AlertSuppressed):
            place = f"{watch_id}-{cause.record.partition}-{cause.record.offset}"
            envelope = _envelope(place, now, decision.article.article_id, cause)
            return encode(decision, topic=topology.ALERTS_SUPPRESSED.name, key=watch_id, event=envelope)
        alert = self._sent(decision, now)
        metrics.ALERTS_RAISED.labels(alert.kind).inc()
        metrics.ALERT_LATENCY_SECONDS.observe((now - alert.latency.found).total_seconds())
        log.info("alert.raised", alert=alert.alert_id, revision=alert.revision, kind=alert.kind, watch=watch_id)
        envelope = _envelope(f"{alert.alert_id}-{alert.revision}", now, alert.alert_id, cause)
        return encode(alert, topic=topology.ALERTS_RAISED.name, key=watch_id, event=envelope)

    def _sent(self, alert: AlertRaised, now: dt.datetime) -> AlertRaised:
        """With what only the moment of sending knows."""
        console = f"{self._console_url}/alerts/{alert.alert_id}" if self._console_url else None
        return alert.model_copy(
            update={
                "links": alert.links.model_copy(update={"console": console}),
                "latency": alert.latency.model_copy(update={"raised": now}),
            }
        )


class _Rows:
    """The rows of a lane as values, read when they are asked for, and what a chunk made of them."""

    def __init__(self, lane: OwnedLane) -> None:
        self._lane = lane
        self._before: dict[str, WatchRow | None] = {}
        self._after: dict[str, WatchRow] = {}

    def get(self, watch_id: str) -> WatchRow | None:
        """The row of the watch; None where it has none yet."""
        if watch_id in self._after:
            return self._after[watch_id]
        if watch_id not in self._before:
            value = self._lane.rows.get(watch_id.encode())
            self._before[watch_id] = None if value is None else WatchRow.model_validate_json(value)
        return self._before[watch_id]

    def holding(self, article_id: str) -> list[WatchRow]:
        """The rows that may hold the article."""
        written = (key.decode() for key, value in self._lane.rows.items() if holds(value, article_id))
        found = (self.get(watch_id) for watch_id in {**dict.fromkeys(written), **self._after})
        return [row for row in found if row is not None]

    def put(self, row: WatchRow) -> None:
        """*row* as it is now."""
        if row is not self.get(row.watch_id):
            self._after[row.watch_id] = row

    def changed(self) -> Iterator[tuple[bytes, bytes]]:
        """The new rows as they lie on Kafka; says which had to close stories."""
        for watch_id, row in self._after.items():
            before = self._before[watch_id]
            if closed := row.closed - (before.closed if before else 0):
                metrics.STORIES_CLOSED.inc(closed)
                log.warning("row.full", watch=watch_id, stories=len(row.stories), closed=closed)
            yield watch_id.encode(), row.to_json()


def ownership(instance: str | None) -> Ownership:
    """What the decide half owns, and how: the partitions of the candidates, with a row for each watch."""
    return Ownership(
        group="alerter-decide",
        source=topology.ALERTS_CANDIDATES.name,
        state=topology.ALERTS_STATE.name,
        row_type=lambda _: WatchRow.event_type,
        instance_id=instance,
    )


def _candidates(event: Event[EnrichedArticle], watches: Watches, now: dt.datetime) -> Iterator[Outgoing]:
    record, article = event.record, event.data
    place = RecordRef(topic=record.topic, partition=record.partition, offset=record.offset)
    for candidate in match(article, watches, place):
        metrics.CANDIDATES.inc()
        name = f"{candidate.watch_id}-{article.article_id}-{article.feed_id or ''}-{article.revision}"
        yield encode(
            candidate.model_copy(update={"matched_at": now}),
            topic=topology.ALERTS_CANDIDATES.name,
            key=candidate.watch_id,
            event=_envelope(name, now, article.article_id, event),
            partition=partition_of(candidate.watch_id),
        )


def _corrections(event: Event[EnrichedArticle], now: dt.datetime) -> Iterator[Outgoing]:
    """For a later wording the news of it, once for every partition: any of them may own a row with the older one."""
    article = event.data
    news = correction(article)
    if news is None:
        return
    outgoing = encode(
        news,
        topic=topology.ALERTS_CANDIDATES.name,
        key=article.article_id,
        event=_envelope(f"{article.article_id}-{article.feed_id or ''}-{article.revision}", now, None, event),
    )
    for partition in range(topology.ALERTS_CANDIDATES.partitions):
        yield outgoing._replace(partition=partition)


def _envelope(name: str, now: dt.datetime, subject: str | None, cause: Event[Any]) -> Envelope:
    return Envelope(name, SOURCE, now, subject, cause.envelope.traceparent)
