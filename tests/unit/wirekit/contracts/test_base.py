from __future__ import annotations

import datetime as dt

import pytest
from pydantic import TypeAdapter, ValidationError

from tests import builders
from wirekit.contracts import AlertRaised, Instant
from wirekit.contracts.base import rfc3339

INSTANT = TypeAdapter(Instant)


def test_an_instant_is_kept_in_utc() -> None:
    assert INSTANT.validate_json('"2026-03-02T19:00:00+07:00"') == dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def test_an_instant_is_written_in_utc_with_z() -> None:
    local = dt.datetime(2026, 3, 2, 19, tzinfo=dt.timezone(dt.timedelta(hours=7)))

    assert rfc3339(local) == "2026-03-02T12:00:00Z"


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_an_instant_beyond_the_calendar_of_utc_is_invalid(text: str) -> None:
    with pytest.raises(ValidationError, match="out of range"):
        INSTANT.validate_json(f'"{text}"')


@pytest.mark.parametrize("number", [-1, 2**31, 10**30])
def test_a_number_that_no_store_can_hold_is_invalid(number: int) -> None:
    hostile = builders.an_alert().model_dump(mode="json") | {"revision": number}

    with pytest.raises(ValidationError, match="revision"):
        AlertRaised.model_validate(hostile)
