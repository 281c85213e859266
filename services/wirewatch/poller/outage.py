"""Decides whether it is our own network that is away: then no feed is to blame, and none backs off."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from wirewatch.poller.asking import Poll
from wirewatch.poller.politeness import host_of

_UNREACHED = frozenset(("dns_unknown", "dns_temporary", "connect"))
_REMEMBERED = dt.timedelta(hours=1)
_FEWEST_HOSTS = 3
_MOST = 0.8


class Outage:
    """Remembers of every host whether it was reached the last time, within the hour."""

    def __init__(self) -> None:
        """Start without any evidence."""
        self._reached: dict[str, tuple[bool, dt.datetime]] = {}

    def judge(self, poll: Poll) -> Poll:
        """*poll*, as ``local_outage`` where it failed like nearly all the other hosts that were asked lately."""
        host, reached = host_of(poll.url), poll.status not in _UNREACHED
        self._reached[host] = reached, poll.at
        if reached:
            return poll
        self._reached = {h: last for h, last in self._reached.items() if poll.at - last[1] <= _REMEMBERED}
        away = sum(not was_reached for was_reached, _ in self._reached.values())
        if len(self._reached) < _FEWEST_HOSTS or away < _MOST * len(self._reached):
            return poll
        return replace(poll, status="local_outage", error=f"our own network seems to be away: {poll.error}")
