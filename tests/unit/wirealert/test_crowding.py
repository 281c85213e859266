from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import an_instant
from tests.sightings import seen, sighted
from wirealert.crowding import THIN_MEMBERS, fitting, is_thin, thinned
from wirealert.story import Story

COOLDOWN = dt.timedelta(hours=6)
NOW = an_instant()


def a_story(name: str = "s", articles: int = 1) -> Story:
    """A story of *name* that so many articles tell, with silenced evidence where there are several."""
    story = Story.opened(seen(sighted(name), name), 1, NOW, COOLDOWN)
    for number in range(1, articles):
        candidate = seen(sighted(f"{name}{number}", wording=f"{name}{number}"), name)
        story = story.joined_by(candidate, NOW, COOLDOWN).silencing(candidate.evidence)
    return story.measured()


def test_a_thinned_story_keeps_the_first_wording_and_articles_counts_the_rest_and_has_no_silenced_evidence() -> None:
    story = a_story(articles=9)

    thin = thinned(story)

    assert (thin.sketches, thin.pending) == (story.sketches[:1], ())
    assert (thin.members, thin.unlisted) == (story.members[:THIN_MEMBERS], 9 - THIN_MEMBERS)
    assert (is_thin(thin), is_thin(story)) == (True, False)
    assert len(thin.model_dump_json(exclude_defaults=True)) <= thin.size - 1 <= len(thin.model_dump_json())


def test_a_thinned_story_grows_again() -> None:
    story = thinned(a_story(articles=9)).joined_by(seen(sighted("y", wording="y")), NOW, COOLDOWN)

    assert (len(story.members), story.unlisted, len(story.sketches)) == (THIN_MEMBERS + 1, 9 - THIN_MEMBERS, 2)


def test_stories_within_the_budget_stay_as_they_are() -> None:
    stories = tuple(a_story(name, articles=9) for name in "abc")

    assert fitting(stories) == (stories, ())


def test_the_oldest_are_thinned_before_any_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = stories = tuple(a_story(name, articles=9) for name in "abc")
    monkeypatch.setattr("wirealert.crowding.STORIES_BYTES", first.size + second.size + thinned(third).size)

    assert fitting(stories) == ((thinned(first), second, third), ())


def test_when_all_are_thin_the_oldest_are_forgotten_and_never_the_latest(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = stories = tuple(a_story(name, articles=9) for name in "abc")
    monkeypatch.setattr("wirealert.crowding.STORIES_BYTES", third.size + thinned(second).size)

    assert fitting(stories) == ((thinned(second), third), (thinned(first),))

    monkeypatch.setattr("wirealert.crowding.STORIES_BYTES", 1)

    assert fitting(stories) == ((third,), (thinned(first), thinned(second)))
