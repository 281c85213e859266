"""Reading with aiokafka: as a member of a group that hands out batches, or without a group."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, Self

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError
from aiokafka.structs import ConsumerRecord

from wirekit.errors import ConfigError
from wirekit.streams.lane import Batch, Lane, uncommitted
from wirekit.streams.records import Connection, Record
from wirekit.streams.watchdog import fatal_on_error

BATCH_RECORDS = 500
COMMIT_SECONDS = 1.0
SESSION_MS = 10_000
HEARTBEAT_MS = 2_000
REVOKE_SECONDS = 10.0  # budget to finish the work in hand before partitions are given back
# aiokafka leaves the group when nobody fetches for so long. Back-pressure must be able to last as long as an outage
# does, and progress is the watchdog's business, so: never (24 days).
NEVER_MS = 2**31 - 1

_OPTIONS: dict[str, Any] = {
    "enable_auto_commit": False,
    "auto_offset_reset": "earliest",
    "isolation_level": "read_committed",
    "fetch_max_wait_ms": 100,
}

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

    def options(self) -> dict[str, Any]:
        """The keyword arguments of aiokafka's consumer."""
        return _OPTIONS | {
            "group_id": self.group,
            "group_instance_id": self.instance_id,
            "session_timeout_ms": SESSION_MS,
            "heartbeat_interval_ms": HEARTBEAT_MS,
            "rebalance_timeout_ms": int(REVOKE_SECONDS * 2000),
            "max_poll_interval_ms": NEVER_MS,
        }


class Subscription(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka publishes no types
    """One member of *membership*'s group, reading its topics. Make it on the event loop that it shall run on.

    Commits low watermarks only: a batch done behind an undone one is not committed. Before partitions are given back,
    the batches in hand get a budget to finish, and what is done is committed. Acknowledges nothing itself.
    """

    def __init__(self, connection: Connection, membership: Membership) -> None:
        self._membership = membership
        self._lanes: dict[TopicPartition, Lane] = {}
        self._epoch = 0
        self._consumer = AIOKafkaConsumer(**connection.options(), **membership.options())

    @property
    def is_assigned(self) -> bool:
        """Whether the group has said which partitions are ours, and is not about to change its mind."""
        return self._epoch > 0 and all(lane.is_giving for lane in self._lanes.values())

    def progress(self) -> list[tuple[Lane, int]]:
        """The lanes that are ours, each with the end of what is committed in its log."""
        return [(lane, stable_end(self._consumer, tp)) for tp, lane in list(self._lanes.items())]

    def failure(self) -> str | None:
        """What ended the coordination with the group, unless it is well."""
        return coordination_failure(self._consumer)

    async def __aenter__(self) -> Self:
        try:
            await start(self._consumer, self._membership.topics)
        except BaseException:
            await self._consumer.stop()
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
            await self._consumer.stop()

    async def batches(self) -> AsyncIterator[Batch]:
        """Batches of up to 500 records, as long as the caller asks; a KafkaError where Kafka refuses us."""
        while True:
            for lane, records in list(self._pieces(await fetch(self._consumer))):
                if lane.is_giving:  # else the group took it while the caller was busy; it is read again
                    yield lane.take(records)

    def _pieces(self, fetched: dict[TopicPartition, list[Record]]) -> Iterator[tuple[Lane, list[Record]]]:
        """Cut into batches; what may not be handed out is put back, so that the next fetch finds it."""
        for tp, records in fetched.items():
            lane = self._lanes.get(tp)
            if lane is None or not lane.is_giving:
                with suppress(IllegalStateError):  # it is not even assigned to us any more
                    self._consumer.seek(tp, records[0].offset)
                continue
            lane.fetched = records[-1].offset + 1
            for start in range(0, len(records), BATCH_RECORDS):
                yield lane, records[start : start + BATCH_RECORDS]

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


@asynccontextmanager
async def reader(
    connection: Connection, *topics: str, partitions: Collection[TopicPartition] = ()
) -> AsyncIterator[AIOKafkaConsumer]:
    """A started consumer without a group: *partitions*, or all of *topics*, from the beginning, ``read_committed``.

    One or the other: to name neither is a TypeError.
    """
    # Whole topics are read at a start: few large answers instead of many.
    consumer = AIOKafkaConsumer(**connection.options(), **_OPTIONS, max_partition_fetch_bytes=4 * 1024 * 1024)
    try:
        await start(consumer, topics)
        if partitions:
            consumer.assign(partitions)
        else:
            consumer.subscribe(topics)
        while not consumer.assignment():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)
        yield consumer
    finally:
        await consumer.stop()


async def start(consumer: AIOKafkaConsumer, topics: Collection[str]) -> None:
    """Start; ConfigError where one of *topics* is missing: our brokers create none, and aiokafka would wait for it."""
    await consumer.start()
    if missing := sorted(set(topics) - await consumer.topics()):
        names = " and ".join(missing)
        raise ConfigError(f"the topic {names} does not exist, or we may not see it: `wirewatch topics create` makes it")


async def fetch(consumer: AIOKafkaConsumer, most: int | None = None) -> dict[TopicPartition, list[Record]]:
    """What there is, by partition; after a fifth of a second nothing."""
    fetched = await consumer.getmany(timeout_ms=200, max_records=most)
    return {tp: to_records(records) for tp, records in fetched.items()}


def to_records(records: Iterable[ConsumerRecord]) -> list[Record]:
    """The same records as our values."""
    make = Record._make  # half the cost of a call by fields
    return [make((r.topic, r.partition, r.offset, r.key, r.value, r.headers, r.timestamp)) for r in records]


def stable_end(consumer: AIOKafkaConsumer, tp: TopicPartition) -> int:
    """The end of what is committed on *tp* as last seen, beyond which nothing can be read yet; 0 while unknown."""
    with suppress(IllegalStateError):  # no longer assigned
        return consumer.last_stable_offset(tp) or 0
    return 0


def rest(consumer: AIOKafkaConsumer, lanes: Mapping[TopicPartition, Lane]) -> None:
    """Let idle lanes take the consumer's own position: it passes transaction markers, which no record shows."""
    subscription = consumer._subscription.subscription  # noqa: SLF001 - its position() may wait
    for tp, lane in lanes.items():
        state = subscription.assignment and subscription.assignment.state_value(tp)
        if state and state.has_valid_position:
            lane.rest(state.position)


async def commit(consumer: AIOKafkaConsumer, lanes: Mapping[TopicPartition, Lane]) -> None:
    """Tell the group how far *lanes* are, the idle ones past the markers, so that outside lag tools reach 0."""
    rest(consumer, lanes)
    if news := uncommitted(lanes):
        try:
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


def coordination_failure(consumer: AIOKafkaConsumer | None) -> str | None:
    """What ended the coordination of *consumer* with its group, where nobody fetches and would be told."""
    coordinator = consumer and consumer._coordinator  # noqa: SLF001 - no health of its own (aiokafka issue 604)
    if not coordinator:
        return None
    task = coordinator._coordination_task  # noqa: SLF001 - the same
    pending = coordinator._pending_exception  # noqa: SLF001 - the same
    ended = task.exception() if task.done() and not task.cancelled() else pending
    return f"the coordination with the group failed: {ended!r}" if ended else None
