"""How far consumer groups have come, by what they have committed. Joins none, commits nothing."""

from __future__ import annotations

from typing import Self

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupCoordinatorNotAvailableError

from wirekit.kafka.connection import Connection
from wirekit.kafka.reaching import until_answered


class GroupOffsets:
    """An async context manager; whatever is asked waits for a Kafka that is away."""

    def __init__(self, connection: Connection) -> None:
        self._admin = AIOKafkaAdminClient(**connection.options())

    async def __aenter__(self) -> Self:
        await until_answered(self._admin.start)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._admin.close()

    async def of(self, group: str) -> dict[TopicPartition, int]:
        """The next offset of *group* in each partition where it committed one; nothing where there is no such group.

        Raises:
            KafkaError: Kafka answered that it will not say, now or later.
        """
        return await until_answered(lambda: self._committed(group))

    async def _committed(self, group: str) -> dict[TopicPartition, int]:
        try:
            found = await self._admin.list_consumer_group_offsets(group)
        except GroupCoordinatorNotAvailableError:  # no group has ever been here
            return {}
        return {tp: max(0, place.offset) for tp, place in found.items()}
