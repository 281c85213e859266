"""Reading with aiokafka: without a group, records as our values, and what a consumer does not say by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Iterable, Mapping
from contextlib import asynccontextmanager, suppress

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import IllegalStateError
from aiokafka.structs import ConsumerRecord

from wirekit.errors import ConfigError
from wirekit.streams.lane import Lane
from wirekit.streams.records import Connection, Record

POLL_MS = 200
BATCH_RECORDS = 500
# Whole topics are read at a start: few large answers instead of many.
FETCH_BYTES = 4 * 1024 * 1024


@asynccontextmanager
async def reader(
    connection: Connection, *topics: str, partitions: Collection[TopicPartition] = ()
) -> AsyncIterator[AIOKafkaConsumer]:
    """A started consumer without a group: *partitions*, or all of *topics*, from the beginning, ``read_committed``.

    One or the other: to name neither is a TypeError.
    """
    consumer = AIOKafkaConsumer(
        **connection.options(),
        group_id=None,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        isolation_level="read_committed",
        fetch_max_wait_ms=100,
        max_partition_fetch_bytes=FETCH_BYTES,
    )
    try:
        await consumer.start()
        await require(consumer, topics)
        if partitions:
            consumer.assign(partitions)
        else:
            consumer.subscribe(topics)
        while not consumer.assignment():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)
        yield consumer
    finally:
        await consumer.stop()


async def require(consumer: AIOKafkaConsumer, topics: Collection[str]) -> None:
    """Fail at once where one of *topics* is missing: our brokers create none, and aiokafka would wait for it."""
    if missing := sorted(set(topics) - await consumer.topics()):
        names = " and ".join(missing)
        raise ConfigError(f"the topic {names} does not exist, or we may not see it: `wirewatch topics create` makes it")


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


def coordination_failure(consumer: AIOKafkaConsumer | None) -> str | None:
    """What ended the coordination of *consumer* with its group, where nobody fetches and would be told."""
    coordinator = consumer and consumer._coordinator  # noqa: SLF001 - no health of its own (aiokafka issue 604)
    if not coordinator:
        return None
    task = coordinator._coordination_task  # noqa: SLF001 - the same
    pending = coordinator._pending_exception  # noqa: SLF001 - the same
    ended = task.exception() if task.done() and not task.cancelled() else pending
    return f"the coordination with the group failed: {ended!r}" if ended else None
