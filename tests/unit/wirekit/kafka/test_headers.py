"""Batches of aiokafka whose header names are no UTF-8, and the private names on which reading them rests."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from aiokafka.consumer import fetcher
from aiokafka.record.memory_records import MemoryRecords

from tests import odd_names
from wirekit.kafka.headers import LenientRecords, read_any_header_names


def batch_of(*odd: bool, base_offset: int = 0, compression: int = 0) -> bytes:
    """A batch as it lies on the wire, a record for each of *odd*: whether one of its headers has an odd name."""
    builder = odd_names.builder(compression)
    for index, is_odd in enumerate(odd):
        value = None if index == 1 else b"v%d" % index
        builder.append(index, 1000 + index, b"k%d" % index, value, odd_names.headers(odd=is_odd))
    data = builder.build()
    data[:8] = base_offset.to_bytes(8, "big")
    return bytes(data)


def read(data: bytes) -> list[tuple[Any, ...]]:
    """Every record of every batch, as aiokafka's fetcher reads: what it has had it drops."""
    records, read_next = LenientRecords(data), 0
    found = []
    while records.has_next():
        for record in records.next_batch():
            if record.offset >= read_next:
                found.append((record.offset, record.key, record.value, [name for name, _ in record.headers]))
                read_next = record.offset + 1
    return found


PLAIN = ["plain", "also plain", "null"]
MENDED = ["plain", odd_names.MENDED_NAME, "null"]


@pytest.mark.parametrize("compression", [0, 1, 3, 4], ids=["plain", "gzip", "lz4", "zstd"])
def test_every_record_is_read_and_only_odd_names_are_mended(compression: int) -> None:
    data = batch_of(False, True, False, True, compression=compression) + batch_of(False, base_offset=4)

    assert read(data) == [
        (0, b"k0", b"v0", PLAIN),
        (1, b"k1", None, MENDED),
        (2, b"k2", b"v2", PLAIN),
        (3, b"k3", b"v3", MENDED),
        (4, b"k0", b"v0", PLAIN),
    ]


def test_a_batch_without_odd_names_is_aiokafkas_own() -> None:
    data = batch_of(False, False, False)
    (ours, stock) = (list(kind(data).next_batch()) for kind in (LenientRecords, MemoryRecords))

    assert [(r.offset, r.key, r.value, r.headers) for r in ours] == [
        (r.offset, r.key, r.value, r.headers) for r in stock
    ]


def test_aiokafka_alone_stops_at_an_odd_name() -> None:
    with pytest.raises(UnicodeDecodeError):
        list(MemoryRecords(batch_of(True)).next_batch())


def test_the_fetcher_takes_the_records_that_we_give_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetcher, "MemoryRecords", MemoryRecords)
    read_any_header_names()
    source = inspect.getsource(fetcher)

    assert fetcher.MemoryRecords is LenientRecords
    assert source.count("MemoryRecords(") == 1
    assert "records = MemoryRecords(part_data[-1])" in source
    assert "if record.offset < self.next_fetch_offset" in source  # it drops what it has had
    batch = LenientRecords(batch_of(False)).next_batch()
    for name in ("is_control_batch", "is_transactional", "producer_id", "base_offset", "next_offset", "validate_crc"):
        assert f"next_batch.{name}" in source
        assert getattr(batch, name) is not None
