"""Decides whether an article is news (``live``) or a feed's past (``backfill``), which alerts only on request."""

from __future__ import annotations

import datetime as dt

from wirekit.contracts import BACKFILL, LIVE

_RECENT = dt.timedelta(hours=6)
_STALE = dt.timedelta(hours=48)


def ingest_mode(rule: str | None, published_at: dt.datetime | None, found_at: dt.datetime) -> str:
    """``live`` or ``backfill``.

    Args:
        rule: At the feed's first poll its ``first_poll`` (recent, live, none); None at every later one.
        published_at: None where the feed gives no date that can be read.
        found_at: When the poll brought it.
    """
    if rule is None:
        live = published_at is None or found_at - published_at <= _STALE
    elif rule == "recent":
        live = published_at is not None and found_at - published_at <= _RECENT
    else:
        live = rule == "live"
    return LIVE if live else BACKFILL
