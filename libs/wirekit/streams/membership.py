"""How we sit in a consumer group: session, budgets, isolation; and the cut from aiokafka's records to ours."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import IllegalStateError
from aiokafka.structs import ConsumerRecord

from wirekit.errors import ConfigError
from wirekit.streams.lane import Lane
from wirekit.streams.records import Record

SESSION_MS = 10_000
HEARTBEAT_MS = 2_000

# aiokafka leaves the group when nobody fetches for so long. Back-pressure must be able to last as long as an outage
# does, and progress is the watchdog's business, so: never (24 days).
NEVER_MS = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Membership:
    """A seat in a consumer group.

    Attributes:
        topics: What the group reads.
        instance_id: ``group.instance.id``, from the ordinal where there is one: a quick restart keeps its partitions.
        revoke_seconds: Budget to finish the work in hand before partitions are given back.
    """

    group: str
    topics: tuple[str, ...]
    instance_id: str | None = None
    revoke_seconds: float = 10.0


READER_OPTIONS: dict[str, Any] = {
    "group_id": None,
    "enable_auto_commit": False,
    "auto_offset_reset": "earliest",
    "isolation_level": "read_committed",
    "fetch_max_wait_ms": 100,
    # Whole topics are read at a start: fewer, larger answers.
    "max_partition_fetch_bytes": 4 * 1024 * 1024,
}
"""aiokafka's consumer without a group."""


def member_options(membership: Membership) -> dict[str, Any]:
    """The keyword arguments of aiokafka's consumer for a member of a group."""
    return {
        "group_id": membership.group,
        "group_instance_id": membership.instance_id,
        "enable_auto_commit": False,
        "auto_offset_reset": "earliest",
        "isolation_level": "read_committed",
        "session_timeout_ms": SESSION_MS,
        "heartbeat_interval_ms": HEARTBEAT_MS,
        "rebalance_timeout_ms": int(membership.revoke_seconds * 2000),
        "max_poll_interval_ms": NEVER_MS,
        "fetch_max_wait_ms": 100,
    }


def topic_missing(topic: str) -> ConfigError:
    """What a reader raises for a topic that does not exist: our brokers create none by themselves."""
    return ConfigError(f"the topic {topic} does not exist: `wirewatch topics create` makes it")


def stable_end(consumer: AIOKafkaConsumer, tp: TopicPartition) -> int:
    """The end of what is committed on *tp* as last seen, beyond which nothing can be read yet; 0 while unknown."""
    with suppress(IllegalStateError):  # no longer assigned
        return consumer.last_stable_offset(tp) or 0
    return 0


def coordination_failure(consumer: AIOKafkaConsumer) -> str | None:
    """What ended the coordination of *consumer* with its group, where nobody fetches and would be told."""
    coordinator = consumer._coordinator  # noqa: SLF001  # aiokafka has no health of its own (its issue 604)
    if coordinator is None:  # not started
        return None
    task = coordinator._coordination_task  # noqa: SLF001
    if task.done() and not task.cancelled() and task.exception():
        return f"the coordination with the group ended: {task.exception()!r}"
    pending = coordinator._pending_exception  # noqa: SLF001
    return f"the coordination with the group failed: {pending!r}" if pending else None


async def drained(lanes: Collection[Lane], seconds: float) -> bool:
    """Wait for the batches in hand of *lanes*; False when they were not done within *seconds*."""
    for lane in lanes:
        lane.stop()
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while any(lane.in_flight for lane in lanes):  # noqa: ASYNC110  # lanes are plain bookkeeping
                await asyncio.sleep(0.01)
    return not any(lane.in_flight for lane in lanes)


def to_records(records: Iterable[ConsumerRecord]) -> list[Record]:
    """The same records as our values."""
    return [Record(r.topic, r.partition, r.offset, r.key, r.value, r.headers, r.timestamp) for r in records]
