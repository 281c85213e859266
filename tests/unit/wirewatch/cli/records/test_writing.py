"""What a command writes is one transaction; `tests/integration/cli/test_applying.py` fences a real one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiokafka.errors import KafkaError, ProducerFenced

from wirekit.errors import TemporaryFailure
from wirekit.kafka import Outgoing
from wirewatch.cli.records.writing import write

RECORDS = [
    Outgoing("feeds.registry", b"a", b"{}", (("ce_id", b"1"),), 3),
    Outgoing("feeds.registry", b"b", None),
]


class Transactions:
    """A producer that keeps what a transaction sends once it has ended, or fails as it is told."""

    def __init__(self, failure: KafkaError | None = None) -> None:
        self.failure = failure
        self.open: list[dict[str, Any]] = []
        self.written: list[dict[str, Any]] = []

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        yield
        self.written += self.open

    async def send(self, topic: str, value: bytes | None, **fields: Any) -> asyncio.Future[None]:
        self.open.append({"topic": topic, "value": value, **fields})
        sent = asyncio.get_running_loop().create_future()
        if self.failure is None:
            sent.set_result(None)
        else:
            sent.set_exception(self.failure)
        return sent


async def test_all_records_are_written_in_one_transaction_as_they_are() -> None:
    producer = Transactions()

    await write(producer, RECORDS)

    assert producer.written == [
        {"topic": "feeds.registry", "value": b"{}", "key": b"a", "partition": 3, "headers": [("ce_id", b"1")]},
        {"topic": "feeds.registry", "value": None, "key": b"b", "partition": None, "headers": []},
    ]


async def test_who_was_overtaken_is_told_and_has_written_nothing() -> None:
    producer = Transactions(ProducerFenced())

    with pytest.raises(
        TemporaryFailure, match="somebody else runs the same command on this Kafka; nothing was written"
    ):
        await write(producer, RECORDS[:1])

    assert producer.written == []


async def test_another_failure_is_not_taken_for_that() -> None:
    producer = Transactions(KafkaError("no"))

    with pytest.raises(KafkaError, match="no"):
        await write(producer, RECORDS[:1])

    assert producer.written == []
