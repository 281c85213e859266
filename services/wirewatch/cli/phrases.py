"""What many commands say, as a reader writes it: how many there are of something, and when it was or is due."""

from __future__ import annotations

import datetime as dt


def amount(number: int, one: str, several: str = "") -> str:
    """``1 feed``, ``2 feeds``; *several* is the plural that is not *one* with an s."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def in_utc(instant: dt.datetime) -> str:
    """*instant*, which is in UTC, as ``2026-03-02 12:00:00 UTC``: what is due may be days away."""
    return f"{instant:%Y-%m-%d %H:%M:%S} UTC"
