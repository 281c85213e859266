"""How many of something, as a reader writes it."""

from __future__ import annotations

import pytest

from wirewatch.cli.amounts import amount


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
