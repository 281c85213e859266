"""Writes records and returns when the broker has confirmed them: idempotent, acks=all, lz4.

Never drops, never reorders the records of one partition, and gives up only by its own deadline, which crashes the
process: an idempotent producer would otherwise try for ever while the records wait unseen.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any, Self

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaTimeoutError

from wirekit.contracts.topology import MAX_DEAD_LETTER_BYTES
from wirekit.errors import WirewatchError
from wirekit.streams.records import Connection, Outgoing

DEADLINE_SECONDS = 120.0
PRODUCER_OPTIONS: dict[str, Any] = {
    "acks": "all",
    "compression_type": "lz4",
    "max_batch_size": 256 * 1024,
    "max_request_size": MAX_DEAD_LETTER_BYTES,
}


class Unconfirmed(WirewatchError):
    """The broker did not confirm in time; the records may or may not be written. Crashes the process."""


class Publisher:
    """An idempotent producer; an async context manager. Make it on the event loop that it shall run on."""

    def __init__(self, connection: Connection, *, deadline_seconds: float = DEADLINE_SECONDS) -> None:
        self._producer = AIOKafkaProducer(
            **connection.options(), **PRODUCER_OPTIONS, enable_idempotence=True, linger_ms=5
        )
        self._deadline = deadline_seconds
        self._pending: dict[object, float] = {}

    async def __aenter__(self) -> Self:
        try:
            await self._producer.start()
        except BaseException:
            await self._producer.stop()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._producer.stop()

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
        """Queue *outgoing* in this order, before all that is enqueued later; await the result for the confirmation."""
        token = object()
        self._pending[token] = time.monotonic()
        async with confirmed_within(self._deadline):
            return self._confirmed(token, [await send(self._producer, item) for item in outgoing])

    async def _confirmed(self, token: object, futures: Sequence[asyncio.Future[Any]]) -> None:
        async with confirmed_within(self._deadline):
            for future in futures:
                await future
        del self._pending[token]


@asynccontextmanager
async def confirmed_within(seconds: float) -> AsyncIterator[None]:
    """Give the block so long.

    Raises:
        Unconfirmed: It took longer.
    """
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError as error:
        raise Unconfirmed(f"Kafka has not confirmed within {seconds:.0f} s") from error


async def send(producer: AIOKafkaProducer, item: Outgoing) -> asyncio.Future[Any]:
    """Queue *item*; the future holds what the broker says of it."""
    while True:
        try:
            queued: asyncio.Future[Any] = await producer.send(
                item.topic, item.value, key=item.key, partition=item.partition, headers=list(item.headers)
            )
        except KafkaTimeoutError:  # the queue is full, this record is not in it; our own deadline decides
            continue
        return queued
