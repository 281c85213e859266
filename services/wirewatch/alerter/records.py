"""What the alerter writes, as records: candidates, corrections, announcements. Decides nothing, knows no row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from wirealert import Decision
from wirekit.contracts import AlertRaised, AlertSuppressed, ArticleRevised, Candidate, EnrichedArticle, topology
from wirekit.kafka import Outgoing
from wirekit.streams import Envelope, Event, encode, source_of
from wirewatch.alerter.admission import partition_of

SOURCE = source_of("alerter")


def candidate_record(candidate: Candidate, now: dt.datetime, cause: Event[EnrichedArticle]) -> Outgoing:
    """A candidate that was matched at *now*, where the row of its watch is."""
    return encode(
        candidate.model_copy(update={"matched_at": now}),
        topic=topology.ALERTS_CANDIDATES.name,
        key=candidate.watch_id,
        event=_envelope(f"{candidate.watch_id}-{_wording(cause.data)}", now, cause.data.article_id, cause),
        partition=partition_of(candidate.watch_id),
    )


def correction_records(news: ArticleRevised, now: dt.datetime, cause: Event[EnrichedArticle]) -> Iterator[Outgoing]:
    """*news* of a later wording, once for every partition: any of them may own a row with the older one."""
    outgoing = encode(
        news,
        topic=topology.ALERTS_CANDIDATES.name,
        key=cause.data.article_id,
        event=_envelope(_wording(cause.data), now, None, cause),
    )
    for partition in range(topology.ALERTS_CANDIDATES.partitions):
        yield outgoing._replace(partition=partition)


def announcement(watch_id: str, decision: Decision, cause: Event[Any], now: dt.datetime, console_url: str) -> Outgoing:
    """What was decided for a watch; an alert with the link to *console_url*, where there is a console."""
    if isinstance(decision, AlertSuppressed):
        place = f"{watch_id}-{cause.record.partition}-{cause.record.offset}"
        envelope = _envelope(place, now, decision.article.article_id, cause)
        decision = decision.model_copy(update={"decided_at": now})  # not the row's clock, which is that of the articles
        return encode(decision, topic=topology.ALERTS_SUPPRESSED.name, key=watch_id, event=envelope)
    envelope = _envelope(f"{decision.alert_id}-{decision.revision}", now, decision.alert_id, cause)
    return encode(_sent(decision, now, console_url), topic=topology.ALERTS_RAISED.name, key=watch_id, event=envelope)


def _sent(alert: AlertRaised, now: dt.datetime, console_url: str) -> AlertRaised:
    """With what only the moment of sending knows."""
    console = f"{console_url}/alerts/{alert.alert_id}" if console_url else None
    return alert.model_copy(
        update={
            "links": alert.links.model_copy(update={"console": console}),
            "latency": alert.latency.model_copy(update={"raised": now}),
        }
    )


def _wording(article: EnrichedArticle) -> str:
    return f"{article.article_id}-{article.feed_id or ''}-{article.revision}"


def _envelope(name: str, now: dt.datetime, subject: str | None, cause: Event[Any]) -> Envelope:
    return Envelope(name, SOURCE, now, subject, cause.envelope.traceparent)
