"""Feeds: what an operator registered, what the poller remembers, what happened to a feed, what it is told to do."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from wirekit.contracts.article import Source
from wirekit.contracts.base import Count, Duration, Instant, ManagedBy, Message, Slug, Value


def _with_host(url: str) -> str:
    try:
        parts = urlsplit(url)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not close, a port beyond all ports
        is_whole = False
    if not is_whole:
        message = "not a URL with a host, or the port is not between 1 and 65535"
        raise ValueError(message)
    return url


HttpUrl = Annotated[str, Field(pattern=r"^https?://[^\s/]+\S*$", max_length=2048), AfterValidator(_with_host)]
FirstPoll = Literal["recent", "live", "none"]


class PollEvery(Value):
    """Bounds of the adaptive interval between two polls of a feed."""

    min: Duration = Field(
        default=dt.timedelta(minutes=2), ge=dt.timedelta(seconds=1), description="the shortest interval"
    )
    max: Duration = Field(
        default=dt.timedelta(hours=1),
        le=dt.timedelta(days=7),
        description="the longest, for a feed that seldom changes",
    )

    @model_validator(mode="after")
    def _ordered(self) -> PollEvery:
        if self.min > self.max:
            raise ValueError("min must not be longer than max")
        return self


class FeedSpec(Message):
    """A registered feed (``feeds.registry``); a tombstone removes it.

    ``first_poll`` says what the items of the very first poll are: ``recent`` (live if published within 6 h, else
    back-fill), ``live`` (all of them), ``none`` (all back-fill).
    """

    event_type: ClassVar[str] = "wirewatch.feed.registered.v1"

    feed_id: Slug
    url: HttpUrl
    source: Source
    language: str | None = Field(default=None, max_length=35)
    poll_every: PollEvery = PollEvery()
    first_poll: FirstPoll = "recent"
    managed_by: ManagedBy = "file"


class FeedState(Message):
    """All that the poller remembers of a feed (``feeds.state``), its registry value included.

    ``articles`` were new when they were found, later wordings apart; of them ``backfilled`` alert nobody by default.
    ``error_score`` grows with failures and falls to 0 with a success; ``due_reason`` says why ``due_at`` is when it is.
    ``plain_only``: the server's compression is broken. ``moved_to``: where a permanent redirect leads. ``gone_since``:
    when it first answered 410; ``gone`` once it still does a day later.
    """

    event_type: ClassVar[str] = "wirewatch.feed.polled.v1"

    spec: FeedSpec
    due_at: Instant
    due_reason: str
    interval_seconds: float
    etag: str | None = None
    last_modified: str | None = None
    body_sha256: str | None = None
    polls: Count = 0
    articles: Count = 0
    backfilled: Count = 0
    first_polled_at: Instant | None = None
    last_polled_at: Instant | None = None
    last_success_at: Instant | None = None
    last_status: str | None = None
    last_error: str | None = None
    error_score: float = 0.0
    plain_only: bool = False
    moved_to: str | None = None
    gone_since: Instant | None = None
    gone: bool = False


class SeenEntry(Value):
    """One article that a feed delivered: its current wording and when the feed last listed it."""

    article_id: str
    revision_id: str
    revision: Count
    last_seen: Instant


class FeedSeen(Message):
    """The articles that a feed delivered (``feeds.state``, key ``<feed_id>#seen``)."""

    event_type: ClassVar[str] = "wirewatch.feed.seen.v1"

    feed_id: Slug
    entries: tuple[SeenEntry, ...] = ()


class FeedEvent(Message):
    """Something an operator should know of a feed: failing, recovered, moved, gone, blocked, overflow, cut, rekeyed."""

    event_type: ClassVar[str] = "wirewatch.feed.changed.v1"

    feed_id: Slug
    kind: str
    at: Instant
    detail: str = ""


class FeedCommand(Message):
    """An order to the poller: ``poll`` (now)."""

    event_type: ClassVar[str] = "wirewatch.feed.commanded.v1"

    feed_id: Slug
    command: str
    requested_at: Instant
