"""What the owner of a watch remembers between candidates. At most 512 KiB as JSON; never reads a clock.

Three memories, each with a budget of its own: stories (what updates, duplicates and retractions need), the last
decisions (so that a replay repeats them), and digests of all that was decided (so that another copy decides nothing).
Where stories exceed their budget, the oldest are kept thinner; only where all are thin, the oldest are forgotten.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from wirealert.crowding import fitting
from wirealert.digests import digest
from wirealert.similarity import most_similar, sketch
from wirealert.story import FRAME_BYTES, KEPT, Story
from wirekit.contracts import AlertRaised, ArticleRef, Fingerprint, Instant, Message, Value

DECISIONS_BYTES = 64 * 1024
MAX_KNOWN = 4000
KNOWN_DAYS = 14


class Decided(Value):
    """The decision taken at an offset of ``alerts.candidates``: *raised*, or else why not.

    ``raised`` is without the evidence that the record at the offset carries itself; ``size`` is the length as JSON, in
    bytes.
    """

    offset: int
    raised: AlertRaised | None = None
    reason: str
    detail: str = ""
    alert_id: str | None = None
    watchlist_revision: int
    at: Instant
    size: int = 0


class WatchRow(Message):
    """The state of one watch (``alerts.state``, key watch_id): the fold of its candidates up to ``applied``.

    Attributes:
        applied: Offset in ``alerts.candidates`` of the last record folded in; -1 before the first.
        clock: The latest ``found_at`` seen: event time, never the wall clock.
        since: ``found_at`` of the first candidate.
        candidates: How many candidates were decided; copies do not count.
        epoch: The highest epoch among forgotten stories: a story that comes back must not take an old alert id.
        closed: How many open stories were forgotten early because the row was full.
        known: Digests of the wordings decided, by the day (ISO 8601) of the row's clock.
    """

    event_type: ClassVar[str] = "wirewatch.watch_row.written.v1"

    watch_id: str
    applied: int = -1
    clock: Instant
    since: Instant
    candidates: int = 0
    epoch: int = 0
    closed: int = 0
    stories: tuple[Story, ...] = ()
    decisions: tuple[Decided, ...] = ()
    known: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)

    @classmethod
    def first(cls, watch_id: str, found_at: Instant) -> WatchRow:
        """The row of a watch before its first candidate, which was found at *found_at*."""
        return cls(watch_id=watch_id, clock=found_at, since=found_at)

    def advanced(self, found_at: Instant, offset: int) -> WatchRow:
        """At *offset*, with the clock not before *found_at*; what is over by then is forgotten."""
        clock = max(self.clock, found_at)
        oldest = _day(clock - dt.timedelta(days=KNOWN_DAYS))
        known = {day: digests for day, digests in self.known.items() if day >= oldest}
        stories = tuple(
            story.closed() if story.is_closed(clock) and story.sketches else story for story in self.stories
        )
        row = self.model_copy(update={"applied": offset, "clock": clock, "known": known, "stories": stories})
        return row.forgetting(tuple(story for story in stories if story.closes_at < clock - KEPT))

    def knows(self, article: ArticleRef) -> bool:
        """Whether this wording of *article* from its feed was decided before."""
        wanted = _wording(article)
        return any(wanted in digests for digests in self.known.values())

    def remembering(self, article: ArticleRef) -> WatchRow:
        """Knowing this wording of *article* from its feed; the oldest digests make room."""
        today = _day(self.clock)
        known = {**self.known, today: (*self.known.get(today, ()), _wording(article))}
        if sum(map(len, known.values())) > MAX_KNOWN:
            oldest = min(day for day, digests in known.items() if digests)
            known[oldest] = known[oldest][1:]
        return self.model_copy(update={"known": known, "candidates": self.candidates + 1})

    def holding(self, article: ArticleRef) -> tuple[Story, ...]:
        """The stories with a member that is *article*, through whatever feed."""
        wanted = digest(article.article_id)
        found = {s.id: s for s in self.stories for member in s.members if member.article == wanted}
        return tuple(found.values())

    def story_with_sighting(self, article: ArticleRef) -> Story | None:
        """The story that holds *article* as its feed delivered it, in whatever wording."""
        return next((story for story in self.holding(article) if story.sighting_of(article) is not None), None)

    def story_like(self, fingerprint: Fingerprint | None) -> Story | None:
        """The open story with the wording most similar to *fingerprint*, where one is similar enough."""
        found = most_similar([story.sketches for story in self.stories], sketch(fingerprint))
        return None if found is None else self.stories[found]

    def keeping(self, story: Story) -> WatchRow:
        """With *story* in place of its former state, as the latest; where the budget is spent, the oldest make room."""
        others = (other for other in self.stories if other.id != story.id)
        kept, forgotten = fitting((*others, story.measured()))
        early = sum(not other.is_closed(self.clock) for other in forgotten)
        row = self.model_copy(update={"stories": (*forgotten, *kept), "closed": self.closed + early})
        return row.forgetting(forgotten)

    def forgetting(self, stories: tuple[Story, ...]) -> WatchRow:
        """Without *stories*; their epochs stay spent."""
        if not stories:
            return self
        gone = {story.id for story in stories}
        left = tuple(story for story in self.stories if story.id not in gone)
        return self.model_copy(update={"stories": left, "epoch": max(self.epoch, *(story.epoch for story in stories))})

    def recording(self, decided: Decided) -> WatchRow:
        """With *decided* as the last decision; the oldest are forgotten where the budget is spent."""
        size = len(decided.model_dump_json(exclude_defaults=True).encode()) + FRAME_BYTES
        decisions = (*self.decisions, decided.model_copy(update={"size": size}))
        spent = sum(decision.size for decision in decisions)
        first = 0
        while spent > DECISIONS_BYTES and first < len(decisions) - 1:
            spent, first = spent - decisions[first].size, first + 1
        return self.model_copy(update={"decisions": decisions[first:]})

    def to_json(self) -> bytes:
        """The row as UTF-8 JSON, without what is as it was at first."""
        return self.model_dump_json(exclude_defaults=True).encode()

    def decided_at(self, offset: int) -> Decided | None:
        """The decision taken at *offset*; None where there was none, or it is forgotten."""
        return next((decided for decided in self.decisions if decided.offset == offset), None)


def _day(instant: dt.datetime) -> str:
    return instant.date().isoformat()


def _wording(article: ArticleRef) -> str:
    return digest(article.article_id, article.feed_id, article.revision, article.revision_id)
