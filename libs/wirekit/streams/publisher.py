"""Writes records and returns when the broker has confirmed them: idempotent, acks=all, lz4.

Never drops, never reorders the records of one partition, and gives up only by its own deadline, which crashes the
process: an idempotent producer would otherwise try for ever while the records wait unseen.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, Self

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaTimeoutError

from wirekit.contracts.topology import MAX_DEAD_LETTER_BYTES, partition_of
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


@dataclass(frozen=True, slots=True)
class Sent:
    """So many records on their way to one partition."""

    place: tuple[str, int]
    count: int
    metadata: asyncio.Future[Any]

    async def end(self) -> int:
        """The offset after the last, when the broker has confirmed them."""
        base: int = (await self.metadata).offset
        return base + self.count


class Publisher:
    """An idempotent producer; an async context manager. Make it on the event loop that it shall run on."""

    def __init__(self, connection: Connection, *, deadline_seconds: float = DEADLINE_SECONDS) -> None:
        self._producer = AIOKafkaProducer(**connection.options(), **PRODUCER_OPTIONS, enable_idempotence=True)
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
        """Write *outgoing* and return when the broker has confirmed every one; Unconfirmed or a KafkaError if not."""
        await (await self.enqueue(outgoing))

    async def enqueue(self, outgoing: Iterable[Outgoing]) -> Awaitable[None]:
        """Queue *outgoing* in this order, before all that is enqueued later; await the result for the confirmation."""
        token = object()
        self._pending[token] = time.monotonic()
        async with confirmed_within(self._deadline):
            return self._confirmed(token, await queue(self._producer, outgoing))

    async def _confirmed(self, token: object, sent: Sequence[Sent]) -> None:
        async with confirmed_within(self._deadline):
            for batch in sent:
                await batch.metadata
        del self._pending[token]


@asynccontextmanager
async def confirmed_within(seconds: float) -> AsyncIterator[None]:
    """Raise Unconfirmed when the block takes longer."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError as error:
        raise Unconfirmed(f"Kafka has not confirmed within {seconds:.0f} s") from error


async def queue(producer: AIOKafkaProducer, outgoing: Iterable[Outgoing]) -> list[Sent]:
    """Queue *outgoing* in order, batched by partition here: record by record aiokafka takes three times as long."""
    sent: list[Sent] = []
    open_batches: dict[tuple[str, int], Any] = {}
    partitions: dict[str, int] = {}
    for topic, key, value, headers, partition in outgoing:
        if topic not in partitions:
            partitions[topic] = len(await producer.partitions_for(topic))
        place = topic, partition_of(key, partitions[topic]) if partition is None else partition
        batch = open_batches.get(place) or producer.create_batch()
        open_batches[place] = batch
        while batch.append(timestamp=None, key=key, value=value, headers=list(headers)) is None:  # full
            sent.append(await _submit(producer, place, batch))
            batch = open_batches[place] = producer.create_batch()
    return sent + [await _submit(producer, place, batch) for place, batch in open_batches.items()]


async def _submit(producer: AIOKafkaProducer, place: tuple[str, int], batch: Any) -> Sent:
    batch.close()  # there is nothing to linger for
    while True:
        with suppress(KafkaTimeoutError):  # the one before is not on its way yet; our own deadline decides
            return Sent(place, batch.record_count(), await producer.send_batch(batch, place[0], partition=place[1]))
