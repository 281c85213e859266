"""Writes an instant for a reader: date and time, in UTC."""

from __future__ import annotations

import datetime as dt


def in_utc(instant: dt.datetime) -> str:
    """``2026-03-02 12:00:00 UTC``: what is due may be days away."""
    return f"{instant:%Y-%m-%d %H:%M:%S} UTC"
