"""Dates as feeds write them: read for certain, or not at all."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOON
from wirewatch.poller.dates import DateReader, ReadDate


def read(raw: str, parsed: tuple[int, ...] | None = None, language: str | None = None) -> ReadDate:
    return DateReader(NOON, language).read("published", raw, parsed)


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Mon, 25 Jun 2018 11:41:36 GMT", "2018-06-25T11:41:36"),
        ("Mo, 25 Jun 2018 11:41:36", "2018-06-25T11:41:36"),
        ("25 June 2018", "2018-06-25T00:00:00"),
        ("Thu, 03 Sep 15 00:01:01 +0200", "2015-09-02T22:01:01"),
        ("Thu, 30 Apr 2015 08:57:00 MEST", "2015-04-30T06:57:00"),
        ("Tue, 08 Oct 2013 18:30:00 EST", "2013-10-08T23:30:00"),
        ("Fri, 31 Mar 2023 20:19:00 America/Los_Angeles", "2023-04-01T03:19:00"),
        ("Mon, 1 Apr 2024 10:00:00 UTC+3", "2024-04-01T07:00:00"),
        ("15-Mar-2024 10:00", "2024-03-15T10:00:00"),
        ("May 1, 2024 1:55 PM EST", "2024-05-01T18:55:00"),
        ("May 1st, 2024 at 12:05 am", "2024-05-01T00:05:00"),
        ("Sept 5, 2024", "2024-09-05T00:00:00"),
        ("2024-05-01T10:00:00Z", "2024-05-01T10:00:00"),
        ("2024-05-01T10:00:00.123456789Z", "2024-05-01T10:00:00"),
        ("2024-05-01 10:00:00 +03:00", "2024-05-01T07:00:00"),
        ("2024-05-01T24:00:00Z", "2024-05-02T00:00:00"),
        ("2024-12-31T23:59:60Z", "2024-12-31T23:59:59"),
        ("20240501T101112Z", "2024-05-01T10:11:12"),
        ("20240501", "2024-05-01T00:00:00"),
        ("2016/6/29 15:07:41", "2016-06-29T15:07:41"),
        ("1.5.2024 10:30", "2024-05-01T10:30:00"),
        ("14/09/2024 18:20", "2024-09-14T18:20:00"),
        ("09/14/2024 18:20", "2024-09-14T18:20:00"),
        ("2024年5月1日 10:30", "2024-05-01T10:30:00"),
        ("2024년 5월 1일 10:30", "2024-05-01T10:30:00"),
        ("1520932969", "2018-03-13T09:22:49"),
        ("1520932969000", "2018-03-13T09:22:49"),
        ("Пн, 01 апр 2024 10:00:00 +0300", "2024-04-01T07:00:00"),
        ("1 mai 2024 à 10h30", "2024-05-01T10:30:00"),
        ("Mittwoch, 1. Mai 2024 10:30", "2024-05-01T10:30:00"),
        ("Sabtu, 3 Agustus 2024 10:00 WIB", "2024-08-03T03:00:00"),
    ],
)
def test_a_date_with_one_reading_is_read(raw: str, expected: str) -> None:
    assert read(raw).instant == utc(expected)


@pytest.mark.parametrize(
    "raw",
    [
        *("", "yesterday", "2 hours ago", "tomorrow 2024", "10:30", "May 2024", "Kim", "20 20 20", "1.5e9"),
        *("01/02/2024", "2024-13-01", "Wed, 30 Feb 2024 10:00:00 GMT", "1 May 2024 25:61", "2024-05-01T24:00:01Z"),
        *("2024-05-01T10:00:00+15:00", "Sun, 32 Jan 2024 10:00:00 GMT", "May 1, 2024 13:30 pm", "x" * 100),
    ],
)
def test_what_has_no_reading_or_two_is_no_date(raw: str) -> None:
    assert read(raw).instant is None


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("Thu, 01 Jan 1970 00:00:00 GMT", "before 1991"),
        ("0", "not read"),
        ("Mon, 01 Jan 0001 00:00:00 +0000", "before 1991"),
        ("31 Dec 1990 23:59:59 GMT", "before 1991"),
        ("2026-03-03T12:00:01Z", "in the future"),
        ("2099-01-01T00:00:00Z", "in the future"),
    ],
)
def test_a_date_that_cannot_be_true_is_refused_and_says_why(raw: str, why: str) -> None:
    date = read(raw)

    assert date.instant is None
    assert date.source is not None
    assert raw in date.source
    assert why in date.source


def test_a_date_up_to_a_day_ahead_is_taken() -> None:
    assert read("2026-03-03T12:00:00Z").instant == NOON + dt.timedelta(days=1)


def test_a_date_without_zone_is_read_as_utc_and_says_so() -> None:
    assert read("2024-05-01 10:00") == ReadDate(
        utc("2024-05-01T10:00:00"), "published: 2024-05-01 10:00 (no zone: read as UTC)"
    )


def test_a_zone_that_is_a_folder_of_zones_is_no_zone() -> None:
    assert read("1 May 2024 10:00 America/Argentina").instant == utc("2024-05-01T10:00:00")


def test_feedparsers_reading_counts_only_with_the_numbers_that_stand_there() -> None:
    hungarian = "2004-julius-13T9:15-05:00"

    assert read("2004 julius 13 9:15:07", (2004, 7, 13, 9, 15, 7)).instant is not None
    assert read(hungarian, (2011, 1, 1, 0, 0, 0)).instant != utc("2011-01-01T00:00:00")


def test_guessing_ends_after_forty_dates_of_a_document() -> None:
    reader = DateReader(NOON, "fr")
    known = "1 mai 2024 à 10h30"
    for number in range(40):
        assert reader.read("published", known if number % 2 else "17 zzz 2024").instant == (
            utc("2024-05-01T10:30:00") if number % 2 else None
        )

    assert reader.read("published", known).instant is None


@given(st.datetimes(min_value=dt.datetime(1991, 1, 1), max_value=dt.datetime(2026, 3, 2)), st.integers(-14, 14))  # noqa: DTZ001
def test_what_is_written_in_a_standard_form_is_read_back(moment: dt.datetime, hours: int) -> None:
    written = moment.replace(microsecond=0, tzinfo=dt.timezone(dt.timedelta(hours=hours)))
    date = read(written.isoformat()).instant

    assert date == written or written < dt.datetime(1991, 1, 1, 14, tzinfo=dt.UTC)


@given(st.text(max_size=40))
def test_no_text_raises_and_none_yields_an_impossible_date(raw: str) -> None:
    date = read(raw).instant

    assert date is None or date <= NOON + dt.timedelta(days=1)
