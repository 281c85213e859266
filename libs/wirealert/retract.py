"""Decides what a correction means: the story loses the article; the alert is retracted when nothing else supports it.

A feed corrects only what it delivered itself. Never looks at what the new wording says.
"""

from __future__ import annotations

from wirealert import reasons
from wirealert.digests import digest
from wirealert.filters import Refusal
from wirealert.raising import RETRACTED, UPDATED, Case, Folded, News, repeated, silence, speak
from wirealert.row import WatchRow
from wirealert.story import Story
from wirealert.watches import Watches
from wirekit.contracts import ArticleRevised, Watch


def retract(watches: Watches, row: WatchRow, revised: ArticleRevised, offset: int) -> Folded:
    """Fold *revised*, which lies at *offset* of the row's partition, into *row*.

    Does nothing where the row does not hold the article of that feed, or saw the new wording as a candidate already.
    """
    case = Case(watches, revised, offset)
    if offset <= row.applied:
        return repeated(row, case)
    story = row.story_with_sighting(revised.article)
    sighting = story.sighting_of(revised.article) if story else None
    if story is None or sighting is None or not sighting.is_older_than(revised.article):
        return row, ()
    row = row.advanced(revised.found_at, offset)
    watch = watches.get(row.watch_id)
    if watch is None:
        return silence(row, case, Refusal.of(reasons.WATCH_DELETED), story.alert_id(row.watch_id))
    return leave(row, case, watch, story, reasons.WORDING_REVISED)


def leave(row: WatchRow, case: Case, watch: Watch, story: Story, reason: str) -> Folded:
    """Take the article of *case* out of *story*: a retraction for *reason* where nothing is left, else an update.

    A correction is never silenced by the cooldown, and does not start it anew.
    """
    left = story.left_by(case.cause.article)
    supported = bool(left.members or left.unlisted)
    left = left.model_copy(update={"revision": story.revision + 1, "retracted": not supported})
    news = News(UPDATED, reasons.ARTICLE_LEFT) if supported else News(RETRACTED, reason)
    return speak(row, case, watch, left, news)


def holds(row: bytes, article_id: str) -> bool:
    """Whether *row*, as it lies on Kafka, may hold the article: a look at the bytes that spares reading the row."""
    return digest(article_id).encode() in row
