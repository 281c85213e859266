"""What the pages ask the cache. Rows in, contracts and small frozen values out; writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wirekit.contracts import (
    AlertRaised,
    AlertSuppressed,
    DeliveryAttempted,
    EnrichedArticle,
    Evidence,
    FeedEvent,
    FeedState,
)
from wirewatch.console.adapters.read_model import ReadModel

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class ListedAlert:
    """An alert in its newest revision, with its place in the order of arrival."""

    seq: int
    alert: AlertRaised


@dataclass(frozen=True, slots=True)
class AlertPage:
    """All that is known of one alert: revisions from the newest, texts of its articles, deliveries, silences."""

    revisions: tuple[AlertRaised, ...]
    articles: tuple[tuple[EnrichedArticle, tuple[Evidence, ...]], ...]
    without_text: tuple[Evidence, ...]
    deliveries: tuple[DeliveryAttempted, ...]
    suppressed: tuple[AlertSuppressed, ...]

    @property
    def newest(self) -> AlertRaised:
        """The revision in force."""
        return self.revisions[0]


@dataclass(frozen=True, slots=True)
class Traffic:
    """What was read from a topic."""

    topic: str
    records: int
    unreadable: int
    last_at: str


class Queries:
    """Reads *model*."""

    def __init__(self, model: ReadModel) -> None:
        self._model = model

    def alerts(self, *, watch_id: str | None = None, before: int | None = None) -> list[ListedAlert]:
        """Up to 50 alerts, each in its newest revision, from the newest; *before* a place in the order of arrival."""
        return self._listed(
            "SELECT max(seq) AS seq, body FROM alert WHERE (:watch_id IS NULL OR watch_id = :watch_id)"
            " GROUP BY alert_id HAVING :before IS NULL OR max(seq) < :before ORDER BY 1 DESC LIMIT :limit",
            watch_id=watch_id,
            before=before,
            limit=PAGE_SIZE,
        )

    def alerts_after(self, seq: int) -> list[ListedAlert]:
        """The revisions that arrived after *seq*, from the oldest, at most 50."""
        return self._listed(
            "SELECT seq, body FROM alert WHERE seq > :seq ORDER BY seq LIMIT :limit", seq=seq, limit=PAGE_SIZE
        )

    def last_seq(self) -> int:
        """The place of the newest revision; 0 when there is none."""
        return int(self._model.rows("SELECT coalesce(max(seq), 0) AS seq FROM alert")[0]["seq"])

    def alert(self, alert_id: str) -> AlertPage | None:
        """The page of one alert; None when there is no such alert."""
        rows = self._model.rows(
            "SELECT body FROM alert WHERE alert_id = :alert_id ORDER BY revision DESC", alert_id=alert_id
        )
        if not rows:
            return None
        revisions = tuple(AlertRaised.model_validate_json(row["body"]) for row in rows)
        with_text, without = self._evidence(revisions)
        delivered = self._model.rows(
            "SELECT body FROM delivery WHERE alert_id = :alert_id ORDER BY attempted_at", alert_id=alert_id
        )
        silent = self._model.rows(
            "SELECT body FROM suppressed WHERE alert_id = :alert_id ORDER BY seq", alert_id=alert_id
        )
        return AlertPage(
            revisions=revisions,
            articles=with_text,
            without_text=without,
            deliveries=tuple(DeliveryAttempted.model_validate_json(row["body"]) for row in delivered),
            suppressed=tuple(AlertSuppressed.model_validate_json(row["body"]) for row in silent),
        )

    def feeds(self) -> list[FeedState]:
        """Every feed, in the order of their ids."""
        rows = self._model.rows("SELECT body FROM feed ORDER BY feed_id")
        return [FeedState.model_validate_json(row["body"]) for row in rows]

    def feed_events(self) -> list[FeedEvent]:
        """The newest 20 events of feeds."""
        rows = self._model.rows("SELECT body FROM feed_event ORDER BY seq DESC LIMIT 20")
        return [FeedEvent.model_validate_json(row["body"]) for row in rows]

    def traffic(self) -> list[Traffic]:
        """What was read from each topic."""
        return [Traffic(**dict(row)) for row in self._model.rows("SELECT * FROM traffic ORDER BY topic")]

    def suppressed_by_reason(self) -> list[tuple[str, str, int]]:
        """Watch, reason and how often, among the newest suppressed candidates."""
        rows = self._model.rows("SELECT watch_id, reason, count(*) AS n FROM suppressed GROUP BY 1, 2 ORDER BY n DESC")
        return [(row["watch_id"], row["reason"], row["n"]) for row in rows]

    def _listed(self, sql: str, **values: Any) -> list[ListedAlert]:
        rows = self._model.rows(sql, **values)
        return [ListedAlert(row["seq"], AlertRaised.model_validate_json(row["body"])) for row in rows]

    def _evidence(
        self, revisions: tuple[AlertRaised, ...]
    ) -> tuple[tuple[tuple[EnrichedArticle, tuple[Evidence, ...]], ...], tuple[Evidence, ...]]:
        """The evidence of all revisions by article, where the text is at hand, and the rest."""
        by_article: dict[tuple[str, str, int], dict[tuple[int, int], Evidence]] = {}
        for proof in (proof for revision in revisions for proof in revision.evidence):
            key = proof.article.article_id, proof.article.feed_id or "", proof.article.revision
            by_article.setdefault(key, {})[proof.position.start, proof.position.end] = proof
        with_text: list[tuple[EnrichedArticle, tuple[Evidence, ...]]] = []
        without: list[Evidence] = []
        for (article_id, feed_id, revision), proofs in by_article.items():
            rows = self._model.rows(
                "SELECT body FROM article WHERE (article_id, feed_id, revision) = (:article_id, :feed_id, :revision)",
                article_id=article_id,
                feed_id=feed_id,
                revision=revision,
            )
            if rows:
                with_text.append((EnrichedArticle.model_validate_json(rows[0]["body"]), tuple(proofs.values())))
            else:
                without += proofs.values()
        return tuple(with_text), tuple(without)
