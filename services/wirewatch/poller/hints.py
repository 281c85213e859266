"""Reads what a server asks for: when to come back, and how long its answer stays fresh. Decides nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from wirekit.net import read_http_date, read_retry_after, read_seconds

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?([0-9]{1,12})", re.IGNORECASE)
_NO_REUSE = re.compile(r"(?:^|[,\s])no-(?:cache|store)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the headers ask for; None where they ask for nothing that makes sense."""

    retry_after: dt.timedelta | None = None
    fresh_for: dt.timedelta | None = None

    def within(self, longest_rest: dt.timedelta) -> Hints:
        """The same, of a server that asks to be left alone for *longest_rest* at most."""
        return self if self.retry_after is None else replace(self, retry_after=min(self.retry_after, longest_rest))


NO_HINTS = Hints()


def read_hints(header: Callable[[str], str | None], now: dt.datetime) -> Hints:
    """The hints in the fields that *header* looks up by name."""
    return Hints(read_retry_after(header("retry-after"), now), _fresh_for(header, now))


def _fresh_for(header: Callable[[str], str | None], now: dt.datetime) -> dt.timedelta | None:
    """RFC 9111 4.2.1 and 4.2.3: max-age goes before Expires, Age is spent already; no-cache allows no reuse."""
    control = header("cache-control") or ""
    if _NO_REUSE.search(control):
        return None
    if found := _MAX_AGE.search(control):
        fresh, spent = read_seconds(found[1]), read_seconds((header("age") or "").strip())
        left = (fresh or dt.timedelta()) - (spent or dt.timedelta())
    else:
        expires = read_http_date(header("expires") or "")
        left = expires - (read_http_date(header("date") or "") or now) if expires else dt.timedelta()
    return left if left > dt.timedelta() else None
