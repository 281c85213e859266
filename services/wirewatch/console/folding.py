"""What a message changes in the cache: a record in, statements out. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wirekit.contracts import (
    AlertRaised,
    AlertSuppressed,
    DeliveryAttempted,
    EnrichedArticle,
    FeedEvent,
    FeedState,
    Message,
    topology,
)

KEPT_SUPPRESSED = 2000
KEPT_EVENTS = 500
FOLLOWED = (
    topology.ALERTS_RAISED.name,
    topology.ALERTS_SUPPRESSED.name,
    topology.DELIVERIES_ATTEMPTED.name,
    topology.FEEDS_STATE.name,
    topology.FEEDS_EVENTS.name,
)
"""The topics that the console follows; articles it fetches one by one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One statement with its values."""

    sql: str
    values: Mapping[str, Any]


def changes_of(message: Message, partition: int) -> Iterator[Change]:
    """The statements that *message*, read from *partition* of its topic, is worth."""
    match message:
        case AlertRaised():
            yield _alert(message)
        case AlertSuppressed():
            yield from _suppressed(message)
        case DeliveryAttempted():
            yield _delivery(message)
        case FeedState():
            values = {"feed_id": message.spec.feed_id, "part": partition, "body": message.to_json()}
            yield Change("INSERT OR REPLACE INTO feed VALUES (:feed_id, :part, :body)", values)
        case FeedEvent():
            yield from _feed_event(message)


def forgotten(key: str, topic: str, partition: int) -> Iterator[Change]:
    """The statements that a tombstone is worth: a feed that is gone, or that moved to another partition."""
    if topic == topology.FEEDS_STATE.name:
        yield Change("DELETE FROM feed WHERE feed_id = :key AND part = :part", {"key": key, "part": partition})


def kept_article(article: EnrichedArticle) -> Change:
    """Keep an article that an alert refers to."""
    return Change(
        "INSERT OR REPLACE INTO article VALUES (:article_id, :feed_id, :revision, :body)",
        {
            "article_id": article.article_id,
            "feed_id": article.feed_id or "",
            "revision": article.revision,
            "body": article.to_json(),
        },
    )


def counted(topic: str, records: int, unreadable: int, last_at: str) -> Change:
    """Count what was read from *topic*."""
    return Change(
        "INSERT INTO traffic VALUES (:topic, :records, :unreadable, :last_at) ON CONFLICT (topic) DO UPDATE SET"
        " records = records + :records, unreadable = unreadable + :unreadable, last_at = :last_at",
        {"topic": topic, "records": records, "unreadable": unreadable, "last_at": last_at},
    )


def _alert(message: AlertRaised) -> Change:
    return Change(
        "INSERT OR IGNORE INTO alert (alert_id, revision, watch_id, body)"
        " VALUES (:alert_id, :revision, :watch_id, :body)",
        {
            "alert_id": message.alert_id,
            "revision": message.revision,
            "watch_id": message.watch.id,
            "body": message.to_json(),
        },
    )


def _delivery(message: DeliveryAttempted) -> Change:
    return Change(
        "INSERT OR REPLACE INTO delivery VALUES (:webhook_id, :attempt, :alert_id, :attempted_at, :body)",
        {
            "webhook_id": message.webhook_id,
            "attempt": message.attempt,
            "alert_id": message.alert_id,
            "attempted_at": message.attempted_at.isoformat(),
            "body": message.to_json(),
        },
    )


def _suppressed(message: AlertSuppressed) -> Iterator[Change]:
    yield Change(
        "INSERT INTO suppressed (watch_id, reason, alert_id, body) VALUES (:watch_id, :reason, :alert_id, :body)",
        {
            "watch_id": message.watch_id,
            "reason": message.reason,
            "alert_id": message.alert_id,
            "body": message.to_json(),
        },
    )
    yield Change(
        "DELETE FROM suppressed WHERE seq <= (SELECT max(seq) FROM suppressed) - :kept", {"kept": KEPT_SUPPRESSED}
    )


def _feed_event(message: FeedEvent) -> Iterator[Change]:
    yield Change("INSERT INTO feed_event (body) VALUES (:body)", {"body": message.to_json()})
    yield Change("DELETE FROM feed_event WHERE seq <= (SELECT max(seq) FROM feed_event) - :kept", {"kept": KEPT_EVENTS})
