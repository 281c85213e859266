"""Decides when a host may be asked again. One request at a time is the caller's business; here is the pause after it.

A registrable domain lives on one replica, so this holds for all of Wirewatch without any lock between processes.
"""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from wirewatch.poller.asking import Poll

_THROTTLED_PAUSE = dt.timedelta(seconds=60)


def host_of(url: str) -> str:
    """The host and port that *url* asks."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def open_again_at(poll: Poll, gap: dt.timedelta) -> dt.datetime:
    """When the host of *poll* may be asked again: after the gap, or when it says after "too many requests"."""
    if poll.status != "throttled":
        return poll.at + gap
    asked = _THROTTLED_PAUSE if poll.hints.retry_after is None else poll.hints.retry_after
    return poll.at + max(asked, gap)
