"""What a change of the registry does to what is remembered of a feed."""

from __future__ import annotations

import datetime as dt

from tests.builders import NOON, a_feed, a_feed_state
from wirewatch.poller.registry import registered


def test_a_new_feed_is_due_at_once() -> None:
    state = registered(None, a_feed(), NOON)

    assert state is not None
    assert (state.due_at, state.due_reason, state.interval_seconds) == (NOON, "registered", 120)


def test_registering_the_same_again_changes_nothing() -> None:
    assert registered(a_feed_state(), a_feed(), NOON) is None


def test_a_changed_feed_is_due_at_once_and_keeps_what_is_known() -> None:
    before = a_feed_state(etag='"1"', articles=7, gone=True, gone_since=NOON, due_at=NOON + dt.timedelta(days=1))
    after = registered(before, a_feed(first_poll="live"), NOON)

    assert after is not None
    assert (after.due_at, after.gone, after.gone_since) == (NOON, False, None)
    assert (after.etag, after.articles, after.spec.first_poll) == ('"1"', 7, "live")


def test_another_url_has_other_validators() -> None:
    before = a_feed_state(
        etag='"1"', last_modified="then", body_sha256="abc", error_score=5.0, plain_only=True, articles=7
    )
    after = registered(before, a_feed(url="https://news.example/new.xml"), NOON)

    assert after is not None
    assert (after.etag, after.last_modified, after.body_sha256) == (None, None, None)
    assert (after.error_score, after.plain_only, after.articles) == (0.0, False, 7)
