"""The rows of one owned partition: how they are changed, and how they come back from their compacted topic.

Decides nothing: a :data:`Fold` or :data:`Decide` of the service does. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from aiokafka import TopicPartition

from wirekit.errors import InvalidMessage
from wirekit.kafka import Connection, until_answered
from wirekit.kafka.reading import ends_of, reader, records_until
from wirekit.kafka.records import Outgoing, Record


class OwnedLane:
    """One owned partition as folds and timers see it.

    Attributes:
        partition: Its number, the same in the source and in the state topic.
        rows: Every row by its key; read-only, changes by the effects that are written.
        position: The offset on the state topic up to which ``rows`` is the log.
    """

    def __init__(self, partition: int) -> None:
        self.partition = partition
        self.position = 0
        self._rows: dict[bytes, bytes] = {}
        self.rows: Mapping[bytes, bytes] = MappingProxyType(self._rows)

    def apply(self, key: bytes, value: bytes | None) -> None:
        """Take over what stands on the state topic; a value of None deletes."""
        if value is None:
            self._rows.pop(key, None)
        else:
            self._rows[key] = value

    def start_over(self, offset: int) -> None:
        """The log before *offset* is gone, and with it what we knew."""
        self._rows.clear()
        self.position = offset


@dataclass(frozen=True, slots=True)
class Ownership:
    """What is owned, and by which group.

    Attributes:
        source: The input topic.
        state: The compacted topic of the rows, with as many partitions as the source.
        row_type: The event type (``ce_type``) of the row with a given key.
        instance_id: ``group.instance.id``, from the ordinal where there is one.
        service: Who writes the rows; needed where the group is not named like it.
    """

    group: str
    source: str
    state: str
    row_type: Callable[[bytes], str]
    instance_id: str | None = None
    service: str = ""

    @property
    def writer(self) -> str:
        """The service that rows and dead letters name."""
        return self.service or self.group


@dataclass(slots=True)
class Effects:
    """What a chunk or a timer changes: whole new rows (None deletes), records for other topics, records to bury.

    *told* is called when all that is durable: only then may logs and metrics say so.
    """

    rows: dict[bytes, bytes | None] = field(default_factory=dict)
    outputs: list[Outgoing] = field(default_factory=list)
    buried: list[tuple[Record, InvalidMessage]] = field(default_factory=list)
    told: Callable[[], None] | None = None


Fold = Callable[[OwnedLane, Sequence[Record]], Effects]
"""Pure: the records of a chunk, in offset order, over the rows of their lane."""

Decide = Callable[[OwnedLane], Effects]
"""Pure: what to change, from the rows as they are."""

Update = Callable[[OwnedLane, Decide], Awaitable[bool]]
"""Write what a decision changes in a lane, without input; False where the lane is no longer ours."""


async def restore(connection: Connection, topic: str, lanes: Collection[OwnedLane]) -> int:
    """Bring *lanes* from their positions to the end of *topic*; how many records that took."""
    count, owned = 0, {lane.partition: (lane, TopicPartition(topic, lane.partition)) for lane in lanes}
    if not owned:
        return 0
    async with reader(connection, topic, partitions=[tp for _, tp in owned.values()]) as consumer:
        first = await until_answered(lambda: consumer.beginning_offsets(consumer.assignment()))
        ends = await ends_of(consumer)
        for lane, tp in owned.values():
            if lane.position < first[tp]:
                lane.start_over(first[tp])
            consumer.seek(tp, lane.position)
        async for record in records_until(consumer, ends):
            count += 1
            owned[record.partition][0].apply(record.key or b"", record.value)
        for lane, tp in owned.values():
            lane.position = await consumer.position(tp)
    return count
