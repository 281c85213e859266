"""What is news, and what is a feed's past."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import NOON
from wirewatch.poller.backfill import ingest_mode


@pytest.mark.parametrize(
    ("rule", "age_hours", "mode"),
    [
        ("recent", 6, "live"),
        ("recent", 6.01, "backfill"),
        ("recent", -20, "live"),
        ("recent", None, "backfill"),
        ("live", 1000, "live"),
        ("live", None, "live"),
        ("none", 0, "backfill"),
        ("none", None, "backfill"),
        (None, 48, "live"),
        (None, 48.01, "backfill"),
        (None, None, "live"),
    ],
)
def test_an_item_is_live_or_backfill_by_the_poll_and_its_age(
    rule: str | None, age_hours: float | None, mode: str
) -> None:
    published = None if age_hours is None else NOON - dt.timedelta(hours=age_hours)

    assert ingest_mode(rule, published, NOON) == mode
