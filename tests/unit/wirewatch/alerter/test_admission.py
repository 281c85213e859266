"""Which records may be decided on."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import NOON
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirewatch.alerter.admission import (
    MAX_BYTES,
    check_entities,
    check_place,
    check_size,
    check_time,
    check_watchlist,
    partition_of,
)

SECOND = dt.timedelta(seconds=1)
NOON_MS = int(NOON.timestamp()) * 1000
HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize("found_at", [NOON, NOON + HOUR, NOON - 1000 * HOUR, dt.datetime(2000, 1, 1, tzinfo=dt.UTC)])
def test_a_time_of_this_century_up_to_an_hour_after_its_record_is_possible(found_at: dt.datetime) -> None:
    check_time(found_at, NOON_MS)


@pytest.mark.parametrize("found_at", [NOON + HOUR + SECOND, dt.datetime(1999, 12, 31, tzinfo=dt.UTC)])
def test_another_time_is_not(found_at: dt.datetime) -> None:
    with pytest.raises(InvalidMessage, match="impossible_time"):
        check_time(found_at, NOON_MS)


def test_a_record_of_any_time_can_be_judged() -> None:
    check_time(NOON, 2**63 - 1)

    with pytest.raises(InvalidMessage, match="impossible_time"):
        check_time(NOON, -1)


def test_what_could_burst_a_row_is_refused() -> None:
    check_size(MAX_BYTES)

    with pytest.raises(InvalidMessage, match="too_large"):
        check_size(MAX_BYTES + 1)


def test_a_candidate_lies_under_the_key_and_in_the_partition_of_its_watch() -> None:
    home = partition_of("brodie-ilk")
    check_place("brodie-ilk", b"brodie-ilk", home)

    for key, partition in ((b"other", home), (None, home), (b"brodie-ilk", home + 1)):
        with pytest.raises(InvalidMessage, match="misplaced"):
            check_place("brodie-ilk", key, partition)


def test_a_record_under_a_newer_list_waits_for_ours_half_a_minute() -> None:
    with pytest.raises(TemporaryFailure):
        check_watchlist(4, 3, NOON - 29 * SECOND, NOON)
    with pytest.raises(TemporaryFailure):
        check_watchlist(4, 3, NOON + dt.timedelta(minutes=14), NOON)

    check_watchlist(4, 3, NOON - 30 * SECOND, NOON)
    check_watchlist(4, 3, None, NOON)
    check_watchlist(4, 3, NOON + dt.timedelta(minutes=15), NOON)
    check_watchlist(3, 3, NOON, NOON)


@pytest.mark.parametrize("entities", [(), ("one",), ("one", "one"), tuple(map(str, range(1001)))])
def test_a_candidate_names_two_entities_at_least_and_no_more_than_a_watch_can(entities: tuple[str, ...]) -> None:
    with pytest.raises(InvalidMessage, match="entities"):
        check_entities(entities)

    check_entities(("one", "other"))
