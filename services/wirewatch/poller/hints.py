"""Reads what a server asks for: when to come back, and how long its answer stays fresh. Decides nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

_SECONDS = re.compile(r"\d{1,12}")
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,12})", re.IGNORECASE)
_NO_REUSE = re.compile(r"(?:^|[,\s])no-(?:cache|store)\b", re.IGNORECASE)
_CAP = dt.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the headers ask for; None where they ask for nothing that makes sense."""

    retry_after: dt.timedelta | None = None
    fresh_for: dt.timedelta | None = None


NO_HINTS = Hints()


def read_hints(header: Callable[[str], str | None], now: dt.datetime) -> Hints:
    """The hints in the fields that *header* looks up by name."""
    return Hints(_wait(header("retry-after"), now), _fresh_for(header, now))


def _wait(value: str | None, now: dt.datetime) -> dt.timedelta | None:
    """Retry-After, RFC 9110 10.2.3: seconds, or a date, which may lie in the past; negative numbers are nonsense."""
    if _SECONDS.fullmatch(text := (value or "").strip()):
        return _span(int(text))
    date = _http_date(text)
    return max(min(date - now, _CAP), dt.timedelta()) if date else None


def _fresh_for(header: Callable[[str], str | None], now: dt.datetime) -> dt.timedelta | None:
    """RFC 9111 4.2.1 and 4.2.3: max-age goes before Expires, Age is spent already; no-cache allows no reuse."""
    control = header("cache-control") or ""
    if _NO_REUSE.search(control):
        return None
    if found := _MAX_AGE.search(control):
        age = (header("age") or "").strip()
        spent = _span(int(age)) if _SECONDS.fullmatch(age) else dt.timedelta()
        left = _span(int(found[1])) - spent
    else:
        expires = _http_date(header("expires") or "")
        left = expires - (_http_date(header("date") or "") or now) if expires else dt.timedelta()
    return left if left > dt.timedelta() else None


def _span(seconds: int) -> dt.timedelta:
    return min(dt.timedelta(seconds=seconds), _CAP)


def _http_date(text: str) -> dt.datetime | None:
    """RFC 9110 5.6.7, read leniently; an HTTP date is in GMT whatever it says."""
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=dt.UTC)
