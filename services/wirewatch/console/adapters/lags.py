"""How far behind the consumer groups are, asked of Kafka at the moment that a page shows it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Self

from aiokafka import AIOKafkaConsumer

from wirekit.contracts.topology import GROUPS
from wirekit.kafka import Connection, GroupOffsets, stop_consumer, until_answered

ANSWER_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Lag:
    """Records of a topic that a group has not acknowledged."""

    group: str
    topic: str
    records: int


class GroupLags:
    """How far behind each consumer group is; an async context manager."""

    def __init__(self, connection: Connection) -> None:
        self._offsets = GroupOffsets(connection)
        self._consumer = AIOKafkaConsumer(**connection.options(), group_id=None, isolation_level="read_committed")

    async def __aenter__(self) -> Self:
        await self._offsets.__aenter__()
        await until_answered(self._consumer.start)
        return self

    async def __aexit__(self, *_: object) -> None:
        await stop_consumer(self._consumer)
        await self._offsets.__aexit__()

    async def lags(self) -> list[Lag] | None:
        """The lag of every group that has committed anything, by topic; None while Kafka does not answer."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                return [lag for group in GROUPS for lag in await self._lags_of(group.name)]
        except TimeoutError:
            return None

    async def _lags_of(self, group: str) -> list[Lag]:
        committed = await self._offsets.of(group)
        ends = await until_answered(lambda: self._consumer.end_offsets(list(committed))) if committed else {}
        by_topic: dict[str, int] = {}
        for tp, offset in committed.items():
            by_topic[tp.topic] = by_topic.get(tp.topic, 0) + max(0, ends[tp] - offset)
        return [Lag(group, topic, records) for topic, records in sorted(by_topic.items())]
