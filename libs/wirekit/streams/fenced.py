"""The one writer of an owned partition: rows, outputs and input offset become visible together or not at all.

Its transactional id is bound to the partition, so starting it fences a former owner, whatever that one still has in
hand: a frozen process that wakes up cannot write. Never retries a transaction: an error is final for the process.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from aiokafka import AIOKafkaProducer, TopicPartition

from wirekit.streams.publisher import PRODUCER_OPTIONS, confirmed_within, queue
from wirekit.streams.records import Connection, Outgoing

# A frozen writer hides the records of all others behind its open transaction until the broker aborts it.
TRANSACTION_MS = 10_000
DEADLINE_SECONDS = 60.0
STOP_SECONDS = 5.0


class FencedWriter:
    """Writes for the partition *source* of *group*."""

    def __init__(self, connection: Connection, group: str, source: TopicPartition) -> None:
        self._group = group
        self._source = source
        name = f"{group}-{source.partition}"
        options = connection.options() | PRODUCER_OPTIONS | {"transaction_timeout_ms": TRANSACTION_MS}
        self._producer = AIOKafkaProducer(transactional_id=name, **options)

    async def start(self) -> None:
        """Fence the former owner; its open transaction is aborted, a committed one is complete when this returns."""
        await self._producer.start()

    async def write(self, outgoing: Sequence[Outgoing], upto: int | None) -> dict[tuple[str, int], int]:
        """Write *outgoing* and the input offset *upto* (None for none) in one transaction, or raise.

        Returns the offset after the last record for each topic and partition. Raises ``ProducerFenced`` where another
        process owns the partition, Unconfirmed after a minute.
        """
        async with confirmed_within(DEADLINE_SECONDS):
            await self._producer.begin_transaction()
            ends = {sent.place: await sent.end() for sent in await queue(self._producer, outgoing)}
            if upto is not None:
                await self._producer.send_offsets_to_transaction({self._source: upto}, self._group)
            await self._producer.commit_transaction()
        return ends

    async def stop(self) -> None:
        """Let go; what is not committed is aborted by the broker or by the next owner."""
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                await self._producer.stop()
