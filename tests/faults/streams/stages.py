"""A writer of owned state that says which step of a transaction comes next: moments to be frozen or killed at."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Awaitable, Callable
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition

from wirekit.kafka import Connection
from wirekit.streams.publisher import FencedWriter

STEPS = ("begin_transaction", "send_offsets_to_transaction", "commit_transaction")
OPEN = "STEP commit_transaction"
"""Everything is written and confirmed, and nothing of it can be seen yet."""


class Staged(FencedWriter):
    """Writes as ever.

    Attributes:
        linger: So many seconds it stays before each commit.
        mortality: How likely it ends the process at a step, or behind the last one.
    """

    linger = 0.0
    mortality = 0.0

    def __init__(self, connection: Connection, group: str, source: TopicPartition) -> None:
        super().__init__(connection, group, source)
        for step in STEPS:
            setattr(self._producer, step, self._staged(step, getattr(self._producer, step)))

    def _staged(self, step: str, go_on: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
        async def staged(*arguments: Any) -> None:
            self._reach(step)
            if step == STEPS[-1]:
                await asyncio.sleep(self.linger)
            await go_on(*arguments)
            if step == STEPS[-1]:
                self._reach("done")

        return staged

    def _reach(self, step: str) -> None:
        os.write(1, f"STEP {step}\n".encode())
        if random.random() < self.mortality:
            os._exit(9)


async def hidden_in(connection: Connection, topic: str) -> set[int]:
    """The partitions of which an open transaction hides something."""
    async with (
        AIOKafkaConsumer(topic, **connection.options(), isolation_level="read_committed") as visible,
        AIOKafkaConsumer(topic, **connection.options()) as all_there_is,
    ):
        tps = [TopicPartition(topic, partition) for partition in visible.partitions_for_topic(topic)]
        ends = await visible.end_offsets(tps), await all_there_is.end_offsets(tps)
        return {tp.partition for tp in tps if ends[0][tp] < ends[1][tp]}
