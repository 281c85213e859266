"""How many records a batch holds, so that it takes about a second: it must be done before a partition is given back.

And how long to wait before one is tried again. Pure: whoever handles batches says how long they took.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wirekit.kafka.records import Record
from wirekit.streams.lane import Batch, Lane

MOST_RECORDS = 500
FIRST_RECORDS = 16
BATCH_SECONDS = 1.0
OUTAGE_TRIES = 5  # so many failures count as an outage, and are logged
FIRST_WAIT_SECONDS = 0.1  # doubles with each try
LONGEST_WAIT_SECONDS = 5.0


class Pace:
    """Begins small, at most doubles, and follows a slower handler at once."""

    def __init__(self) -> None:
        self.records = FIRST_RECORDS

    def took(self, records: int, seconds: float) -> None:
        """Handling so many *records* took so many *seconds*."""
        fitting = int(records * BATCH_SECONDS / max(seconds, 1e-6))
        self.records = max(1, min(fitting, 2 * self.records, MOST_RECORDS))

    def batches(self, lane: Lane, records: Sequence[Record]) -> Iterator[Batch]:
        """*records* in batches, for as long as they may be handed out: what the group takes meanwhile is read again."""
        at = 0
        while at < len(records) and lane.is_giving:
            batch = lane.take(records[at : at + self.records])
            at += len(batch.records)
            yield batch


def wait_seconds(tries: int) -> float:
    """How long to wait after so many *tries*."""
    return min(FIRST_WAIT_SECONDS * 2.0 ** min(tries - 1, 16), LONGEST_WAIT_SECONDS)
