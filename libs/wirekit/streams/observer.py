"""What the streams tell whoever measures them. They know no metrics library."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Literal, Protocol

from wirekit.streams.lane import Lane

Fate = Literal["in", "out", "buried", "retried", "stale"]
"""``stale``: handled, then dropped, because the partition went to another owner meanwhile."""


class Observer(Protocol):
    """Called on the event loop, once a batch or less often; must return at once."""

    def counted(self, topic: str, fate: Fate, records: int) -> None:
        """*records* read from *topic*, or caused by them, met *fate*."""

    def batch_took(self, topic: str, seconds: float) -> None:
        """A batch of *topic* went from the reader to its acknowledgement in *seconds*."""

    def progressed(self, topic: str, partition: int, watermark: int, end: int) -> None:
        """Everything below *watermark* is done; *end* is the end of what is committed in the log, as last seen."""

    def rebalanced(self, topic: str) -> None:
        """The group gave us partitions of *topic* anew."""


class Unobserved:
    """Measures nothing."""

    def _ignore(self, *_: object) -> None:
        pass

    counted = batch_took = progressed = rebalanced = _ignore


async def report(progress: Callable[[], Iterable[tuple[Lane, int]]], observer: Observer) -> None:
    """Tell *observer* once a second how far the lanes are, until cancelled."""
    epoch = 0
    while True:
        for lane, end in progress():
            if lane.watermark is not None:
                observer.progressed(lane.topic, lane.partition, lane.watermark, end)
            if lane.epoch > epoch:
                epoch = lane.epoch
                observer.rebalanced(lane.topic)
        await asyncio.sleep(1)
