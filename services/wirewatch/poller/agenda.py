"""Which feeds are due, in order. Holds no feed, reads no clock, starts nothing."""

from __future__ import annotations

import datetime as dt
import heapq
from typing import NamedTuple


class Place(NamedTuple):
    """A feed where it is remembered. A feed that moves is for a moment in two partitions."""

    partition: int
    feed_id: str


class Agenda:
    """Feeds by when they are due; each stands there once."""

    def __init__(self) -> None:
        """Start empty."""
        self._due: dict[Place, dt.datetime] = {}
        self._heap: list[tuple[dt.datetime, Place]] = []

    def put(self, place: Place, due_at: dt.datetime) -> None:
        """Enter a feed, or move it."""
        self._due[place] = due_at
        heapq.heappush(self._heap, (due_at, place))

    def drop(self, place: Place) -> None:
        """Strike a feed out, if it is there."""
        self._due.pop(place, None)

    def take(self, now: dt.datetime) -> list[Place]:
        """Take out the feeds that are due at *now*, the longest due first."""
        taken = []
        while (upcoming := self.next_at) is not None and upcoming <= now:
            _, place = heapq.heappop(self._heap)
            del self._due[place]
            taken.append(place)
        return taken

    @property
    def next_at(self) -> dt.datetime | None:
        """When the next feed is due; None while there is none."""
        # Moved and struck feeds leave stale marks behind.
        while self._heap and self._due.get(self._heap[0][1]) != self._heap[0][0]:
            heapq.heappop(self._heap)
        return self._heap[0][0] if self._heap else None
