"""Writes records and returns when the broker has confirmed them: idempotent, acks=all, zstd.

Never drops, never reorders the records of one partition, and gives up only by its own deadline, which crashes the
process: an idempotent producer would otherwise try for ever while the records wait unseen.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, Self

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaConnectionError, KafkaTimeoutError, NodeNotReadyError

from wirekit.contracts.topology import MAX_DEAD_LETTER_BYTES, partition_of
from wirekit.errors import WirewatchError
from wirekit.kafka import Connection, until_answered
from wirekit.kafka.denials import denied_as
from wirekit.kafka.records import Outgoing

DEADLINE_SECONDS = 120.0
TRANSACTION_SECONDS = 60.0
STOP_SECONDS = 5.0
# A frozen writer hides the records of all others behind its open transaction until the broker aborts it.
TRANSACTION_MS = 10_000
PRODUCER_OPTIONS: dict[str, Any] = {
    "acks": "all",
    # Not lz4, which aiokafka compresses at its highest level: fifteen times the work for larger batches.
    "compression_type": "zstd",
    "max_batch_size": 256 * 1024,
    "max_request_size": MAX_DEAD_LETTER_BYTES,
}
TRANSACTION_OPTIONS = PRODUCER_OPTIONS | {"transaction_timeout_ms": TRANSACTION_MS}

Sent = tuple[tuple[str, int], int, asyncio.Future[Any]]
"""On their way: to which topic and partition, how many records, and what the broker will say."""


class Unconfirmed(WirewatchError):
    """The broker did not confirm in time; the records may or may not be written. Crashes the process."""


class Publisher:
    """An idempotent producer; an async context manager. Make it on the event loop that it shall run on."""

    def __init__(self, connection: Connection) -> None:
        self._producer = AIOKafkaProducer(**connection.options(), **PRODUCER_OPTIONS, enable_idempotence=True)
        # Else a batch older than 40 s fails when its partition has no leader, as right after a long outage of Kafka:
        # our deadline decides, and only then.
        self._producer._message_accumulator._batch_ttl = math.inf  # noqa: SLF001 - it has no setting of its own

    async def __aenter__(self) -> Self:
        try:
            await until_answered(self._producer.start)
        except BaseException:
            await self._producer.stop()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._producer.stop()

    async def publish(self, *outgoing: Outgoing) -> None:
        """Write *outgoing* and return when the broker has confirmed every one; Unconfirmed or a KafkaError if not."""
        await (await self.enqueue(outgoing))

    async def enqueue(self, outgoing: Iterable[Outgoing]) -> Awaitable[None]:
        """Queue *outgoing* in this order, before all that is enqueued later; await the result for the confirmation."""
        async with confirmed_within(DEADLINE_SECONDS):
            return self._confirmed(await queue(self._producer, outgoing))

    async def _confirmed(self, sent: Sequence[Sent]) -> None:
        async with confirmed_within(DEADLINE_SECONDS):
            await confirmed(sent)


class FencedWriter:
    """The one writer for the partition *source* of *group*; its transactional id is bound to the partition.

    So starting it fences a former owner, whatever that one still has in hand: a frozen process that wakes up cannot
    write. Never retries a transaction: an error is final for the process.
    """

    def __init__(self, connection: Connection, group: str, source: TopicPartition) -> None:
        self._group = group
        self._source = source
        options = connection.options() | TRANSACTION_OPTIONS
        self._producer = AIOKafkaProducer(transactional_id=f"{group}-{source.partition}", **options)
        client = self._producer.client
        client.coordinator_lookup = tried_again(client.coordinator_lookup)

    async def start(self) -> None:
        """Fence the former owner; its open transaction is aborted, a committed one is complete when this returns."""
        with denied_as("WRITE"):
            await until_answered(self._producer.start)

    async def partitions_of(self, topic: str) -> set[int]:
        """Which partitions *topic* has now."""
        known: set[int] = await until_answered(lambda: self._producer.partitions_for(topic))
        return known

    async def write(self, outgoing: Sequence[Outgoing], upto: int | None) -> dict[tuple[str, int], int]:
        """Write *outgoing* and the input offset *upto* (None for none) in one transaction, or raise.

        Returns the offset after the last record for each topic and partition. Raises ``ProducerFenced`` where another
        process owns the partition, Unconfirmed after a minute.
        """
        async with confirmed_within(TRANSACTION_SECONDS):
            await self._producer.begin_transaction()
            ends = await confirmed(await queue(self._producer, outgoing))
            if upto is not None:
                await self._producer.send_offsets_to_transaction({self._source: upto}, self._group)
            await self._producer.commit_transaction()
        return ends

    async def stop(self) -> None:
        """Let go; what is not committed is aborted by the broker or by the next owner."""
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                await self._producer.stop()


def tried_again(lookup: Callable[..., Awaitable[int]]) -> Callable[..., Awaitable[int]]:
    """*lookup* of a coordinator, so that aiokafka tries it again where a broker dies before it has answered.

    aiokafka does where the broker is not there at all; a connection that closes meanwhile ends its sender for good.
    """

    async def found(kind: int, key: str) -> int:
        try:
            return await lookup(kind, key)
        except KafkaConnectionError as error:
            raise NodeNotReadyError from error

    return found


@asynccontextmanager
async def confirmed_within(seconds: float) -> AsyncIterator[None]:
    """Raise Unconfirmed when the block takes longer, Denied when an access list is against it."""
    try:
        async with asyncio.timeout(seconds):
            with denied_as("WRITE"):
                yield
    except TimeoutError as error:
        raise Unconfirmed(f"Kafka has not confirmed within {seconds:.0f} s") from error


async def confirmed(sent: Iterable[Sent]) -> dict[tuple[str, int], int]:
    """The offset after the last record in each place, when the broker has confirmed them all."""
    return {place: (await metadata).offset + count for place, count, metadata in sent}


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
            return place, batch.record_count(), await producer.send_batch(batch, place[0], partition=place[1])
