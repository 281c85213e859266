"""What becomes of a record that can never be handled: a letter with its original bytes and the reason, or a full stop.

Makes letters, counts them and logs each; they are written with the outputs, before the record is acknowledged. A bad
release must not drain a topic into them: above the limit :class:`LineStopped` crashes with nothing acknowledged.
"""

from __future__ import annotations

import json
from collections import deque

import structlog

from wirekit.contracts.topology import DEAD_LETTER_SUFFIX, MAX_DEAD_LETTER_BYTES
from wirekit.errors import InvalidMessage, WirewatchError
from wirekit.kafka.records import Outgoing, Record

MOST_IN_A_ROW, MOST_IN_WINDOW, WINDOW = 50, 100, 500  # more letters in a row, or among so many records, stop the line
_LIMITS = frozenset({"too_many_lines"})  # what a feed may exceed in all that it has: no fault of the reader
_PREFIX = "dlq."
_DETAIL_BYTES = 1000

log = structlog.get_logger()


class LineStopped(WirewatchError):
    """Too many records cannot be handled: more likely the reader is wrong than they are. Crashes the process."""


class DeadLetters:
    """Makes the dead letters of one service, and stops it when there are too many."""

    def __init__(self, service: str) -> None:
        self._service = service
        self._recent: deque[bool] = deque(maxlen=WINDOW)
        self._in_a_row = 0

    def passed(self, records: int) -> None:
        """Count *records* that were handled."""
        if records:
            self._in_a_row = 0
            self._recent.extend([False] * min(records, WINDOW))

    def letter(self, record: Record, reason: InvalidMessage) -> Outgoing:
        """The record for ``<topic>.dlq``. Raises LineStopped."""
        counts_against = reason.reason not in _LIMITS
        self._in_a_row += counts_against
        self._recent.append(counts_against)
        recent, place = sum(self._recent), _place(record)
        if self._in_a_row > MOST_IN_A_ROW or recent > MOST_IN_WINDOW:
            counts = f"{self._in_a_row} records in a row and {recent} of the last {WINDOW}"
            raise LineStopped(f"{counts} cannot be handled, the last at {place}: {reason}")
        log.warning("record.buried", record=place, reason=reason.reason, detail=_cut(reason.detail).decode())
        return as_letter(record, reason, self._service)


def as_letter(record: Record, reason: InvalidMessage, service: str) -> Outgoing:
    """A dead letter: original key, value and headers, and ``dlq.*`` headers that say why.

    What is too large for its topic leaves a stub: JSON that says where the original is.
    """
    reasons = {
        "dlq.reason": _cut(reason.reason),
        "dlq.detail": _cut(reason.detail),
        "dlq.topic": record.topic.encode(),
        "dlq.partition": b"%d" % record.partition,
        "dlq.offset": b"%d" % record.offset,
        "dlq.timestamp_ms": b"%d" % record.timestamp_ms,
        "dlq.service": service.encode(),
    }
    kept = [header for header in record.headers if not header[0].startswith(_PREFIX)]
    topic, headers = record.topic + DEAD_LETTER_SUFFIX, (*kept, *reasons.items())
    letter = Outgoing(topic, record.key or b"", record.value, headers)
    if letter.size <= MAX_DEAD_LETTER_BYTES:
        return letter
    # Of the headers only ours stay: the original's may be what makes it too large.
    stub = json.dumps({"stub": True, "record": _place(record), "value_bytes": len(record.value or b"")})
    return Outgoing(topic, letter.key[:_DETAIL_BYTES], stub.encode(), tuple(reasons.items()))


def _place(record: Record) -> str:
    return f"{record.topic}/{record.partition} offset {record.offset}"


def _cut(text: str) -> bytes:
    return text.encode(errors="replace")[:_DETAIL_BYTES].decode(errors="ignore").encode()
