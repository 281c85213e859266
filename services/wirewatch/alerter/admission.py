"""Decides which records may be matched or decided on: of possible time, size and entities, at home in their partition.

Event time that ran away would stop every cooldown, and a huge candidate could make a row or an alert that no topic
takes. Never looks at what a record says of the news.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from wirekit.contracts import topology
from wirekit.errors import InvalidMessage, TemporaryFailure

EARLIEST = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
MAX_AHEAD_MS = 60 * 60 * 1000
"""How far a poller's clock may be ahead of the one that stamps the records."""

MAX_BYTES = 512 * 1024
"""Of a candidate or correction."""

MIN_ENTITIES, MAX_ENTITIES = 2, 1000
"""Of a candidate: each is told in the alert with its names and sentences."""

CLOCKS_APART = dt.timedelta(minutes=15)
"""How far the clock of who made a record may be ahead of ours; what comes from later waits for nothing."""

MAX_WAIT = dt.timedelta(seconds=30)
"""How long a record that knows a newer watch list than we do may wait for ours."""


def check_time(found_at: dt.datetime, written_ms: int) -> None:
    """Refuse what was found before 2000, or over an hour after its record was written (milliseconds since 1970).

    Never by the clock: who reads the record again has to judge as the first did. A broker bounds *written_ms* by its
    own clock (``message.timestamp.after.max.ms``, an hour).

    Raises:
        InvalidMessage: impossible_time.
    """
    if found_at < EARLIEST or found_at.timestamp() * 1000 > written_ms + MAX_AHEAD_MS:
        raise InvalidMessage("impossible_time", f"found_at is {found_at.isoformat()}")


def check_size(size: int) -> None:
    """Refuse more than 512 KiB; raises InvalidMessage (too_large)."""
    if size > MAX_BYTES:
        raise InvalidMessage("too_large", f"{size} bytes; a row takes no more than {MAX_BYTES}")


def check_entities(entities: Collection[str]) -> None:
    """Refuse a candidate of fewer than two entities, or of more than a watch can name; raises InvalidMessage."""
    if not MIN_ENTITIES <= len(set(entities)) <= MAX_ENTITIES:
        raise InvalidMessage("impossible_entities", f"a candidate of {len(set(entities))} entities")


def check_place(watch_id: str, key: bytes | None, partition: int) -> None:
    """Refuse a candidate that does not lie where the row of its watch does; raises InvalidMessage (misplaced)."""
    if (key, partition) != (watch_id.encode(), partition_of(watch_id)):
        raise InvalidMessage("misplaced", f"a candidate of {watch_id[:100]} has another key or partition")


def check_watchlist(number: int, ours: int, since: dt.datetime | None, now: dt.datetime) -> None:
    """Let a record wait that was made *since* under a watch list newer than *ours*, which is on its way.

    Raises:
        TemporaryFailure: For 30 seconds; by then it would be here.
    """
    if number > ours and since is not None and -CLOCKS_APART < now - since < MAX_WAIT:
        raise TemporaryFailure(f"the watch list of number {number} has not arrived yet; ours is {ours}")


def partition_of(watch_id: str) -> int:
    """Where the candidates and the row of a watch lie."""
    return topology.partition_of(watch_id.encode(), topology.ALERTS_CANDIDATES.partitions)
