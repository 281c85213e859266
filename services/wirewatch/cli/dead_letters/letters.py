"""What a dead letter says: why it was buried, where it came from, what it held, and how it goes back there. Pure.

Its bytes are hostile: what is shown of them is bounded, and the terminal escapes it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wirekit.contracts.topology import DEAD_LETTER_SUFFIX, SOURCES
from wirekit.kafka import Header, Outgoing, Record
from wirewatch.cli.phrases import amount, in_utc

REPLAYED_FROM = "replayed_from"
"""The header of a record that was sent again: the letter that it was, as ``dead-letters list`` names it."""

_REASONS = "dlq."
_MOST_LINES, _MOST_CHARS, _MOST_HEADERS, _MOST_DUMPED = 400, 300, 60, 1024


@dataclass(frozen=True, slots=True)
class Letter:
    """A dead letter.

    Attributes:
        topic, partition, offset: Where the original lay; None where the letter does not say it.
    """

    record: Record
    reason: str
    detail: str
    service: str
    topic: str | None
    partition: int | None
    offset: int | None

    @classmethod
    def of(cls, record: Record) -> Letter:
        """The letter in *record*, whoever wrote it."""
        said = {name: (value or b"").decode("utf-8", "backslashreplace") for name, value in record.headers}
        topic = said.get("dlq.topic")
        return cls(
            record=record,
            reason=said.get("dlq.reason", "unknown"),
            detail=said.get("dlq.detail", ""),
            service=said.get("dlq.service", "somebody"),
            topic=topic if topic in SOURCES and topic + DEAD_LETTER_SUFFIX == record.topic else None,
            partition=_number(said.get("dlq.partition")),
            offset=_number(said.get("dlq.offset")),
        )

    @property
    def place(self) -> str:
        """Where the letter lies: ``articles.raw.dlq 17``."""
        return f"{self.record.topic} {self.record.offset}"

    def summary(self) -> str:
        """One line."""
        return f"{self.place}  {_instant(self.record.timestamp_ms)}  {self.reason}: {self.detail}"[:_MOST_CHARS]

    def original(self) -> Outgoing | str:
        """The record to send to where it came from, with a header that names the letter; or why that cannot be."""
        if self.topic is None or self.partition is None or self.partition >= SOURCES[self.topic].partitions:
            return "the letter does not say where it came from"
        if self._is_stub():
            return "its original was too large to be kept"
        kept = [header for header in self.record.headers if not _is_ours(header)]
        mark = (REPLAYED_FROM, self.place.encode())
        again = Outgoing(self.topic, self.record.key or b"", self.record.value, (*kept, mark), self.partition)
        return "it is larger than its topic takes" if again.is_oversize else again

    def shown(self) -> Iterator[str]:
        """The letter in lines: the reason, its origin, its headers, its value as far as it can be read."""
        yield f"{self.place}, buried {_instant(self.record.timestamp_ms)} by the {self.service}"
        yield f"  reason  {self.reason}"
        yield f"  detail  {self.detail}"
        yield f"  from    {self.topic or 'unknown'} partition {self.partition} offset {self.offset}"
        yield f"  key     {(self.record.key or b'')[:_MOST_CHARS]!r}"
        others = [header for header in self.record.headers if not header[0].startswith(_REASONS)]
        yield f"{amount(len(others), 'header')} of the original"
        for name, value in others[:_MOST_HEADERS]:
            yield f"  {name}: {_text(value)}"[:_MOST_CHARS]
        yield from self._value_shown()

    def _value_shown(self) -> Iterator[str]:
        value = self.record.value
        if value is None:
            yield "no value: a tombstone"
            return
        try:
            pretty = json.dumps(json.loads(value), ensure_ascii=False, indent=2)
        except (ValueError, RecursionError):
            yield f"{len(value)} bytes that are not JSON"
            yield from _bounded(_dump(value), _MOST_DUMPED // 16)
        else:
            yield f"{len(value)} bytes of JSON"
            yield from _bounded(pretty.split("\n"), _MOST_LINES)

    def _is_stub(self) -> bool:
        try:
            body = json.loads(self.record.value or b"null")
        except (ValueError, RecursionError):
            return False
        return isinstance(body, dict) and body.get("stub") is True


def _is_ours(header: Header) -> bool:
    return header[0].startswith(_REASONS) or header[0] == REPLAYED_FROM


def _dump(value: bytes) -> Iterator[str]:
    """Sixteen bytes a line: where they stand, in hex, and as ASCII."""
    for start in range(0, len(value), 16):
        row = value[start : start + 16]
        text = "".join(chr(byte) if 0x20 <= byte < 0x7F else "." for byte in row)  # noqa: PLR2004 - printable ASCII
        yield f"{start:08x}  {row.hex(' '):<47}  {text}"


def _bounded(lines: Iterable[str], most: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == most:
            yield "… the rest is not shown"
            return
        yield line if len(line) <= 10 * _MOST_CHARS else f"{line[: 10 * _MOST_CHARS]}…"


def _text(value: bytes | None) -> str:
    return "null" if value is None else value[:_MOST_CHARS].decode("utf-8", "backslashreplace")


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None  # noqa: PLR2004 - 2**63


def _instant(timestamp_ms: int) -> str:
    moment = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(milliseconds=min(max(timestamp_ms, 0), 2**47))
    return in_utc(moment)
