"""Decides what a poll changes: the feed's two rows, the articles to publish, the events to report. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wirekit.contracts import BACKFILL, FeedEvent, FeedSeen, FeedState, RawArticle
from wirewatch.poller.asking import Poll
from wirewatch.poller.backfill import ingest_mode
from wirewatch.poller.novelty import Found, Novelty, compare
from wirewatch.poller.schedule import (
    DAY,
    FAILING_SCORE,
    Pace,
    Rhythm,
    after_early_failure,
    after_failure,
    after_success,
    when_gone,
)

_DETAIL_CHARS = 300
_NOTHING_NEW = Novelty((), None, 0.0)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What to write in one transaction. *seen* is None where that row stays as it is."""

    state: FeedState
    seen: FeedSeen | None
    articles: tuple[RawArticle, ...]
    events: tuple[FeedEvent, ...]


def settle(state: FeedState, seen: FeedSeen, poll: Poll, random: float) -> Settlement:
    """Settle *poll* on what was remembered; *random* (0 to 1) is the jitter of the next due date."""
    if not poll.succeeded:
        return _failed(state, poll, random)
    novelty = _NOTHING_NEW if poll.items is None else compare(seen.entries, poll.items, poll.at)
    articles = tuple(_article(state, found, poll.at) for found in novelty.found)
    new = [article for article in articles if article.revision == 1]
    pace = after_success(_rhythm(state), novelty.share, poll.hints, poll.at, random)
    parsed_once = poll.at if poll.items is not None else None
    after = state.model_copy(
        update=_paced(pace)
        | {
            "etag": poll.etag,
            "last_modified": poll.last_modified,
            "body_sha256": poll.body_sha256,
            "polls": state.polls + 1,
            "articles": state.articles + len(new),
            "backfilled": state.backfilled + sum(article.ingest_mode == BACKFILL for article in new),
            "first_polled_at": state.first_polled_at or parsed_once,
            "last_polled_at": poll.at,
            "last_success_at": poll.at,
            "last_status": poll.status,
            "last_error": None,
            "plain_only": poll.plain_only,
            "moved_to": poll.moved_to,
            "gone_since": None,
            "gone": False,
        }
    )
    remembered = None if novelty.seen is None else FeedSeen(feed_id=state.spec.feed_id, entries=novelty.seen)
    return Settlement(after, remembered, articles, tuple(_successes(state, poll, novelty)))


def _failed(state: FeedState, poll: Poll, random: float) -> Settlement:
    since = (state.gone_since or poll.at) if poll.status == "gone" else None
    gone = since is not None and poll.at - since >= DAY
    if since is not None:
        pace = when_gone(_rhythm(state), since, for_good=gone)
    else:
        pace = after_failure(_rhythm(state), poll.status, poll.hints, poll.at, random)
        if poll.at < state.due_at:
            pace = after_early_failure(pace, state, poll.status, poll.hints, poll.at)
    after = state.model_copy(
        update=_paced(pace)
        | {
            "polls": state.polls + 1,
            "last_polled_at": poll.at,
            "last_status": poll.status,
            "last_error": (poll.error or poll.status)[:_DETAIL_CHARS],
            "gone_since": since,
            "gone": gone,
        }
    )
    return Settlement(after, None, (), tuple(_failures(state, after, poll)))


def _rhythm(state: FeedState) -> Rhythm:
    interval = dt.timedelta(seconds=state.interval_seconds)
    return Rhythm(state.spec.poll_every, interval, state.error_score)


def _paced(pace: Pace) -> dict[str, Any]:
    return {
        "due_at": pace.due_at,
        "due_reason": pace.reason,
        "interval_seconds": pace.interval.total_seconds(),
        "error_score": pace.error_score,
    }


def _article(state: FeedState, found: Found, at: dt.datetime) -> RawArticle:
    entry, spec = found.item.entry, state.spec
    rule = spec.first_poll if state.first_polled_at is None else None
    return RawArticle(
        article_id=found.article_id,
        revision=found.revision,
        revision_id=found.item.revision_id,
        feed_id=spec.feed_id,
        source=spec.source,
        url=entry.url,
        canonical_url=found.item.canonical_url,
        title=entry.title,
        summary_html=entry.summary_html,
        content_html=entry.content_html,
        authors=entry.authors,
        language_declared=spec.language or entry.language,
        published_at=entry.published_at,
        date_source=entry.date_source,
        found_at=at,
        ingest_mode=ingest_mode(rule, entry.published_at, at),
        truncated=entry.truncated,
    )


def _successes(before: FeedState, poll: Poll, novelty: Novelty) -> Iterator[FeedEvent]:
    if before.error_score >= FAILING_SCORE or before.gone:
        yield _event(before, poll, "recovered", f"after {before.last_status}")
    if poll.moved_to and poll.moved_to != before.moved_to:
        yield _event(before, poll, "moved", f"permanently redirected to {poll.moved_to}")
    if novelty.rekeyed:
        yield _event(before, poll, "rekeyed", "the feed gave its known items new ids; they are not published again")
    if poll.left_out and novelty.found:
        yield _event(before, poll, "cut", f"it lists {poll.left_out} older items beyond the latest; they are not read")
    if novelty.overflow:
        yield _event(
            before, poll, "overflow", "all listed items are new: some may have come and gone between two polls"
        )


def _failures(before: FeedState, after: FeedState, poll: Poll) -> Iterator[FeedEvent]:
    detail = after.last_error or ""
    if before.error_score < FAILING_SCORE <= after.error_score:
        yield _event(before, poll, "failing", detail)
    if poll.status == "blocked" and before.last_status != "blocked":
        yield _event(before, poll, "blocked", detail)
    if after.gone and not before.gone:
        yield _event(before, poll, "gone", "HTTP 410 for a day; asked no more until it is registered anew")


def _event(state: FeedState, poll: Poll, kind: str, detail: str) -> FeedEvent:
    return FeedEvent(feed_id=state.spec.feed_id, kind=kind, at=poll.at, detail=detail[:_DETAIL_CHARS])
