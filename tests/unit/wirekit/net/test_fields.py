"""Header fields as servers fill them."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOON
from wirekit.net import read_http_date, read_retry_after, read_seconds
from wirekit.net.fields import LONGEST_SPAN

IN_5_MINUTES = NOON + dt.timedelta(minutes=5)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 120 ", 120),
        ("0", 0),
        (format_datetime(IN_5_MINUTES, usegmt=True), 300),
        (format_datetime(IN_5_MINUTES).replace("+0000", "-0000"), 300),
        (format_datetime(NOON - dt.timedelta(days=1), usegmt=True), 0),
        ("999999999999", LONGEST_SPAN.total_seconds()),
        (format_datetime(NOON + dt.timedelta(days=4000)), LONGEST_SPAN.total_seconds()),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_at_most_a_year(value: str, seconds: float) -> None:
    assert read_retry_after(value, NOON) == dt.timedelta(seconds=seconds)


@pytest.mark.parametrize("value", [None, "", "-5", "soon", "12.5", "١٢٠", "Mon, 99 Foo 2026 99:99:99 GMT"])
def test_what_is_neither_seconds_nor_a_date_asks_for_no_wait(value: str | None) -> None:
    assert read_retry_after(value, NOON) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("600", 600),
        ("99999999999", LONGEST_SPAN.total_seconds()),
        ("1" * 9000, LONGEST_SPAN.total_seconds()),
        ("0" * 20 + "7", 7),
        ("old", None),
        ("-1", None),
    ],
)
def test_seconds_are_whole_and_at_most_a_year(text: str, seconds: float | None) -> None:
    assert read_seconds(text) == (None if seconds is None else dt.timedelta(seconds=seconds))


def test_a_date_that_names_no_zone_is_in_gmt() -> None:
    assert read_http_date("Mon, 02 Mar 2026 12:00:00") == NOON
    assert read_http_date("Mon, 02 Mar 2026 14:00:00 +0200") == NOON


@given(st.text(max_size=60) | st.integers().map(str) | st.datetimes().map(format_datetime))
def test_whatever_stands_there_the_wait_lies_between_nothing_and_a_year(value: str) -> None:
    wait = read_retry_after(value, NOON)

    assert wait is None or dt.timedelta() <= wait <= LONGEST_SPAN
