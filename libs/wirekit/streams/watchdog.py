"""Ends a process that lives but makes no progress, so that the supervisor can start a working one.

A thread of its own watches the event loop. On the loop it looks once a second whether a coordinator died silently, or a
lane with work left stands still; one whose dependency is away says so (``Lane.waits``) and is left alone, and so are
all while *is_busy*, for work that takes long but has a limit of its own may keep all slots. Repairs nothing.
:func:`fatal` also serves those who have nobody to raise to: callbacks whose errors a library only logs.
"""

from __future__ import annotations

import asyncio
import faulthandler
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Self

import structlog

from wirekit.errors import ConfigError
from wirekit.exits import EXIT_CRASHED, exit_at_once
from wirekit.kafka import known_end
from wirekit.streams.lane import Lane
from wirekit.streams.observing import Watched

BEAT_SECONDS = 1.0
LOOP_SECONDS = 30.0  # blocked for so long, the process ends
STALL_SECONDS = 120.0  # and so it does when a lane stands still

log = structlog.get_logger()


def fatal(reason: BaseException | str) -> None:
    """Log *reason* and exit 70 at once: nothing is acknowledged. Unless it is well known, dump all threads' stacks."""
    known = known_end(reason) if isinstance(reason, BaseException) else None
    log.critical("process.failed", reason=known or str(reason) or repr(reason), error=type(reason).__name__)
    if isinstance(reason, BaseException) and not known:
        sys.excepthook(type(reason), reason, reason.__traceback__)
    if not known:
        faulthandler.dump_traceback(all_threads=True)
    exit_at_once(EXIT_CRASHED)


@contextmanager
def fatal_on_error() -> Iterator[None]:
    """Whatever the block raises ends the process; cancellation passes."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - nobody above would act on it
        fatal(error)


def _broken(watched: Watched) -> str | None:
    failure = watched.failure()  # a ConfigError ends whoever reads
    return None if failure is None or isinstance(failure, ConfigError) else str(failure)


class Watchdog:
    """Watches while entered; *end* is what it does when something is stuck."""

    def __init__(
        self, watched: Sequence[Watched], end: Callable[[str], None] = fatal, is_busy: Callable[[], bool] = bool
    ) -> None:
        self._watched, self._end, self._is_busy = watched, end, is_busy
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
            if silent > LOOP_SECONDS:
                self._end(f"the event loop has been blocked for {silent:.0f} s")
                return

    async def _look(self) -> None:
        while not (reason := self.stuck(time.monotonic())):
            self._beat = time.monotonic()
            await asyncio.sleep(BEAT_SECONDS)
        self._end(reason)

    def stuck(self, now: float) -> str | None:
        """Why the process should end at *now* (``time.monotonic``); None while it works."""
        self._moved = {lane: state for lane, state in self._moved.items() if lane.is_open}
        reasons = (_broken(watched) or self._stalled(watched, now) for watched in self._watched)
        return next(filter(None, reasons), None)

    def _stalled(self, watched: Watched, now: float) -> str | None:
        for lane, end in watched.progress():
            state = lane.watermark, lane.waits
            before, since = self._moved.get(lane, (None, now))
            if state != before or (lane.watermark or 0) >= end or self._is_busy():
                self._moved[lane] = state, now
            elif now - since > STALL_SECONDS:
                return f"{lane!r} has not moved for {now - since:.0f} s, and there is work up to {end}"
        return None
