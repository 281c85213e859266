"""Looks on: tells an observer how far the lanes are, and ends a process that lives but makes no progress.

So that the supervisor can start a working one. A thread of its own watches the event loop. On the loop it looks once a
second whether a coordinator died silently, or a lane with work left stands still; one whose dependency is away says so
(``Lane.waits``) and is left alone. Repairs nothing, knows no metrics library. :func:`fatal` also serves those who have
nobody to raise to: callbacks whose errors a library only logs.
"""

from __future__ import annotations

import asyncio
import faulthandler
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, Protocol, Self

import structlog

from wirekit.errors import ConfigError
from wirekit.exits import EXIT_CRASHED, exit_at_once
from wirekit.kafka import known_end
from wirekit.streams.lane import Lane

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


class Watched(Protocol):
    """A source of batches, or owned state."""

    def progress(self) -> Iterable[tuple[Lane, int]]:
        """The lanes that are ours, each with the end of what is committed in its log."""

    def failure(self) -> Exception | None:
        """What broke without anybody being told; a ConfigError is also raised by whoever reads, and no concern here."""


Fate = Literal["in", "out", "buried", "retried", "stale", "lost"]
"""``stale``: handled, then dropped, for the partition went to another owner; ``lost``: retention took it unread."""


class Observer(Protocol):
    """Called on the event loop, once a batch or less often; must return at once."""

    def counted(self, topic: str, fate: Fate, records: int) -> None:
        """*records* read from *topic*, or caused by them, met *fate*."""

    def batch_took(self, topic: str, seconds: float) -> None:
        """A batch of *topic* went from the reader to its acknowledgement in *seconds*."""

    def progressed(self, topic: str, partition: int, records: int, seconds: float) -> None:
        """So many *records* of what is committed in the log are not done; the oldest was written *seconds* ago."""

    def released(self, topic: str, partition: int) -> None:
        """The group took this partition of *topic* back."""

    def rebalanced(self, topic: str) -> None:
        """The group gave us partitions of *topic* anew."""


class Unobserved:
    """Measures nothing."""

    def _ignore(self, *_: object) -> None:
        pass

    counted = batch_took = progressed = released = rebalanced = _ignore


async def report(watched: Watched, observer: Observer) -> None:
    """Tell *observer* once a second how far the lanes are, and which are gone, until cancelled.

    Raises:
        ConfigError: Nobody can read on, for Kafka does not let us.
    """
    epoch, known = 0, set[tuple[str, int]]()
    while True:
        before, known = known, set()
        for lane, end in watched.progress():
            known.add((lane.topic, lane.partition))
            if lane.watermark is not None:
                observer.progressed(lane.topic, lane.partition, *_lag(lane, end))
            if lane.lost:
                observer.counted(lane.topic, "lost", lane.lost)
                lane.lost = 0
            if lane.epoch > epoch:
                epoch = lane.epoch
                observer.rebalanced(lane.topic)
        for topic, partition in before - known:
            observer.released(topic, partition)
        if isinstance(failure := watched.failure(), ConfigError):
            raise failure
        await asyncio.sleep(BEAT_SECONDS)


def _lag(lane: Lane, end: int) -> tuple[int, float]:
    """How many records of *lane* are not done, and for how many seconds the oldest has waited."""
    now_ms, records = int(time.time() * 1000), max(0, end - (lane.watermark or 0))
    if not records:
        lane.reached_ms = now_ms  # what comes after a silence has not waited since before it
    return records, max(0, now_ms - (lane.reached_ms or now_ms)) / 1000


def _broken(watched: Watched) -> str | None:
    failure = watched.failure()
    return None if failure is None or isinstance(failure, ConfigError) else str(failure)


class Watchdog:
    """Watches while entered; *end* is what it does when something is stuck."""

    def __init__(self, watched: Sequence[Watched], end: Callable[[str], None] = fatal) -> None:
        self._watched = watched
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
            if state != before or (lane.watermark or 0) >= end:
                self._moved[lane] = state, now
            elif now - since > STALL_SECONDS:
                return f"{lane!r} has not moved for {now - since:.0f} s, and there is work up to {end}"
        return None
