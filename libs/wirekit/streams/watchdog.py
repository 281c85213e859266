"""Ends a process that is alive but makes no progress, so that the supervisor can start a working one.

A thread of its own watches the event loop. On the loop it looks once a second whether a coordinator died silently, a
lane with work left stands still, or records wait too long for their confirmation. A lane whose dependency is away
says so (``Lane.waits``) and is left alone. Repairs nothing.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol, Self

from wirekit.streams.fatal import fatal
from wirekit.streams.lane import Lane
from wirekit.streams.publisher import Publisher

BEAT_SECONDS = 1.0


class Watched(Protocol):
    """A source of batches, or owned state."""

    def progress(self) -> Iterable[tuple[Lane, int]]:
        """The lanes that are ours, each with the end of what is committed in its log."""
        ...

    def failure(self) -> str | None:
        """What broke without anybody being told; None while nothing did."""
        ...


class Patience(NamedTuple):
    """Seconds until the process ends: the loop blocked, a lane standing still, a record unconfirmed."""

    loop: float = 30.0
    stall: float = 120.0
    confirmation: float = 150.0


_PATIENCE = Patience()


class Watchdog:
    """Watches while entered; *end* is what it does when something is stuck."""

    def __init__(
        self,
        watched: Sequence[Watched],
        publishers: Sequence[Publisher] = (),
        patience: Patience = _PATIENCE,
        end: Callable[[str], None] = fatal,
    ) -> None:
        self._watched = watched
        self._publishers = publishers
        self._patience = patience
        self._end = end
        self._moved: dict[Lane, tuple[tuple[int | None, int], float]] = {}
        self._beat = time.monotonic()
        self._left = threading.Event()

    async def __aenter__(self) -> Self:
        self._looking = asyncio.create_task(self._look())
        threading.Thread(target=self._watch_loop, name="watchdog", daemon=True).start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._left.set()
        self._looking.cancel()

    def _watch_loop(self) -> None:
        while not self._left.wait(BEAT_SECONDS):
            silent = time.monotonic() - self._beat
            if silent > self._patience.loop:
                return self._end(f"the event loop has been blocked for {silent:.0f} s")
        return None

    async def _look(self) -> None:
        while not (reason := self.stuck(time.monotonic())):
            self._beat = time.monotonic()
            await asyncio.sleep(BEAT_SECONDS)
        self._end(reason)

    def stuck(self, now: float) -> str | None:
        """Why the process should end at *now* (``time.monotonic``); None while it works."""
        self._moved = {lane: state for lane, state in self._moved.items() if lane.is_open}
        for since in (publisher.oldest_unconfirmed for publisher in self._publishers):
            if since is not None and now - since > self._patience.confirmation:
                return f"a record has waited for its confirmation for {now - since:.0f} s"
        for watched in self._watched:
            if reason := watched.failure() or self._stalled(watched, now):
                return reason
        return None

    def _stalled(self, watched: Watched, now: float) -> str | None:
        for lane, end in watched.progress():
            state = lane.watermark, lane.waits
            before, since = self._moved.get(lane, (None, now))
            if state != before or (lane.watermark or 0) >= end:
                self._moved[lane] = state, now
            elif now - since > self._patience.stall:
                return f"{lane!r} has not moved for {now - since:.0f} s, and there is work up to {end}"
        return None
