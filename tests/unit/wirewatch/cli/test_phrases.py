"""How many of something, and when, as a reader writes it."""

from __future__ import annotations

import pytest

from tests.builders import an_instant
from wirewatch.cli.phrases import amount, in_utc


@pytest.mark.parametrize(
    ("number", "words", "text"),
    [
        (0, ("feed",), "0 feeds"),
        (1, ("feed",), "1 feed"),
        (2, ("feed",), "2 feeds"),
        (1, ("watch", "watches"), "1 watch"),
        (3, ("watch", "watches"), "3 watches"),
    ],
)
def test_one_alone_is_no_plural(number: int, words: tuple[str, ...], text: str) -> None:
    assert amount(number, *words) == text


def test_an_instant_has_its_date_its_zone_and_no_fraction() -> None:
    assert in_utc(an_instant(86_461.9)) == "2026-03-03 12:01:01 UTC"
