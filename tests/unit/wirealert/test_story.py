from __future__ import annotations

import datetime as dt

from tests.builders import an_evidence, an_instant
from tests.sightings import seen, sighted
from wirealert.digests import digest
from wirealert.story import MAX_MEMBERS, Story
from wirekit.contracts import TextQuote

COOLDOWN = dt.timedelta(hours=6)
NOW = an_instant()


def a_story(story: str = "s", wording: str = "w") -> Story:
    return Story.opened(seen(sighted(wording=wording), story), 1, NOW, COOLDOWN)


def test_a_story_lists_a_bounded_number_of_articles_and_counts_the_rest() -> None:
    story = a_story()
    for number in range(MAX_MEMBERS + 20):
        story = story.joined_by(seen(sighted(f"x{number}", wording=f"x{number}")), NOW, COOLDOWN)

    assert (len(story.members), story.unlisted) == (MAX_MEMBERS, 21)


def test_a_new_wording_takes_the_place_of_the_old_one_from_the_same_feed() -> None:
    story = a_story().joined_by(seen(sighted(wording="w2", revision=2)), NOW, COOLDOWN)

    assert [member.wording for member in story.members] == [digest("rev_w2")]


def test_an_article_that_leaves_takes_only_its_own_feeds_sighting_and_silenced_evidence_along() -> None:
    mine, theirs = sighted(), sighted(feed="f2")
    story = a_story().joined_by(seen(theirs), NOW, COOLDOWN)
    story = story.silencing((an_evidence(article=mine),)).silencing((an_evidence(article=theirs),))

    left = story.left_by(sighted(wording="w2", revision=2))

    assert [member.feed_id for member in left.members] == ["f2"]
    assert [proof.article.feed_id for proof in left.pending] == ["f2"]


def test_silenced_evidence_is_bounded_in_number_and_size() -> None:
    story = a_story().silencing((an_evidence(quote=TextQuote(exact="x" * 9000)),))
    for _ in range(5):
        story = story.silencing((an_evidence(), an_evidence()))

    assert (an_evidence(),) * 3 == story.pending


def test_a_story_stays_open_for_two_days_or_for_its_cooldown_if_that_is_longer() -> None:
    long = Story.opened(seen(sighted()), 1, NOW, dt.timedelta(days=7))

    assert NOW + dt.timedelta(hours=48) == a_story().closes_at
    assert NOW + dt.timedelta(days=7) == long.closes_at
