"""A member of a consumer group, on plain aiokafka: hands out batches and commits what is done.

Commits low watermarks only: a batch done behind an undone one is not committed. Before a partition is given back, the
batches in hand get a budget to finish, and what is done is committed. Idle partitions commit the reader's own
position, which passes transaction markers, so that outside lag tools reach 0. Reads ``read_committed``. Never
acknowledges anything itself.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Protocol, Self

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError
from aiokafka.structs import ConsumerRecord

from wirekit.streams.fatal import fatal_on_error
from wirekit.streams.lane import Batch, Lane
from wirekit.streams.membership import (
    Membership,
    coordination_failure,
    drained,
    member_options,
    stable_end,
    to_records,
    topic_missing,
)
from wirekit.streams.records import Connection

COMMIT_SECONDS = 1.0
POLL_MS = 200
BATCH_RECORDS = 500

log = structlog.get_logger()


class BatchSource(Protocol):
    """Where batches come from. Enter it, iterate ``batches()``, acknowledge; on leaving it commits what is done."""

    async def __aenter__(self) -> Self:
        """Join the group."""
        ...

    async def __aexit__(self, *_: object) -> None:
        """Commit what is done and leave the group."""
        ...

    def batches(self) -> AsyncIterator[Batch]:
        """Batches as they come, in order within a lane; several may be in hand."""
        ...

    def progress(self) -> Iterable[tuple[Lane, int]]:
        """The lanes that are ours, each with the end of what is committed in its log."""
        ...


class Subscription(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka publishes no types
    """One member of *membership*'s group, reading its topics."""

    def __init__(self, connection: Connection, membership: Membership) -> None:
        self._connection = connection
        self._membership = membership
        self._lanes: dict[TopicPartition, Lane] = {}
        self._committed: dict[TopicPartition, int] = {}
        self._epoch = 0
        self._granted = False
        self._consumer: AIOKafkaConsumer | None = None
        self._committer: asyncio.Task[None] | None = None

    @property
    def is_assigned(self) -> bool:
        """Whether the group has said which partitions are ours, and is not about to change its mind."""
        return self._granted

    def progress(self) -> list[tuple[Lane, int]]:
        """The lanes that are ours, each with the end of what is committed in its log."""
        return [(lane, stable_end(self._reader, tp)) for tp, lane in self._lanes.items()]

    def failure(self) -> str | None:
        """What ended the coordination with the group, unless it is well."""
        return coordination_failure(self._consumer) if self._consumer else None

    async def __aenter__(self) -> Self:
        consumer = AIOKafkaConsumer(**self._connection.options(), **member_options(self._membership))
        consumer.subscribe(list(self._membership.topics), listener=self)
        self._consumer = consumer
        try:
            await consumer.start()
            self._require_topics()
        except BaseException:
            await consumer.stop()
            raise
        self._committer = asyncio.create_task(self._keep_committing())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._committer:
            self._committer.cancel()
        try:
            await self._commit()
        finally:
            self._close_lanes()
            await self._reader.stop()

    async def batches(self) -> AsyncIterator[Batch]:
        """Batches of up to 500 records, as long as the caller asks.

        Raises:
            aiokafka.errors.KafkaError: The group or the broker refuses us.
        """
        next_rest = 0.0
        while True:
            fetched = await self._reader.getmany(timeout_ms=POLL_MS)
            pieces = list(self._pieces(fetched))
            if time.monotonic() >= next_rest:
                await self._rest(fetched)
                next_rest = time.monotonic() + COMMIT_SECONDS
            for lane, records in pieces:
                if lane.is_giving:  # else the group took it while we were away; it is read again
                    yield lane.take(to_records(records))

    def _require_topics(self) -> None:
        for topic in self._membership.topics:
            if not self._reader.partitions_for_topic(topic):
                raise topic_missing(topic)

    def _pieces(
        self, fetched: Mapping[TopicPartition, list[ConsumerRecord]]
    ) -> Iterator[tuple[Lane, list[ConsumerRecord]]]:
        """Cut into batches; what we may not hand out is put back, so that the next reader of it finds it."""
        for tp, records in fetched.items():
            lane = self._lanes.get(tp)
            if lane is None or not lane.is_giving:
                with suppress(IllegalStateError):  # it is not even assigned to us any more
                    self._reader.seek(tp, records[0].offset)
                continue
            for start in range(0, len(records), BATCH_RECORDS):
                yield lane, records[start : start + BATCH_RECORDS]

    async def _rest(self, fetched: Mapping[TopicPartition, object]) -> None:
        """Lanes with nothing in hand and nothing just fetched take the reader's position."""
        for tp, lane in list(self._lanes.items()):
            if lane.in_flight or tp in fetched or self._reader.highwater(tp) is None:
                continue
            lane.rest(await self._reader.position(tp))

    # -- the group's callbacks; what they raise aiokafka would only log

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        """Open a lane for each partition granted."""
        with fatal_on_error():
            self._epoch += 1
            self._lanes = {tp: Lane(tp.topic, tp.partition, self._epoch) for tp in assigned}
            self._committed.clear()
            self._granted = True
            log.info(
                "partitions.assigned", group=self._membership.group, partitions=len(self._lanes), epoch=self._epoch
            )

    async def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        """Let the batches in hand finish within the budget, commit what is done, close the lanes."""
        del revoked  # rebalances are eager: it is always all of them
        with fatal_on_error():
            self._granted = False
            if not await drained(self._lanes.values(), self._membership.revoke_seconds):
                log.warning("partitions.revoked_in_hand", group=self._membership.group)
            await self._commit()
            self._close_lanes()

    def _close_lanes(self) -> None:
        for lane in self._lanes.values():
            lane.close()
        self._lanes = {}

    # -- commits

    async def _keep_committing(self) -> None:
        with fatal_on_error():
            while True:
                await asyncio.sleep(COMMIT_SECONDS)
                await self._commit()

    async def _commit(self) -> None:
        done = {tp: lane.watermark for tp, lane in self._lanes.items() if lane.watermark is not None}
        news = {tp: offset for tp, offset in done.items() if offset > self._committed.get(tp, -1)}
        if news:
            try:
                await self._reader.commit(news)
            except (CommitFailedError, IllegalStateError) as error:  # taken from us meanwhile: the next owner repeats
                log.warning("offsets.refused", group=self._membership.group, error=str(error))
            else:
                self._committed.update(news)

    @property
    def _reader(self) -> AIOKafkaConsumer:
        if self._consumer is None:
            raise RuntimeError("the subscription is not started: use it as an async context manager")
        return self._consumer
