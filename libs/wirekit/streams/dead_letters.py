"""What becomes of a record that can never be handled: a letter with its original bytes and the reason, or a full stop.

Makes letters and counts them; whoever writes them does so with the outputs, before the record is acknowledged, so a
letter that cannot be written stops the process. A bad release must not drain a topic into its dead letters: above the
limit no letter is made and :class:`LineStopped` crashes the process, with nothing acknowledged.
"""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass

from wirekit.contracts.topology import MAX_DEAD_LETTER_BYTES
from wirekit.errors import InvalidMessage, WirewatchError
from wirekit.streams.records import Header, Outgoing, Record

_SUFFIX = ".dlq"
_PREFIX = "dlq."
_DETAIL_BYTES = 1000


class LineStopped(WirewatchError):
    """Too many records cannot be handled: more likely the reader is wrong than they are. Crashes the process."""


@dataclass(frozen=True, slots=True)
class Limit:
    """When to stop: more than *consecutive* letters in a row, or than *ratio* of *window* among the last *window*."""

    consecutive: int = 50
    ratio: float = 0.2
    window: int = 500


class DeadLetters:
    """Makes the dead letters of one service, and stops it when there are too many."""

    def __init__(self, service: str, limit: Limit | None = None) -> None:
        self._service = service
        self._limit = limit or Limit()
        self._recent: deque[bool] = deque(maxlen=self._limit.window)
        self._consecutive = 0

    def passed(self, records: int) -> None:
        """Count *records* that were handled."""
        if records:
            self._consecutive = 0
            self._recent.extend([False] * min(records, self._limit.window))

    def letter(self, record: Record, reason: InvalidMessage, attempts: int = 1) -> Outgoing:
        """The record for ``<topic>.dlq``: original key, value and headers, and ``dlq.*`` headers that say why.

        A record too large for the dead-letter topic leaves a stub: JSON that says where the original is and its size.

        Raises:
            LineStopped: The limit is passed.
        """
        self._consecutive += 1
        self._recent.append(True)
        if self._consecutive > self._limit.consecutive or sum(self._recent) > self._limit.ratio * self._limit.window:
            raise LineStopped(
                f"{self._consecutive} records in a row, {sum(self._recent)} of the last {self._limit.window}, cannot "
                f"be handled; the last: {reason} ({record.topic}/{record.partition} offset {record.offset})"
            )
        letter = self._addressed(record, self._reasons(record, reason, attempts))
        return letter if letter.size <= MAX_DEAD_LETTER_BYTES else _stub(letter, record)

    def _addressed(self, record: Record, reasons: tuple[Header, ...]) -> Outgoing:
        original = tuple((name, value) for name, value in record.headers if not name.startswith(_PREFIX))
        return Outgoing(record.topic + _SUFFIX, record.key or b"", record.value, original + reasons)

    def _reasons(self, record: Record, reason: InvalidMessage, attempts: int) -> tuple[Header, ...]:
        return (
            ("dlq.reason", reason.reason.encode()[:_DETAIL_BYTES]),
            ("dlq.detail", reason.detail.encode()[:_DETAIL_BYTES].decode(errors="ignore").encode()),
            ("dlq.topic", record.topic.encode()),
            ("dlq.partition", b"%d" % record.partition),
            ("dlq.offset", b"%d" % record.offset),
            ("dlq.timestamp_ms", b"%d" % record.timestamp_ms),
            ("dlq.attempts", b"%d" % attempts),
            ("dlq.service", self._service.encode()),
        )


def _stub(letter: Outgoing, record: Record) -> Outgoing:
    """Only our own headers stay: the original's may be what makes it too large."""
    where = {"topic": record.topic, "partition": record.partition, "offset": record.offset}
    stub = json.dumps({"stub": True, **where, "value_bytes": len(record.value or b"")}).encode()
    reasons = tuple(header for header in letter.headers if header[0].startswith(_PREFIX))
    return Outgoing(letter.topic, letter.key[:_DETAIL_BYTES], stub, reasons)
