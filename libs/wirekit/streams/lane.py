"""The bookkeeping under everything: which records of a partition are in hand, and up to where all is done.

Pure: opens nothing, awaits nothing, knows neither Kafka nor Faust. Whoever owns a partition makes a :class:`Lane`
when the group grants it and closes it when the group takes it back. A closed lane accepts nothing: its records belong
to the next owner.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from wirekit.streams.records import Record


class Lane:
    """A partition that we own now, from one grant to its revocation.

    Attributes:
        epoch: Which grant this is; grows with every rebalance of the owner.
        position: The offset after the last record handed out; None before the first.
        watermark: The offset below which everything is done, hence the one to commit; None while there is none.
        is_open: Whether batches in hand may still be written and acknowledged.
        is_giving: Whether more may be handed out; stops before the lane closes.
        waits: How often somebody waited on purpose (a dependency is away): a sign of life while the watermark stands.
    """

    __slots__ = ("_open", "epoch", "is_giving", "is_open", "partition", "position", "topic", "waits", "watermark")

    def __init__(self, topic: str, partition: int, epoch: int = 0) -> None:
        self.topic = topic
        self.partition = partition
        self.epoch = epoch
        self.position: int | None = None
        self.watermark: int | None = None
        self.waits = 0
        self.is_open = True
        self.is_giving = True
        self._open: deque[Batch] = deque()

    @property
    def in_flight(self) -> int:
        """How many batches are handed out and not yet done, those included that are done behind an undone one."""
        return len(self._open)

    def take(self, records: Sequence[Record]) -> Batch:
        """Hand out *records*: consecutive as the log has them, after everything handed out before.

        Raises:
            ValueError: The lane gives no more, *records* is empty, or it goes back and would repeat.
        """
        if not (self.is_giving and records) or (self.position is not None and records[0].offset < self.position):
            raise ValueError(f"{self!r} cannot hand out {len(records)} records")
        batch = Batch(self, records)
        self.position = batch.end
        self._open.append(batch)
        return batch

    def rest(self, position: int) -> None:
        """Nothing is left below *position*, the reader's own: what lies between it and ours are markers and holes."""
        if self.is_open and not self._open and position > (self.position or -1):
            self.position = self.watermark = position

    def stop(self) -> None:
        """Hand out no more: the partition is about to go."""
        self.is_giving = False

    def close(self) -> None:
        """The partition is no longer ours; batches still in hand can no longer be acknowledged."""
        self.is_open = self.is_giving = False
        self._open.clear()

    def settle(self) -> None:
        """Raise the watermark over the batches that are done without a gap."""
        while self._open and self._open[0].is_done:
            self.watermark = self._open.popleft().end

    def __repr__(self) -> str:
        state = "open" if self.is_open else "closed"
        return f"<Lane {self.topic}/{self.partition} epoch {self.epoch} {state} {self.watermark}..{self.position}>"


class Batch:
    """Records of one lane, in order.

    Attributes:
        end: The offset after its last record.
        is_done: Whether it was acknowledged.
    """

    __slots__ = ("end", "is_done", "lane", "records")

    def __init__(self, lane: Lane, records: Sequence[Record]) -> None:
        self.lane = lane
        self.records = records
        self.end = records[-1].offset + 1
        self.is_done = False

    def acknowledge(self) -> bool:
        """Say that everything these records cause is confirmed; may be said out of order, and again.

        Returns:
            False when the lane was closed meanwhile: the next owner reads these records again.
        """
        if not self.lane.is_open:
            return False
        self.is_done = True
        self.lane.settle()
        return True
