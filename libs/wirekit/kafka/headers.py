"""Reads records whose header names are no UTF-8: Kafka takes any bytes there, and aiokafka raises at them for ever.

With the record it would lose what the same fetch brought before it. Such a name gets a question mark for each byte that
is not ASCII; key, value and all else stay as they are. ``test_headers.py`` holds the private names of aiokafka.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import structlog
from aiokafka.consumer import fetcher
from aiokafka.record.default_records import _DefaultRecordBatchPy
from aiokafka.record.memory_records import MemoryRecords
from aiokafka.record.util import decode_varint

_LENGTH, _OVERHEAD = slice(8, 12), 12  # where a batch says how long it is, and what comes before what it counts
_ASCII = bytes(range(0x80)) + b"?" * 0x80

log = structlog.get_logger()


def read_any_header_names() -> None:
    """From now on every consumer of this process does."""
    fetcher.MemoryRecords = LenientRecords


class LenientRecords:
    """The batches of one answer to a fetch, in the place of aiokafka's own."""

    def __init__(self, data: bytes) -> None:
        self._left = memoryview(data)
        self._stock = MemoryRecords(data)
        self.has_next = self._stock.has_next
        self.size_in_bytes = self._stock.size_in_bytes

    def next_batch(self) -> LenientBatch:
        """The next batch; there must be one."""
        size = _OVERHEAD + int.from_bytes(self._left[_LENGTH], "big")
        batch, self._left = self._left[:size], self._left[size:]
        return LenientBatch(self._stock.next_batch(), batch)


class LenientBatch:
    """A batch of aiokafka that gives out its records whatever their headers are called."""

    def __init__(self, stock: Any, data: memoryview) -> None:
        self._stock = stock
        self._data = data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stock, name)

    def __next__(self) -> Any:
        return next(self._stock)

    def __iter__(self) -> Iterator[Any]:
        try:
            yield from self._stock
        except UnicodeDecodeError as error:
            log.warning("header_name.unreadable", name=repr(error.object), first_offset=self._stock.base_offset)
            yield from _renamed(self._data)  # from the first record on: who reads on drops what he has had


def _renamed(data: memoryview) -> Iterator[Any]:
    batch = _DefaultRecordBatchPy(data)
    batch._maybe_uncompress()  # noqa: SLF001 - the names can only be mended between this and the reading
    at = batch._pos  # noqa: SLF001 - the same
    for _ in range(batch._num_records):  # noqa: SLF001 - the same
        at = _rename(batch._buffer, at)  # noqa: SLF001 - the same
    return iter(batch)


def _rename(buffer: bytearray, at: int) -> int:
    """Mend the header names of the record at *at*, in place; where the next one begins."""
    for _ in ("length", "attributes", "timestamp", "offset"):
        _, at = decode_varint(buffer, at)
    for _ in ("key", "value"):
        at = _end_of_bytes(buffer, at)
    headers, at = decode_varint(buffer, at)
    for _ in range(headers):
        size, start = decode_varint(buffer, at)
        name = buffer[start : start + size]
        if not _is_utf8(name):
            buffer[start : start + size] = name.translate(_ASCII)
        at = _end_of_bytes(buffer, start + size)
    return at


def _end_of_bytes(buffer: bytearray, at: int) -> int:
    size, start = decode_varint(buffer, at)
    end: int = start + max(size, 0)  # -1 stands for null
    return end


def _is_utf8(name: bytearray) -> bool:
    try:
        name.decode()
    except UnicodeDecodeError:
        return False
    return True
