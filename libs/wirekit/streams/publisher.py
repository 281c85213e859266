"""Writes records and returns when the broker has confirmed them: idempotent, acks=all, lz4.

Never drops, never reorders records of one key, and gives up only by its own deadline, which crashes the process: an
idempotent producer would otherwise try for ever while the records wait unseen.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Iterable, Sequence
from typing import Any, Self

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaTimeoutError

from wirekit.contracts.topology import MAX_DEAD_LETTER_BYTES
from wirekit.errors import WirewatchError
from wirekit.streams.records import Connection, Outgoing

DEADLINE_SECONDS = 120.0
BATCH_BYTES = 256 * 1024

PRODUCER_OPTIONS: dict[str, Any] = {
    "acks": "all",
    "compression_type": "lz4",
    "max_batch_size": BATCH_BYTES,
    "max_request_size": MAX_DEAD_LETTER_BYTES,
}


class Unconfirmed(WirewatchError):
    """The broker did not confirm in time; the records may or may not be written. Crashes the process."""


class Publisher:
    """An idempotent producer; an async context manager."""

    def __init__(self, connection: Connection, *, deadline_seconds: float = DEADLINE_SECONDS) -> None:
        self._connection = connection
        self._deadline = deadline_seconds
        self._producer: AIOKafkaProducer | None = None
        self._pending: dict[object, float] = {}

    async def __aenter__(self) -> Self:
        producer = AIOKafkaProducer(
            **self._connection.options(), **PRODUCER_OPTIONS, enable_idempotence=True, linger_ms=5
        )
        try:
            await producer.start()
        except BaseException:
            await producer.stop()
            raise
        self._producer = producer
        return self

    async def __aexit__(self, *_: object) -> None:
        producer, self._producer = self._producer, None
        if producer:
            await producer.stop()

    @property
    def oldest_unconfirmed(self) -> float | None:
        """When the oldest unconfirmed record was handed in (``time.monotonic``); None where all are confirmed."""
        return next(iter(self._pending.values()), None)

    async def publish(self, *outgoing: Outgoing) -> None:
        """Write *outgoing* and return when the broker has confirmed every one.

        Raises:
            Unconfirmed: Not within the deadline.
            aiokafka.errors.KafkaError: The broker refused.
        """
        await (await self.enqueue(outgoing))

    async def enqueue(self, outgoing: Iterable[Outgoing]) -> Awaitable[None]:
        """Queue *outgoing* in this order; await the result for the confirmation.

        What is enqueued later for the same partition is written later.
        """
        if self._producer is None:
            raise RuntimeError("the publisher is not started: use it as an async context manager")
        token = object()
        self._pending[token] = time.monotonic()
        try:
            async with asyncio.timeout(self._deadline):
                futures = [await send(self._producer, item) for item in outgoing]
        except TimeoutError as error:
            raise Unconfirmed(f"records could not be queued within {self._deadline:.0f} s") from error
        return self._confirmed(token, futures)

    async def _confirmed(self, token: object, futures: Sequence[asyncio.Future[Any]]) -> None:
        try:
            async with asyncio.timeout(self._deadline):
                for future in futures:
                    await future
        except TimeoutError as error:
            raise Unconfirmed(f"no confirmation from Kafka within {self._deadline:.0f} s") from error
        del self._pending[token]


async def send(producer: AIOKafkaProducer, item: Outgoing) -> asyncio.Future[Any]:
    """Queue *item*; the future holds what the broker says of it."""
    while True:
        try:
            sent: asyncio.Future[Any] = await producer.send(
                item.topic, item.value, key=item.key, partition=item.partition, headers=list(item.headers)
            )
        except KafkaTimeoutError:  # the queue is full, this record is not in it; our own deadline decides
            continue
        return sent
