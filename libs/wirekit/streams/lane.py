"""The bookkeeping under everything: which records of a partition are in hand, and up to where all is done.

Pure: opens nothing, awaits nothing, knows neither Kafka nor Faust. Whoever owns a partition makes a :class:`Lane` when
the group grants it and closes it when the group takes it back; the records still in hand then belong to the next owner.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from typing import TypeVar

from wirekit.kafka.records import Record

P = TypeVar("P")


class Lane:
    """A partition that we own now, from one grant to its revocation. All offsets are those of the next record.

    Attributes:
        epoch: Which grant this is; grows with every rebalance.
        fetched: How far its reader has fetched, handed out or not.
        position: How far it is handed out.
        watermark: Below it everything is done; None while nothing is known to be.
        committed: What the group was told.
        reached_ms: When the record was written that is next to be done, or else the last one done; 0 while unknown.
        waits: How often somebody waited on purpose (a dependency is away): a sign of life while the watermark stands.
        lost: Records that retention took before they were read, and that nobody was told of yet.
        is_giving: Whether more may be handed out; no longer when the partition is about to go.
        is_open: Whether what is in hand may still be written and acknowledged.
    """

    def __init__(self, topic: str, partition: int, epoch: int = 0) -> None:
        self.topic = topic
        self.partition = partition
        self.epoch = epoch
        self.fetched = self.position = self.committed = -1
        self.watermark: int | None = None
        self.reached_ms = self.waits = self.lost = 0
        self.is_giving = self.is_open = True
        self._in_hand: deque[Batch] = deque()

    @property
    def in_flight(self) -> int:
        """How many batches are handed out and not done, or done behind one that is not."""
        return len(self._in_hand)

    def take(self, records: Sequence[Record]) -> Batch:
        """Hand out *records*, which lie after everything handed out before; ValueError where they would repeat."""
        if not self.is_giving or not records or records[0].offset < self.position:
            raise ValueError(f"{self!r} cannot hand out {len(records)} records")
        batch = Batch(self, records)
        self.position = batch.end
        if not self._in_hand:
            self.reached_ms = records[0].timestamp_ms
        self._in_hand.append(batch)
        return batch

    def rest(self, position: int) -> None:
        """The reader is at *position*: if nothing is left below it, what lies between are markers and holes."""
        if self.is_open and not self._in_hand and self.fetched <= self.position < position:
            self.position = self.watermark = position

    def close(self) -> None:
        """The partition is no longer ours; batches still in hand can no longer be acknowledged."""
        self.is_giving = self.is_open = False
        self._in_hand.clear()

    def settle(self) -> None:
        """Raise the watermark over the batches that are done without a gap."""
        while self._in_hand and self._in_hand[0].is_done:
            done = self._in_hand.popleft()
            self.watermark, self.reached_ms = done.end, done.records[-1].timestamp_ms
            if self._in_hand:
                self.reached_ms = self._in_hand[0].records[0].timestamp_ms

    def __repr__(self) -> str:
        state = "open" if self.is_open else "closed"
        return f"<Lane {self.topic}/{self.partition} epoch {self.epoch} {state} {self.watermark}..{self.position}>"


class Batch:
    """Records of one lane, in order. *end* is the offset after the last."""

    __slots__ = ("end", "is_done", "lane", "records")

    def __init__(self, lane: Lane, records: Sequence[Record]) -> None:
        self.lane = lane
        self.records = records
        self.end = records[-1].offset + 1
        self.is_done = False

    def acknowledge(self) -> bool:
        """Say that everything these records cause is confirmed; may be said out of order, and again.

        False when the lane was closed meanwhile: the next owner reads these records again.
        """
        if not self.lane.is_open:
            return False
        self.is_done = True
        self.lane.settle()
        return True


def uncommitted(lanes: Mapping[P, Lane]) -> dict[P, int]:
    """The watermarks that the group was not told yet."""
    marks = {place: lane.watermark for place, lane in lanes.items() if lane.watermark is not None}
    return {place: mark for place, mark in marks.items() if mark > lanes[place].committed}
