"""Decides which items of a feed are new or changed, given those it delivered before. Knows no time but *now*.

What a feed lists is remembered, never what it no longer lists is taken for deleted. An article is forgotten by when it
was last listed, so a static feed does not begin again, and the row stays within its 256 KiB.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wirekit.contracts import SeenEntry
from wirewatch.poller.document import MAX_ENTRIES, Item

MAX_REVISIONS = 24
"""A wording that still changes after so many revisions holds a clock or a counter, and is no news."""

MAX_SEEN = 1700
"""150 bytes of JSON each; more than a document may list, so that what is listed is always remembered."""

_RETENTION = dt.timedelta(days=30)
_TOUCH = dt.timedelta(hours=24)
_FEWEST_KEPT = 100
_ENOUGH_TO_JUDGE = 5
_MOST = 0.8

assert MAX_ENTRIES < MAX_SEEN  # noqa: S101 -- else a feed's last items would be new at every poll


@dataclass(frozen=True, slots=True)
class Found:
    """An item to publish, under the id it has in this feed, as that revision."""

    item: Item
    article_id: str
    revision: int


@dataclass(frozen=True, slots=True)
class Novelty:
    """What a document brought.

    Attributes:
        found: New and changed items, in document order.
        seen: What to remember from now on; None when it need not be written.
        share: Of the listed items, the part that is new or changed; None at a first poll.
        rekeyed: The feed gave its old items new ids; they were not taken for news.
        overflow: Nothing listed last time is listed now, so something may have been missed in between.
    """

    found: tuple[Found, ...]
    seen: tuple[SeenEntry, ...] | None
    share: float | None
    rekeyed: bool = False
    overflow: bool = False


def compare(seen: Sequence[SeenEntry], items: Sequence[Item], now: dt.datetime) -> Novelty:
    """Compare the *items* of a document with what the feed delivered before; an empty *seen* makes it a first poll."""
    known = {entry.article_id: entry for entry in seen}
    named = _named(items, known)
    fresh = [article_id for article_id in named if article_id not in known]
    rekeyed = _is_rekeyed(fresh, named, seen)
    wordings = {entry.revision_id for entry in seen} if rekeyed else set()
    found = tuple(
        Found(item, article_id, revision)
        for article_id, item in named.items()
        if (revision := _next_revision(known.get(article_id), item)) and item.revision_id not in wordings
    )
    listed = {article_id: _entry(known.get(article_id), article_id, item, now) for article_id, item in named.items()}
    return Novelty(
        found=found,
        seen=_remembered(known, listed, now) if _is_worth_writing(known, listed) else None,
        share=len(found) / len(named) if seen and named else (0.0 if seen else None),
        rekeyed=rekeyed,
        overflow=bool(seen) and not rekeyed and len(fresh) == len(named) >= _ENOUGH_TO_JUDGE,
    )


def _named(items: Sequence[Item], known: Mapping[str, SeenEntry]) -> dict[str, Item]:
    """The items under the ids they have in this feed: an article keeps the id it was delivered under."""
    claims = Counter(item.alias for item in items)
    named: dict[str, Item] = {}
    for item in items:
        before = known.get(item.alias or "")
        keeps = item.article_id not in known and before is not None
        same = before is not None and (claims[item.alias] == 1 or before.revision_id == item.revision_id)
        named.setdefault(item.alias if keeps and same and item.alias else item.article_id, item)
    return named


def _is_rekeyed(fresh: Sequence[str], named: Mapping[str, Item], seen: Sequence[SeenEntry]) -> bool:
    if len(named) < _ENOUGH_TO_JUDGE or len(fresh) < _MOST * len(named):
        return False
    wordings = {entry.revision_id for entry in seen}
    return sum(named[article_id].revision_id in wordings for article_id in fresh) >= _MOST * len(fresh)


def _next_revision(before: SeenEntry | None, item: Item) -> int | None:
    if before is None:
        return 1
    changed = before.revision_id != item.revision_id and before.revision < MAX_REVISIONS
    return before.revision + 1 if changed else None


def _entry(before: SeenEntry | None, article_id: str, item: Item, now: dt.datetime) -> SeenEntry:
    """What to remember of a listed item. A wording beyond the last revision is not taken over."""
    revision = _next_revision(before, item)
    wording = item.revision_id if before is None or revision else before.revision_id
    number = revision or (before.revision if before else 1)
    return SeenEntry(article_id=article_id, revision_id=wording, revision=number, last_seen=now)


def _is_worth_writing(known: Mapping[str, SeenEntry], listed: Mapping[str, SeenEntry]) -> bool:
    """Whether something changed, or a last listing is a day behind: "still there" alone writes no row."""
    for article_id, entry in listed.items():
        before = known.get(article_id)
        if before is None or before.revision != entry.revision or entry.last_seen - before.last_seen >= _TOUCH:
            return True
    return False


def _remembered(
    known: Mapping[str, SeenEntry], listed: Mapping[str, SeenEntry], now: dt.datetime
) -> tuple[SeenEntry, ...]:
    """The listed, then the others from the last listed on: the young ones, and at least as many as are listed.

    A feed that answers "not modified" for weeks still lists what it listed, so age alone would forget too early.
    """
    others = sorted((e for i, e in known.items() if i not in listed), key=lambda e: e.last_seen, reverse=True)
    sure = max(_FEWEST_KEPT, len(listed))
    kept = [entry for rank, entry in enumerate(others) if rank < sure or now - entry.last_seen <= _RETENTION]
    return (*listed.values(), *kept)[:MAX_SEEN]
