"""When a feed is due next, and why."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOON, a_feed_state
from wirekit.contracts import PollEvery
from wirewatch.poller.hints import NO_HINTS, Hints
from wirewatch.poller.schedule import DAY, Pace, Rhythm, after_failure, after_success, due_when_opened, when_gone

MINUTE = dt.timedelta(minutes=1)
BOUNDS = PollEvery(min=2 * MINUTE, max=60 * MINUTE)
MIDDLE = 0.5
"""The random number that makes no jitter."""


def rhythm(minutes: float | None = 10, score: float = 0, bounds: PollEvery = BOUNDS) -> Rhythm:
    return Rhythm(bounds, None if minutes is None else minutes * MINUTE, score)


def waits(pace: Pace) -> float:
    """In minutes."""
    return (pace.due_at - NOON) / MINUTE


def asking(seconds: float | None = None, fresh: float | None = None) -> Hints:
    spans = (None if span is None else dt.timedelta(seconds=span) for span in (seconds, fresh))
    return Hints(*spans)


@pytest.mark.parametrize(
    ("share", "minutes"),
    [(None, 10), (0.0, 12.5), (0.1, 7.5), (0.5, 5), (1.0, 5)],
)
def test_news_shortens_the_interval_and_silence_stretches_it(share: float | None, minutes: float) -> None:
    pace = after_success(rhythm(), share, NO_HINTS, NOON, MIDDLE)

    assert waits(pace) == pace.interval / MINUTE == minutes
    assert pace.error_score == 0


@pytest.mark.parametrize(
    ("interval", "share", "minutes"), [(55, 0.0, 60), (2.5, 1.0, 2), (500, None, 60), (None, None, 2)]
)
def test_the_interval_stays_within_the_bounds_of_the_registry(
    interval: float | None, share: float | None, minutes: float
) -> None:
    assert after_success(rhythm(interval), share, NO_HINTS, NOON, MIDDLE).interval == minutes * MINUTE


@pytest.mark.parametrize(
    ("fresh", "minutes"),
    [(60, 12.5), (13 * 60, 13), (2591034, 15)],
    ids=["shorter than the interval", "longer", "a month is capped"],
)
def test_the_freshness_of_the_answer_is_a_capped_hint(fresh: float, minutes: float) -> None:
    assert waits(after_success(rhythm(), 0.0, asking(fresh=fresh), NOON, MIDDLE)) == minutes


def test_freshness_never_goes_beyond_the_longest_interval() -> None:
    quick = PollEvery(min=dt.timedelta(seconds=1), max=dt.timedelta(seconds=5))
    pace = after_success(rhythm(0, bounds=quick), 0.0, asking(fresh=3600), NOON, MIDDLE)

    assert waits(pace) * 60 == pytest.approx(5)


def test_jitter_is_ten_percent_to_both_sides() -> None:
    early, late = (after_success(rhythm(), None, NO_HINTS, NOON, random) for random in (0.0, 1.0))

    assert (waits(early), waits(late)) == pytest.approx((9, 11))


@pytest.mark.parametrize(
    ("status", "score"),
    [
        ("local_outage", 0),
        ("dns_temporary", 0.25),
        ("deadline", 0.25),
        ("truncated", 0.5),
        ("http_503", 0.5),
        ("connect", 0.5),
        ("dns_unknown", 0.5),
        ("http_404", 1),
        ("http_403", 1),
        ("html", 1),
        ("parser_timed_out", 1),
        ("tls_expired", 1),
    ],
)
def test_a_failure_backs_off_by_its_kind_and_keeps_the_interval(status: str, score: float) -> None:
    pace = after_failure(rhythm(), status, NO_HINTS, NOON, MIDDLE)

    assert pace.error_score == score
    assert waits(pace) == pytest.approx(10 * 2**score)
    assert pace.interval == 10 * MINUTE


def test_failures_add_up_to_a_day_at_most_and_never_to_death() -> None:
    score = 0.0
    for _ in range(100):
        pace = after_failure(rhythm(score=score), "http_404", NO_HINTS, NOON, MIDDLE)
        score = pace.error_score

    assert pace.due_at - NOON == DAY


def test_a_feed_that_is_polled_weekly_does_not_fail_more_often() -> None:
    weekly = PollEvery(min=5 * DAY, max=7 * DAY)

    assert after_failure(rhythm(None, bounds=weekly), "http_404", NO_HINTS, NOON, MIDDLE).due_at - NOON == 5 * DAY


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [(1800, 30), (10, 10), (0, 10)],
    ids=["half an hour", "less than the interval", "nothing"],
)
def test_a_feed_with_retry_after_waits_at_least_that_long(seconds: float, minutes: float) -> None:
    pace = after_failure(rhythm(), "throttled", asking(seconds), NOON, MIDDLE)

    assert minutes <= waits(pace) <= minutes * 1.05


@given(st.floats(0, 1), st.integers(600, 86400))
def test_no_jitter_goes_below_retry_after(random: float, seconds: int) -> None:
    pace = after_failure(rhythm(), "http_503", asking(seconds), NOON, random)

    assert pace.due_at >= NOON + dt.timedelta(seconds=seconds)


def test_throttling_without_a_date_waits_twice_the_interval_and_a_minute_at_least() -> None:
    quick = PollEvery(min=dt.timedelta(seconds=1), max=dt.timedelta(seconds=5))

    assert waits(after_failure(rhythm(), "throttled", NO_HINTS, NOON, MIDDLE)) == 20
    assert waits(after_failure(rhythm(0, bounds=quick), "throttled", NO_HINTS, NOON, MIDDLE)) == 1


def test_a_feed_that_says_it_is_gone_is_asked_once_more_a_day_later() -> None:
    first, last = (when_gone(rhythm(), NOON, for_good=for_good) for for_good in (False, True))

    assert first.due_at == NOON + DAY
    assert last.due_at > NOON + 300 * DAY


@given(
    st.floats(0, 1),
    st.floats(0, 10**6),
    st.one_of(st.none(), st.floats(0, 1)),
    st.one_of(st.none(), st.floats(0, 10**7)),
)
def test_a_success_is_followed_within_the_bounds(
    random: float, seconds: float, share: float | None, fresh: float | None
) -> None:
    pace = after_success(rhythm(seconds / 60), share, asking(fresh=fresh), NOON, random)

    assert BOUNDS.min * 0.9 <= pace.due_at - NOON <= BOUNDS.max * 1.1


@pytest.mark.parametrize(
    ("pace", "reason"),
    [
        (after_success(rhythm(), 0.0, NO_HINTS, NOON, MIDDLE), "nothing new: every 12.5m"),
        (after_success(rhythm(2), 0.3, NO_HINTS, NOON, MIDDLE), "news: every 2m"),
        (after_success(rhythm(), 0.0, asking(fresh=900), NOON, MIDDLE), "fresh for 15m (Cache-Control)"),
        (after_failure(rhythm(), "http_404", NO_HINTS, NOON, MIDDLE), "http_404: backing off 20m"),
        (after_failure(rhythm(), "throttled", asking(7200), NOON, MIDDLE), "throttled: Retry-After 2h"),
    ],
)
def test_the_reason_says_in_words_why_it_is_then(pace: Pace, reason: str) -> None:
    assert pace.reason == reason


def test_a_feed_that_a_start_finds_due_in_ages_is_due_within_a_day() -> None:
    far = a_feed_state(due_at=dt.datetime(9999, 1, 1, tzinfo=dt.UTC))
    near = a_feed_state(due_at=NOON + dt.timedelta(hours=2))

    assert NOON + DAY <= due_when_opened(far, NOON) <= NOON + 1.2 * DAY
    assert due_when_opened(near, NOON) == near.due_at


def test_a_feed_that_was_refused_for_its_address_is_due_when_we_start() -> None:
    refused = a_feed_state(due_at=NOON + dt.timedelta(hours=2), last_status="blocked_address")

    assert due_when_opened(refused, NOON) == NOON
