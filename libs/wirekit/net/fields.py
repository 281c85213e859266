"""Reads header fields that a server may fill with anything: dates, and Retry-After. Pure; decides nothing."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

LONGEST_SPAN = dt.timedelta(days=365)
_SECONDS = re.compile(r"[0-9]+")
_DIGITS = 12  # of a number of seconds that is more than any span


def read_http_date(text: str) -> dt.datetime | None:
    """RFC 9110 5.6.7, read leniently; in GMT where it names no zone. None where it is no date."""
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=dt.UTC)


def read_seconds(text: str) -> dt.timedelta | None:
    """RFC 9110 10.2.3 and RFC 9111 1.2.2: whole seconds, cut to a year. None where it is no number, or a negative."""
    if not _SECONDS.fullmatch(text):
        return None
    digits = text.lstrip("0") or "0"
    return LONGEST_SPAN if len(digits) > _DIGITS else min(dt.timedelta(seconds=int(digits)), LONGEST_SPAN)


def read_retry_after(value: str | None, now: dt.datetime) -> dt.timedelta | None:
    """RFC 9110 10.2.3: the wait that is asked for, in seconds or as a date, cut to a year. None where it is neither."""
    text = (value or "").strip()
    if (seconds := read_seconds(text)) is not None:
        return seconds
    date = read_http_date(text)
    return max(min(date - now, LONGEST_SPAN), dt.timedelta()) if date else None
