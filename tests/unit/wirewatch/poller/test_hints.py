"""What a server asks for in its headers."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import NOON
from wirewatch.poller.hints import Hints, read_hints


def hints(**fields: str) -> tuple[float | None, float | None]:
    """Seconds of Retry-After, and of freshness."""
    read = read_hints(lambda name: fields.get(name.replace("-", "_")), NOON)
    spans = (read.retry_after, read.fresh_for)
    first, second = (None if span is None else span.total_seconds() for span in spans)
    return first, second


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Mon, 02 Mar 2026 12:05:00 GMT", 300),
        ("Mon, 02 Mar 2026 11:05:00 GMT", 0),
        ("317100", 317100),
        ("99999999999", dt.timedelta(days=365).total_seconds()),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("Mon, 99 Mar 2026 11:05:00 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float | None) -> None:
    assert hints(retry_after=value)[0] == seconds


@pytest.mark.parametrize(("asked", "kept"), [(60, 60), (3600, 3600), (317100, 3600), (None, None)])
def test_a_server_may_ask_for_so_much_rest_at_most(asked: float | None, kept: float | None) -> None:
    read = Hints(None if asked is None else dt.timedelta(seconds=asked), dt.timedelta(days=3))
    within = read.within(dt.timedelta(hours=1))

    assert within == Hints(None if kept is None else dt.timedelta(seconds=kept), dt.timedelta(days=3))


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({"cache_control": "public, Max-Age=600"}, 600),
        ({"cache_control": "max-age=600", "age": "400"}, 200),
        ({"cache_control": "max-age=600", "age": "700"}, None),
        ({"cache_control": "max-age=600", "age": "old"}, 600),
        ({"cache_control": "no-cache, max-age=600"}, None),
        ({"cache_control": "s-maxage=600"}, None),
        ({"cache_control": "max-age=2591034"}, 2591034),
        ({"expires": "Mon, 02 Mar 2026 12:10:00 GMT", "date": "Mon, 02 Mar 2026 12:00:00 GMT"}, 600),
        ({"expires": "0"}, None),
        ({"expires": "Mon, 02 Mar 2026 11:00:00 GMT"}, None),
        ({"cache_control": "max-age=60", "expires": "Mon, 02 Mar 2026 13:00:00 GMT"}, 60),
        ({}, None),
    ],
)
def test_freshness_is_what_is_left_of_it(fields: dict[str, str], seconds: float | None) -> None:
    assert hints(**fields)[1] == seconds
