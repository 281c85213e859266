"""Decides what a candidate means for its watch: an alert opened or updated, an article withdrawn, or silence.

A fold over the row of the watch: same row, watch list and records, same decisions. Time is the row's own clock.
What was decided at an offset is repeated, never decided again. Never sends anything.
"""

from __future__ import annotations

from wirealert import reasons
from wirealert.filters import Refusal, refusal, traits_of
from wirealert.raising import OPENED, UPDATED, Case, Folded, News, repeated, silence, speak
from wirealert.retract import leave
from wirealert.row import WatchRow
from wirealert.story import Story, id_from
from wirealert.watches import Watches
from wirekit.contracts import Candidate, Watch


def decide(watches: Watches, row: WatchRow | None, candidate: Candidate, offset: int) -> Folded:
    """Fold *candidate*, which lies at *offset* of its partition, into *row*.

    Args:
        watches: The watch list of the moment; the watch may be gone from it.
        row: The state of the watch; None before its first candidate.
        candidate: The candidate; its watch is the row's.
        offset: Its offset in ``alerts.candidates``.

    Returns:
        The new row, and what goes out: one decision, or none for an offset whose decision is long out and forgotten.
    """
    case = Case(watches, candidate, offset)
    row = row or WatchRow.first(candidate.watch_id, candidate.found_at)
    if offset <= row.applied:
        return repeated(row, case)
    row = row.advanced(candidate.found_at, offset)
    if row.knows(candidate.article):
        return silence(row, case, Refusal.of(reasons.ALREADY_DECIDED))
    row = row.remembering(candidate.article)
    watch = watches.get(candidate.watch_id)
    if watch is None:
        return silence(row, case, Refusal.of(reasons.WATCH_DELETED))
    return _admit(row, case, candidate, watch)


def _admit(row: WatchRow, case: Case, candidate: Candidate, watch: Watch) -> Folded:
    """Turn away what the watch leaves out; a wording that replaces one in a story takes the article out of it."""
    story = row.story_with_sighting(candidate.article)
    sighting = story.sighting_of(candidate.article) if story else None
    if sighting is not None and not sighting.is_older_than(candidate.article):
        return silence(row, case, Refusal.of(reasons.OLDER_WORDING))
    refused = refusal(watch, traits_of(candidate))
    if refused is None:
        return _tell(row, case, candidate, watch)
    if story is None or sighting is None:
        return silence(row, case, refused)
    return leave(row, case, watch, story, refused.reason)


def _tell(row: WatchRow, case: Case, candidate: Candidate, watch: Watch) -> Folded:
    """Open a story, open one again that was over, or go on with an open one."""
    row = _moved_on(row, candidate)
    story, cooldown = _story_of(row, candidate), watch.story.cooldown
    if story is None:
        opened = Story.opened(candidate, row.epoch + 1, row.clock, cooldown)
        return speak(row, case, watch, opened, News(OPENED, reasons.NEW_STORY))
    if story.repeats(candidate.article):
        joined = story.joined_by(candidate, row.clock, cooldown)
        return silence(row.keeping(joined), case, Refusal.of(reasons.DUPLICATE_ARTICLE), story.alert_id(row.watch_id))
    if story.retracted or story.is_closed(row.clock):
        again = story.reopened_by(candidate, row.clock, cooldown)
        return speak(row, case, watch, again, News(OPENED, reasons.REOPENED))
    return _go_on(row, case, candidate, watch, story)


def _moved_on(row: WatchRow, candidate: Candidate) -> WatchRow:
    """An article that tells something new leaves the closed story that it told before; nobody has to hear of that."""
    story = row.story_with_sighting(candidate.article)
    if story is None or not story.is_closed(row.clock) or story.repeats(candidate.article):
        return row
    return row.keeping(story.left_by(candidate.article))


def _go_on(row: WatchRow, case: Case, candidate: Candidate, watch: Watch, story: Story) -> Folded:
    """Add an article to an open story: an update where the cooldown is over."""
    ends = story.silent_until(watch.story.cooldown)
    joined = story.joined_by(candidate, row.clock, watch.story.cooldown)
    if row.clock < ends:
        refused = Refusal.of(reasons.SAME_STORY_IN_COOLDOWN, f"until {ends:%Y-%m-%d %H:%M}Z")
        return silence(row.keeping(joined.silencing(candidate.evidence)), case, refused, story.alert_id(row.watch_id))
    updated = joined.model_copy(update={"revision": story.revision + 1, "raised_at": row.clock})
    return speak(row, case, watch, updated, News(UPDATED, reasons.COOLDOWN_OVER))


def _story_of(row: WatchRow, candidate: Candidate) -> Story | None:
    """The story that *candidate* goes on with: by its article, by the id it would open, by its wording."""
    article, own = candidate.article, id_from(candidate)
    return (
        row.story_with_sighting(article)
        or next((story for story in row.holding(article) if _is_current(story, row, candidate)), None)
        or next((story for story in row.stories if story.id == own), None)
        or row.story_like(candidate.fingerprint)
    )


def _is_current(story: Story, row: WatchRow, candidate: Candidate) -> bool:
    return not story.is_closed(row.clock) or story.repeats(candidate.article)
