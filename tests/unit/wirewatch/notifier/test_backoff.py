"""What follows from each answer, and when the next try is due."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_instant
from wirewatch.notifier.backoff import Answer, DeliveryOutcome, judge, rest_asked_for
from wirewatch.notifier.endpoints import DEFAULT_RETRY

NOW = an_instant()
SCHEDULE = tuple(dt.timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 3600))
MIDDLE = 0.5  # no jitter


def seconds_to_wait(answer: Answer, tries: int = 1, luck: float = MIDDLE) -> float | None:
    """Seconds until the next try; None when there is none."""
    verdict = judge(answer, tries, SCHEDULE, NOW, luck)
    return None if verdict.next_at is None else (verdict.next_at - NOW).total_seconds()


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_every_2xx_is_success(status: int) -> None:
    assert judge(Answer(status), 3, SCHEDULE, NOW, MIDDLE).outcome is DeliveryOutcome.DELIVERED


@pytest.mark.parametrize("status", [408, 425, 429, 500, 501, 502, 503, 504, 599])
def test_what_may_pass_gets_the_whole_schedule(status: int) -> None:
    assert [seconds_to_wait(Answer(status), tries) for tries in range(1, 7)] == [5, 30, 120, 600, 3600, None]


@pytest.mark.parametrize("status", [100, 199, 301, 302, 307, 308, 400, 401, 403, 404, 405, 422, 451])
def test_what_will_not_pass_gets_three_tries(status: int) -> None:
    assert [seconds_to_wait(Answer(status), tries) for tries in range(1, 5)] == [5, 30, None, None]


def test_no_answer_gets_the_whole_schedule() -> None:
    assert [seconds_to_wait(Answer(None, "connect"), tries) for tries in (1, 5, 6)] == [5, 3600, None]


def test_a_url_that_may_not_be_called_gets_no_second_try() -> None:
    assert judge(Answer(None, "blocked", refused=True), 1, SCHEDULE, NOW, MIDDLE).outcome is DeliveryOutcome.DEAD


def test_a_schedule_shorter_than_few_is_kept() -> None:
    assert judge(Answer(404), 1, (), NOW, MIDDLE).outcome is DeliveryOutcome.DEAD


def test_gone_ends_the_delivery_and_the_endpoint_at_once() -> None:
    verdict = judge(Answer(410), 1, SCHEDULE, NOW, MIDDLE)

    assert (verdict.outcome, verdict.next_at, verdict.is_gone) == (DeliveryOutcome.DEAD, None, True)


@pytest.mark.parametrize(("luck", "seconds"), [(0.0, 96), (0.25, 108), (0.5, 120), (0.999999, 143.99995)])
def test_waits_are_spread_by_a_fifth_to_either_side(luck: float, seconds: float) -> None:
    assert seconds_to_wait(Answer(500), 3, luck) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (format_datetime(NOW + dt.timedelta(minutes=5), usegmt=True), 300),
        ("99999999999", 6 * 3600),
        ("1", 5),
        ("0", 5),
        ("soon", 5),
    ],
)
def test_retry_after_is_a_lower_bound_up_to_the_longest_rest(header: str, seconds: float) -> None:
    rest = rest_asked_for(header, NOW, dt.timedelta(hours=6))

    assert seconds_to_wait(Answer(429, rest=rest)) == pytest.approx(seconds)


def test_retry_after_says_how_long_the_endpoint_wants_to_rest_even_when_the_delivery_is_dead() -> None:
    verdict = judge(Answer(503, rest=dt.timedelta(seconds=90)), len(SCHEDULE) + 1, SCHEDULE, NOW, MIDDLE)

    assert (verdict.outcome, verdict.rest_until) == (DeliveryOutcome.DEAD, NOW + dt.timedelta(seconds=90))


def test_the_default_schedule_lasts_two_days() -> None:
    assert dt.timedelta(days=1.5) < sum(DEFAULT_RETRY, dt.timedelta(0)) < dt.timedelta(days=2.5)


@given(
    status=st.none() | st.integers(100, 999),
    rest=st.none() | st.timedeltas(dt.timedelta(0), dt.timedelta(hours=6)),
    tries=st.integers(1, 60),
    luck=st.floats(0, 1, exclude_max=True),
)
def test_whatever_is_answered_the_delivery_ends_or_its_next_try_lies_in_the_future(
    status: int | None, rest: dt.timedelta | None, tries: int, luck: float
) -> None:
    verdict = judge(Answer(status, rest=rest), tries, SCHEDULE, NOW, luck)

    assert (verdict.next_at is not None) == (verdict.outcome is DeliveryOutcome.RETRIED)
    assert verdict.next_at is None or NOW < verdict.next_at <= NOW + dt.timedelta(hours=6)
    assert verdict.outcome is not DeliveryOutcome.RETRIED or tries <= len(SCHEDULE)
