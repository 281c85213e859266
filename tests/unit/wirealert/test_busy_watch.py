"""A watch with hundreds of open stories at once: whatever comes in whatever order, a story keeps its one alert."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from tests.builders import a_watchlist
from tests.sightings import corrected, seen, sighted
from wirealert import Decision, Watches, WatchRow, decide, retract
from wirealert.crowding import THIN_MEMBERS, is_thin
from wirekit.contracts import AlertRaised, ArticleRevised, Candidate

WATCHES = Watches.of(a_watchlist())
RECORDS = 2000
PAUSE = 60.0
"""Seconds between two records: all stories are open to the end."""

Cause = Candidate | ArticleRevised


@dataclass
class Told:
    """A story as the newsroom knows it: who tells it now, in which revision, and its alert, where there is one."""

    name: str
    tellers: dict[tuple[str, str], int] = field(default_factory=dict)
    supporting: set[tuple[str, str]] = field(default_factory=set)
    alert: str | None = None


class Wire:
    """Makes the records of a watch by lot, and knows which stories they tell; shares no rule with the product."""

    def __init__(self, luck: random.Random) -> None:
        self.stories: list[Told] = []
        self._luck = luck
        self._sent: list[tuple[Told, Cause]] = []
        self._clock = 0.0

    def records(self) -> Iterator[tuple[Told, Cause, bool]]:
        """A story, what is said of it, and whether that is only said again."""
        while len(self._sent) < RECORDS:
            self._clock += PAUSE
            kind = self._luck.random()
            if not self._sent or kind < 0.4:
                self.stories.append(Told(f"story-{len(self.stories)}"))
                yield from self._new(self._tells(self.stories[-1], self._teller(self.stories[-1])))
            elif kind < 0.5:
                yield *self._luck.choice(self._sent), True
            else:
                story = self._luck.choice(self.stories)
                if kind < 0.7 and len(story.tellers) < THIN_MEMBERS:
                    yield from self._new(self._tells(story, self._teller(story)))
                elif kind < 0.85:
                    yield from self._new(self._tells(story, self._luck.choice(list(story.tellers))))
                else:
                    yield from self._new(self._takes_back(story, self._luck.choice(list(story.tellers))))

    def _new(self, causes: list[tuple[Told, Cause]]) -> Iterator[tuple[Told, Cause, bool]]:
        self._sent += causes
        yield from ((story, cause, False) for story, cause in causes)

    def _teller(self, story: Told) -> tuple[str, str]:
        """Another article, or the first one through another feed."""
        number = len(story.tellers)
        return f"{story.name}-{number if self._luck.random() < 0.7 else 0}", f"feed-{number}"

    def _tells(self, story: Told, teller: tuple[str, str]) -> list[tuple[Told, Cause]]:
        revision = story.tellers.get(teller, 0) + 1
        story.tellers[teller] = revision
        ref = sighted(*teller, f"{story.name}{teller}{revision}", revision=revision, at=self._clock)
        told: list[tuple[Told, Cause]] = [(story, seen(ref, story.name))]
        return told if revision == 1 else [*told, (story, corrected(ref))]

    def _takes_back(self, story: Told, teller: tuple[str, str]) -> list[tuple[Told, Cause]]:
        story.tellers[teller] += 1
        return [(story, corrected(sighted(*teller, "nobody", revision=story.tellers[teller], at=self._clock)))]


def expected(story: Told, cause: Cause, *, is_said_again: bool, revisions: dict[tuple[str, str], int]) -> str | None:
    """What must come of *cause*, in a word: opened, retracted, the alert of the story in any way, or nothing."""
    ref, teller = cause.article, (cause.article.article_id, cause.article.feed_id or "")
    if is_said_again or revisions.get(teller) == ref.revision:
        return None
    revisions[teller] = ref.revision
    if isinstance(cause, ArticleRevised):
        if teller not in story.supporting:
            return None
        story.supporting.remove(teller)
        return "its alert" if story.supporting else "retracted"
    is_new = not story.supporting
    story.supporting.add(teller)
    return "opened" if is_new else "its alert"


def what(story: Told, decisions: tuple[Decision, ...]) -> str | None:
    """What came, in the same words."""
    for decision in decisions:
        if isinstance(decision, AlertRaised) and decision.kind in ("opened", "retracted"):
            return decision.kind
        if decision.reason != "already_decided":
            return "its alert" if decision.alert_id == story.alert else f"{decision.reason} {decision.alert_id}"
    return None


@pytest.mark.parametrize("seed", [1, 2])
def test_no_story_of_a_busy_watch_is_lost_or_gets_a_second_alert(seed: int) -> None:
    luck = random.Random(seed)
    wire, row, owners = Wire(luck), WatchRow.first("brodie-ilk", sighted().found_at), dict[str, Told]()
    revisions: dict[tuple[str, str], int] = {}
    log: list[Cause] = []
    for offset, (story, cause, is_said_again) in enumerate(wire.records()):
        wanted = expected(story, cause, is_said_again=is_said_again, revisions=revisions)
        row, decisions = step(row, cause, offset)
        log.append(cause)
        if wanted == "opened":
            (opened,) = decisions
            assert opened.alert_id is not None
            assert owners.setdefault(opened.alert_id, story) is story
            assert story.alert != opened.alert_id
            story.alert = opened.alert_id
        assert what(story, decisions) == wanted
        if luck.random() < 0.02:
            row = WatchRow.model_validate_json(row.to_json())
            again = luck.randrange(len(log))
            before, repeated = step(row, log[again], again)
            assert before is row
            assert all(decision.alert_id in {*owners, None} for decision in repeated)

    assert row.closed == 0
    assert len(row.stories) > 700
    assert sum(map(is_thin, row.stories)) > 300


def step(row: WatchRow, cause: Cause, offset: int) -> tuple[WatchRow, tuple[Decision, ...]]:
    if isinstance(cause, Candidate):
        return decide(WATCHES, row, cause, offset)
    return retract(WATCHES, row, cause, offset)
