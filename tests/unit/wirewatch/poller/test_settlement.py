"""What a poll changes: rows, articles, events."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from tests.builders import NOON, a_feed, a_feed_state
from tests.unit.wirewatch.poller.items import an_entry, an_item
from wirekit.contracts import FeedSeen, FeedState
from wirewatch.poller.asking import Poll
from wirewatch.poller.document import Item
from wirewatch.poller.hints import Hints
from wirewatch.poller.settlement import Settlement, settle

NOTHING = FeedSeen(feed_id="example")
DAY = dt.timedelta(days=1)


def a_poll(*items: Item, status: str = "ok", **changes: Any) -> Poll:
    listed = items if status in ("ok", "incomplete") else None
    values = (
        {"etag": '"2"', "body_sha256": "abc", "items": listed} if status in ("ok", "unchanged") else {"items": listed}
    )
    return dataclasses.replace(Poll("example", "https://news.example/feed.xml", status, NOON), **{**values, **changes})


def settled(poll: Poll, state: FeedState | None = None, seen: FeedSeen = NOTHING) -> Settlement:
    return settle(state or a_feed_state(due_at=NOON), seen, poll, 0.5)


def kinds(settlement: Settlement) -> list[str]:
    return [event.kind for event in settlement.events]


def test_new_items_become_articles_and_are_remembered() -> None:
    settlement = settled(a_poll(an_item("a"), an_item("b")))

    assert [(article.title, article.revision) for article in settlement.articles] == [("a", 1), ("b", 1)]
    assert settlement.seen is not None
    assert [entry.article_id for entry in settlement.seen.entries] == [each.article_id for each in settlement.articles]
    assert settlement.state.etag == '"2"'
    assert (settlement.state.polls, settlement.state.articles, settlement.state.backfilled) == (1, 2, 2)


def test_an_article_carries_what_the_feed_and_the_registry_say() -> None:
    entry = an_entry(
        authors=("Ines Varga",),
        language="ru",
        published_at=NOON - dt.timedelta(hours=1),
        date_source="published: then",
        summary_html="<p>s</p>",
    )
    (article,) = settled(a_poll(an_item(entry=entry)), a_feed_state(spec=a_feed(language=None))).articles

    assert (article.title, article.url, article.canonical_url) == (entry.title, entry.url, entry.url)
    assert (article.summary_html, article.content_html) == (entry.summary_html, entry.content_html)
    assert (article.authors, article.language_declared) == (("Ines Varga",), "ru")
    assert (article.published_at, article.date_source) == (entry.published_at, entry.date_source)
    assert (article.feed_id, article.source, article.found_at) == ("example", a_feed().source, NOON)
    assert article.ingest_mode == "live"


def test_the_operators_language_counts_more_than_the_feeds() -> None:
    (article,) = settled(
        a_poll(an_item(entry=an_entry(language="en-US"))), a_feed_state(spec=a_feed(language="id"))
    ).articles

    assert article.language_declared == "id"


def test_the_first_poll_follows_its_rule_and_later_ones_are_live() -> None:
    first = settled(a_poll(an_item("a")))
    second = settle(first.state, first.seen or NOTHING, a_poll(an_item("a"), an_item("b")), 0.5)

    assert [article.ingest_mode for article in first.articles] == ["backfill"]
    assert [(article.title, article.ingest_mode) for article in second.articles] == [("b", "live")]
    assert second.state.first_polled_at == NOON


def test_a_later_wording_is_no_further_article_of_the_feed() -> None:
    first = settled(a_poll(an_item("a")))
    second = settle(first.state, first.seen or NOTHING, a_poll(an_item("a", "second"), an_item("b")), 0.5)

    assert [(article.title, article.revision) for article in second.articles] == [("a", 2), ("b", 1)]
    assert second.state.articles == 2


def test_a_first_poll_that_failed_was_none() -> None:
    failed = settled(a_poll(status="http_503"))
    first = settle(failed.state, NOTHING, a_poll(an_item("a")), 0.5)

    assert failed.state.first_polled_at is None
    assert [article.ingest_mode for article in first.articles] == ["backfill"]


@pytest.mark.parametrize("status", ["not_modified", "unchanged"])
def test_an_unchanged_feed_writes_its_state_alone(status: str) -> None:
    settlement = settled(a_poll(status=status), a_feed_state(first_polled_at=NOON, error_score=1.0))

    assert (settlement.articles, settlement.seen, settlement.events) == ((), None, ())
    assert settlement.state.last_status == status
    assert settlement.state.error_score == 0
    assert "nothing new" in settlement.state.due_reason


def test_a_failure_keeps_validators_and_what_was_seen() -> None:
    state = a_feed_state(etag='"1"', body_sha256="abc", last_success_at=NOON - DAY)
    settlement = settled(a_poll(status="http_503", error="HTTP 503"), state)

    assert (settlement.state.etag, settlement.state.body_sha256) == ('"1"', "abc")
    assert settlement.state.last_success_at == NOON - DAY
    assert (settlement.state.last_status, settlement.state.last_error) == ("http_503", "HTTP 503")
    assert (settlement.articles, settlement.seen) == ((), None)


def test_trouble_is_reported_once_and_its_end_too() -> None:
    state = a_feed_state()
    reported: list[str] = []
    for _ in range(6):
        settlement = settled(a_poll(status="http_404", at=state.due_at), state)
        state = settlement.state
        reported += kinds(settlement)
    settlement = settled(a_poll(an_item()), state)

    assert reported == ["failing"]
    assert kinds(settlement) == ["recovered"]
    assert kinds(settled(a_poll(an_item()), settlement.state, settlement.seen or NOTHING)) == []


@pytest.mark.parametrize("status", ["http_503", "connect", "parser_timed_out"])
def test_a_feed_that_an_operator_has_asked_before_it_is_due_fares_no_worse_for_failing(status: str) -> None:
    state = a_feed_state(due_at=NOON + dt.timedelta(minutes=5), due_reason="backing off", error_score=2.0)
    after = settled(a_poll(status=status, error="no answer"), state).state

    assert (after.due_at, after.error_score, after.interval_seconds) == (state.due_at, 2.0, state.interval_seconds)
    assert (after.last_status, after.last_error) == (status, "no answer")
    assert after.due_reason == f"{status}: asked early, due as before"


def test_a_feed_whose_due_date_is_ages_ahead_is_not_left_there_by_a_failure() -> None:
    far = a_feed_state(due_at=NOON + 9999 * DAY)

    assert settled(a_poll(status="http_503"), far).state.due_at < NOON + DAY


def test_what_a_server_asks_for_counts_however_early_it_was_asked() -> None:
    state = a_feed_state(due_at=NOON + dt.timedelta(seconds=30), error_score=2.0)
    asked = settled(a_poll(status="throttled", hints=Hints(retry_after=DAY / 2)), state).state
    throttled = settled(a_poll(status="throttled"), state).state

    assert asked.due_at >= NOON + DAY / 2
    assert throttled.due_at == NOON + dt.timedelta(minutes=1)
    assert throttled.due_reason == "throttled: asked early, due when the server may be asked again"
    assert asked.error_score == throttled.error_score == 2


def test_a_feed_that_says_that_it_is_gone_is_asked_a_day_later_however_often_it_is_asked_meanwhile() -> None:
    first = settled(a_poll(status="gone"))
    soon = settled(a_poll(status="gone", at=NOON + DAY / 2), first.state)

    assert first.state.due_at == soon.state.due_at == NOON + DAY


def test_a_bot_wall_is_reported_when_it_comes_up() -> None:
    first = settled(a_poll(status="blocked"))
    second = settled(a_poll(status="blocked"), first.state)

    assert (kinds(first), kinds(second)) == (["blocked"], [])


def test_a_feed_is_gone_when_it_says_so_for_a_day_and_no_sooner() -> None:
    first = settled(a_poll(status="gone"))
    soon = settled(a_poll(status="gone", at=NOON + DAY / 2), first.state)
    later = settled(a_poll(status="gone", at=NOON + DAY), soon.state)

    assert (first.state.gone, soon.state.gone, later.state.gone) == (False, False, True)
    assert kinds(later) == ["gone"]


def test_another_answer_between_two_says_that_a_feed_is_not_gone() -> None:
    first = settled(a_poll(status="gone"))
    other = settled(a_poll(status="http_503", at=NOON + DAY / 2), first.state)
    again = settled(a_poll(status="gone", at=NOON + DAY), other.state)

    assert not again.state.gone


def test_a_gone_feed_that_answers_after_all_is_back() -> None:
    state = a_feed_state(gone=True, gone_since=NOON - DAY, last_status="gone")
    settlement = settled(a_poll(an_item()), state)

    assert not settlement.state.gone
    assert kinds(settlement) == ["recovered"]


def test_a_permanent_redirect_is_reported_once() -> None:
    moved = "https://news.example/new.xml"
    first = settled(a_poll(status="unchanged", moved_to=moved))
    second = settled(a_poll(status="unchanged", moved_to=moved), first.state)

    assert (kinds(first), kinds(second)) == (["moved"], [])
    assert first.state.moved_to == moved
    assert first.state.spec == a_feed()


def test_an_overflow_and_new_ids_for_old_items_are_reported() -> None:
    first = settled(a_poll(*(an_item(str(number)) for number in range(10))))
    seen = first.seen or NOTHING
    rekeyed = [
        dataclasses.replace(an_item(f"n{number}"), revision_id=an_item(str(number)).revision_id) for number in range(10)
    ]

    assert kinds(settled(a_poll(*(an_item(f"n{number}") for number in range(10))), first.state, seen)) == ["overflow"]
    assert kinds(settled(a_poll(*rekeyed), first.state, seen)) == ["rekeyed"]


def test_items_beyond_the_limit_are_said_to_be_left_out_when_something_was_found() -> None:
    poll = dataclasses.replace(a_poll(an_item("1")), left_out=9000)
    first = settled(poll)

    (event,) = first.events
    assert (event.kind, "9000 older items" in event.detail) == ("cut", True)
    assert kinds(settled(poll, first.state, first.seen or NOTHING)) == []


def test_a_long_error_is_cut() -> None:
    settlement = settled(a_poll(status="parser", error="x" * 10_000))

    assert len(settlement.state.last_error or "") == 300
