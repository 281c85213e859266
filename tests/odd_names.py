"""Records whose header names are no UTF-8, as a producer in another language can write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.record.default_records import _DefaultRecordBatchBuilderPy

from wirekit.kafka import Connection

ODD_NAME = b"na\xffme"
MENDED_NAME = "na?me"


class _OddName(str):
    """A name that is other bytes on the wire."""

    __slots__ = ()

    def encode(self, *_: str) -> bytes:
        return ODD_NAME


def builder(compression: int = 0) -> Any:
    """What makes the bytes of a batch; *compression* as Kafka numbers it: 1 gzip, 3 lz4, 4 zstd."""
    return _DefaultRecordBatchBuilderPy(2, compression, 0, -1, -1, -1, 1 << 20)


def headers(*, odd: bool) -> list[tuple[str, bytes | None]]:
    return [("plain", b"1"), (_OddName("") if odd else "also plain", b"2"), ("null", None)]


async def write_odd(connection: Connection, topic: str, values: Iterable[tuple[bytes, bool]]) -> None:
    """Write one batch to partition 0 of *topic*: each value, and whether one of its headers has an odd name."""
    async with AIOKafkaProducer(**connection.options()) as producer:
        batch = producer.create_batch()
        batch._builder = builder()
        for value, odd in values:
            batch.append(timestamp=None, key=b"k", value=value, headers=headers(odd=odd))
        batch.close()
        await (await producer.send_batch(batch, topic, partition=0))
