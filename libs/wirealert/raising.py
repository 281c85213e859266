"""Puts decisions on record and into words: the alert or the suppression that goes out. Never decides what happens.

What only the moment of sending knows (``latency.raised``, ``links.console``) is left null.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wirealert.filters import Refusal
from wirealert.row import Decided, WatchRow
from wirealert.story import Story
from wirealert.watches import Watches
from wirekit.contracts import (
    AlertRaised,
    AlertSuppressed,
    ArticleRevised,
    Candidate,
    Coverage,
    Evidence,
    Latency,
    Links,
    NamedEntity,
    Severity,
    StoryRef,
    Watch,
    WatchRef,
)

Decision = AlertRaised | AlertSuppressed
Folded = tuple[WatchRow, tuple[Decision, ...]]
"""The row after a record, and what goes out."""

OPENED, UPDATED, RETRACTED = "opened", "updated", "retracted"
MAX_ALERT = 62 * 1024
"""Bytes of an alert as JSON, with room for what is filled in at sending: 64 KiB in all."""

MAX_LISTED = 50
_NUMBERS = {"low": 1, "medium": 2, "high": 3, "critical": 4}
_CLOSENESS = {
    "sentence": "the names stand in one sentence",
    "paragraph": "the names stand in one paragraph",
    "window": "the names stand within the window of the watch",
    "article": "the names stand in one article",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A record of ``alerts.candidates`` to decide on, its offset, and the watch list of the moment."""

    watches: Watches
    cause: Candidate | ArticleRevised
    offset: int


@dataclass(frozen=True, slots=True)
class News:
    """What happens to a story, and why: the kind and the reason of an alert."""

    kind: str
    reason: str


def speak(row: WatchRow, case: Case, watch: Watch, story: Story, news: News) -> Folded:
    """Raise the alert that *story* now stands for; what the cooldown kept back goes with it."""
    raised = _alert(row, case, watch, story, news)
    row = row.keeping(story.model_copy(update={"pending": ()}))
    decided = Decided(raised=raised, reason=news.reason, alert_id=story.alert_id(row.watch_id), **_moment(row, case))
    return _recorded(row, case, decided)


def silence(row: WatchRow, case: Case, refusal: Refusal, alert_id: str | None = None) -> Folded:
    """Raise nothing, for the reason given; *alert_id* is the alert that stands for the article already."""
    decided = Decided(reason=refusal.reason, detail=refusal.detail, alert_id=alert_id, **_moment(row, case))
    return _recorded(row, case, decided)


def repeated(row: WatchRow, case: Case) -> Folded:
    """The decision taken at the offset once more, and the row as it is; none where the row has forgotten it."""
    decided = row.decided_at(case.offset)
    return row, () if decided is None else (_said(row, decided, case.cause),)


def _moment(row: WatchRow, case: Case) -> dict[str, Any]:
    return {"offset": case.offset, "watchlist_revision": case.watches.number, "at": row.clock}


def _recorded(row: WatchRow, case: Case, decided: Decided) -> Folded:
    return row.recording(decided), (_said(row, decided, case.cause),)


def _alert(row: WatchRow, case: Case, watch: Watch, story: Story, news: News) -> AlertRaised:
    """The alert without the evidence that its cause carries."""
    cause, watches = case.cause, case.watches
    matched = cause if isinstance(cause, Candidate) else None
    return AlertRaised(
        alert_id=story.alert_id(row.watch_id),
        revision=story.revision,
        kind=news.kind,
        reason=news.reason,
        watch=WatchRef(id=watch.id, name=watch.name, revision=watches.number),
        pair=tuple(NamedEntity(entity_id=entity, name=watches.name_of(entity)) for entity in story.entities),
        severity=_severity(watch, matched),
        story=_reference(story),
        evidence=story.pending,
        notify=watch.notify,
        links=Links(article=cause.article.url),
        latency=Latency(
            published=cause.article.published_at,
            found=cause.found_at,
            enriched=matched and matched.enriched_at,
            matched=matched and matched.matched_at,
        ),
        coverage=Coverage(since=row.since, candidates=row.candidates),
    )


def _said(row: WatchRow, decided: Decided, cause: Candidate | ArticleRevised) -> Decision:
    """What goes out for *decided*, the first time and in a replay alike.

    An alert shows the evidence that *cause* carries before what *decided* kept; the last sentences are left out where
    the whole would be too large.
    """
    matched = cause if isinstance(cause, Candidate) else None
    if decided.raised is not None:
        evidence = (*matched.evidence, *decided.raised.evidence) if matched else decided.raised.evidence
        return _fitting(decided.raised, evidence)
    return AlertSuppressed(
        watch_id=row.watch_id,
        watchlist_revision=decided.watchlist_revision,
        article=cause.article,
        entities=matched.entities if matched else (),
        reason=decided.reason,
        detail=decided.detail,
        alert_id=decided.alert_id,
        decided_at=decided.at,
    )


def _fitting(raised: AlertRaised, evidence: tuple[Evidence, ...]) -> AlertRaised:
    whole = raised.model_copy(update={"evidence": evidence})
    while evidence and len(whole.to_json()) > MAX_ALERT:
        evidence = evidence[:-1]
        whole = raised.model_copy(update={"evidence": evidence})
    return whole


def _severity(watch: Watch, matched: Candidate | None) -> Severity:
    closeness = _CLOSENESS.get(matched.scope) if matched else None
    why = (f"the watch says {watch.severity}", *((closeness,) if closeness else ()))
    return Severity(text=watch.severity, number=_NUMBERS[watch.severity], why=why)


def _reference(story: Story) -> StoryRef:
    domains = dict.fromkeys(member.domain for member in story.members if member.domain)
    languages = dict.fromkeys(member.language for member in story.members)
    return StoryRef(
        id=story.id,
        first_seen=story.first_seen,
        articles=len({member.article for member in story.members}) + story.unlisted,
        sources=tuple(domains)[:MAX_LISTED],
        languages=tuple(languages)[:MAX_LISTED],
    )
