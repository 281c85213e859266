"""Tells whoever measures how far the lanes are, and what became of their records. Knows no metrics library."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from typing import Literal, Protocol

from wirekit.errors import ConfigError
from wirekit.streams.lane import Lane

LOOK_SECONDS = 1.0


class Watched(Protocol):
    """A source of batches, or owned state."""

    def progress(self) -> Iterable[tuple[Lane, int]]:
        """The lanes that are ours, each with the end of what is committed in its log."""

    def failure(self) -> Exception | None:
        """What broke without anybody being told; a ConfigError is also raised by whoever reads."""


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
        await asyncio.sleep(LOOK_SECONDS)


def _lag(lane: Lane, end: int) -> tuple[int, float]:
    """How many records of *lane* are not done, and for how many seconds the oldest has waited."""
    now_ms, records = int(time.time() * 1000), max(0, end - (lane.watermark or 0))
    if not records:
        lane.reached_ms = now_ms  # what comes after a silence has not waited since before it
    return records, max(0, now_ms - (lane.reached_ms or now_ms)) / 1000
