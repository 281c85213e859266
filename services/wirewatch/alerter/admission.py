"""Decides which records may be matched or decided on: of a possible time and size, at home in their partition.

Event time that ran away would stop every cooldown, and a huge candidate could make a row or an alert that no topic
takes. Never looks at what a record says of the news.
"""

from __future__ import annotations

import datetime as dt

from wirekit.contracts import topology
from wirekit.errors import InvalidMessage, TemporaryFailure

EARLIEST = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
MAX_AHEAD = dt.timedelta(hours=1)
"""How far a poller's clock may be ahead of ours."""

MAX_BYTES = 512 * 1024
"""Of a candidate or correction."""

MAX_WAIT = dt.timedelta(seconds=30)
"""How long a record that knows a newer watch list than we do may wait for ours."""


def check_time(found_at: dt.datetime, now: dt.datetime) -> None:
    """Refuse what was found before 2000, or over an hour from *now*; raises InvalidMessage (impossible_time)."""
    if not EARLIEST <= found_at <= now + MAX_AHEAD:
        raise InvalidMessage("impossible_time", f"found_at is {found_at.isoformat()}")


def check_size(size: int) -> None:
    """Refuse more than 512 KiB; raises InvalidMessage (too_large)."""
    if size > MAX_BYTES:
        raise InvalidMessage("too_large", f"{size} bytes; a row takes no more than {MAX_BYTES}")


def check_place(watch_id: str, key: bytes | None, partition: int) -> None:
    """Refuse a candidate that does not lie where the row of its watch does; raises InvalidMessage (misplaced)."""
    if (key, partition) != (watch_id.encode(), partition_of(watch_id)):
        raise InvalidMessage("misplaced", f"a candidate of {watch_id[:100]} has another key or partition")


def check_watchlist(number: int, ours: int, since: dt.datetime | None, now: dt.datetime) -> None:
    """Let a record wait that was made *since* under a watch list newer than *ours*, which is on its way.

    Raises:
        TemporaryFailure: For 30 seconds; by then it would be here.
    """
    if number > ours and since is not None and now - since < MAX_WAIT:
        raise TemporaryFailure(f"the watch list of number {number} has not arrived yet; ours is {ours}")


def partition_of(watch_id: str) -> int:
    """Where the candidates and the row of a watch lie."""
    return topology.partition_of(watch_id.encode(), topology.ALERTS_CANDIDATES.partitions)
