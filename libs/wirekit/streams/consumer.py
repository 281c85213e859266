"""Reading as a member of a group, which hands out the records in batches."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError, NoOffsetForPartitionError, OffsetOutOfRangeError

from wirekit.contracts.topology import Group
from wirekit.kafka import Connection
from wirekit.kafka.denials import denied_as
from wirekit.kafka.insight import coordination_failure, position_of, stable_end
from wirekit.kafka.reading import READING, fetch, start, stop_consumer
from wirekit.kafka.records import Record
from wirekit.streams.lane import Batch, Lane, uncommitted
from wirekit.streams.pace import Pace
from wirekit.streams.watchdog import fatal_on_error

COMMIT_SECONDS = 1.0
SESSION_MS = 10_000
HEARTBEAT_MS = 2_000
REVOKE_SECONDS = 10.0  # budget to finish the work in hand before partitions are given back
# aiokafka leaves the group when nobody fetches for so long. Back-pressure must be able to last as long as an outage
# does, and progress is the watchdog's business, so: never (24 days).
NEVER_MS = 2**31 - 1

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Membership:
    """Who we are in a group, and what it reads.

    Attributes:
        instance_id: ``group.instance.id``, from the ordinal where there is one: a quick restart keeps its partitions.
    """

    group: str
    topics: tuple[str, ...]
    instance_id: str | None = None

    @classmethod
    def of(cls, group: Group, instance_id: str | None = None) -> Self:
        """A member of one of the groups of the topology."""
        return cls(group.name, group.topic_names, instance_id)

    def options(self) -> dict[str, Any]:
        """The keyword arguments of aiokafka's consumer."""
        return READING | {
            "group_id": self.group,
            "group_instance_id": self.instance_id,
            "session_timeout_ms": SESSION_MS,
            "heartbeat_interval_ms": HEARTBEAT_MS,
            "rebalance_timeout_ms": int(REVOKE_SECONDS * 2000),
            "max_poll_interval_ms": NEVER_MS,
            "auto_offset_reset": "none",  # `fetch_owned` sees to it, and counts what is lost
        }


class Subscription(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka publishes no types
    """One member of *membership*'s group, reading its topics. Make it on the event loop that it shall run on.

    Commits low watermarks only: a batch done behind an undone one is not committed. Before partitions are given back,
    the batches in hand get a budget to finish, and what is done is committed. Acknowledges nothing itself.
    """

    def __init__(self, connection: Connection, membership: Membership) -> None:
        self.pace = Pace()
        self._membership = membership
        self._lanes: dict[TopicPartition, Lane] = {}
        self._epoch = 0
        self._connection = connection
        self._consumer: Any = None

    @property
    def is_assigned(self) -> bool:
        """Whether the group has said which partitions are ours, and is not about to change its mind."""
        return self._epoch > 0 and all(lane.is_giving for lane in self._lanes.values())

    def progress(self) -> list[tuple[Lane, int]]:
        """The lanes that are ours, each with the end of what is committed in its log."""
        return [(lane, stable_end(self._consumer, tp)) for tp, lane in list(self._lanes.items())]

    def failure(self) -> Exception | None:
        """What ended the coordination with the group, unless it is well."""
        return coordination_failure(self._consumer)

    async def __aenter__(self) -> Self:
        self._consumer = AIOKafkaConsumer(**self._connection.options(), **self._membership.options())
        try:
            await start(self._consumer, self._membership.topics)
        except BaseException:
            await stop_consumer(self._consumer)
            raise
        self._consumer.subscribe(self._membership.topics, listener=self)
        self._committer = asyncio.create_task(self._keep_committing())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._committer.cancel()
        try:
            await commit(self._consumer, self._lanes)
        finally:
            for lane in self._lanes.values():
                lane.close()
            await stop_consumer(self._consumer)

    async def batches(self) -> AsyncIterator[Batch]:
        """Batches as large as ``pace`` says, as long as the caller asks; a KafkaError where Kafka refuses us."""
        while True:
            for lane, records in list(self._given(await fetch_owned(self._consumer, lambda: self._lanes))):
                for batch in self.pace.batches(lane, records):
                    yield batch

    def _given(self, fetched: dict[TopicPartition, list[Record]]) -> Iterator[tuple[Lane, list[Record]]]:
        """What may be handed out; the rest is put back, so that the next fetch finds it."""
        for tp, records in fetched.items():
            lane = self._lanes.get(tp)
            if lane and lane.is_giving:
                lane.fetched = records[-1].offset + 1
                yield lane, records
            else:
                with suppress(IllegalStateError):  # it is not even assigned to us any more
                    self._consumer.seek(tp, records[0].offset)

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        """Open a lane for each partition granted."""
        with fatal_on_error():
            self._epoch += 1
            self._lanes = {tp: Lane(tp.topic, tp.partition, self._epoch) for tp in assigned}
            log.info("partitions.assigned", group=self._membership.group, partitions=len(self._lanes))

    async def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        """Let the batches in hand finish within the budget, commit what is done, close the lanes."""
        del revoked  # rebalances are eager: it is always all of them
        with fatal_on_error():
            if not await drained(self._lanes.values()):
                log.warning("partitions.revoked_in_hand", group=self._membership.group)
            await commit(self._consumer, self._lanes)
            for lane in self._lanes.values():
                lane.close()

    async def _keep_committing(self) -> None:
        with fatal_on_error():
            while True:
                await asyncio.sleep(COMMIT_SECONDS)
                await commit(self._consumer, self._lanes)


async def fetch_owned(
    consumer: AIOKafkaConsumer, lanes: Callable[[], Mapping[TopicPartition, Lane]], most: int | None = None
) -> dict[TopicPartition, list[Record]]:
    """As `fetch`, for a member of a group: where its offset is not in the log, it reads on from the log's start."""
    try:
        return await fetch(consumer, most)
    except (NoOffsetForPartitionError, OffsetOutOfRangeError) as error:
        await start_over(consumer, error.args[0], lanes())
        return {}


async def start_over(
    consumer: AIOKafkaConsumer, place: TopicPartition | dict[TopicPartition, int], lanes: Mapping[TopicPartition, Lane]
) -> None:
    """Read a partition from the start of its log: nothing is committed there, or the log no longer has our offset.

    *place* is how aiokafka's errors name it, in the second case with the offset. What is lost is counted in the lane.
    """
    (tp, position), *_ = place.items() if isinstance(place, dict) else [(place, None)]
    with suppress(IllegalStateError), denied_as("READ"):  # taken from us meanwhile
        if position_of(consumer, tp) != position:
            return  # sought meanwhile
        await consumer.seek_to_beginning(tp)
        start = await consumer.position(tp)
        if position is not None:
            lost = max(0, start - position)  # less where the log itself began anew
            log.error("offset.out_of_range", topic=tp.topic, partition=tp.partition, was=position, now=start, lost=lost)
            if tp in lanes:
                lanes[tp].lost += lost


def rest(consumer: AIOKafkaConsumer, lanes: Mapping[TopicPartition, Lane]) -> None:
    """Let idle lanes take the consumer's own position: it passes transaction markers, which no record shows."""
    for tp, lane in lanes.items():
        if (position := position_of(consumer, tp)) is not None:
            lane.rest(position)


async def commit(consumer: AIOKafkaConsumer, lanes: Mapping[TopicPartition, Lane]) -> None:
    """Tell the group how far *lanes* are, the idle ones past the markers, so that outside lag tools reach 0."""
    rest(consumer, lanes)
    if news := uncommitted(lanes):
        try:
            with denied_as("READ"):
                await consumer.commit(news)
        except (CommitFailedError, IllegalStateError) as error:  # taken from us meanwhile: the next owner repeats
            log.warning("offsets.refused", topics=sorted({tp.topic for tp in news}), error=str(error))
        else:
            for tp, offset in news.items():
                lanes[tp].committed = offset


async def drained(lanes: Collection[Lane], seconds: float = REVOKE_SECONDS) -> bool:
    """Hand out no more and wait for what is in hand; False when that was not done within *seconds*."""
    for lane in lanes:
        lane.is_giving = False
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while any(lane.in_flight for lane in lanes):  # noqa: ASYNC110 - lanes are plain bookkeeping
                await asyncio.sleep(0.01)
    return not any(lane.in_flight for lane in lanes)
