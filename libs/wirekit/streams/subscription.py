"""A member of a consumer group, on plain aiokafka: hands out batches and commits what is done.

Commits low watermarks only: a batch done behind an undone one is not committed. Before partitions are given back, the
batches in hand get a budget to finish, and what is done is committed. Idle partitions commit the reader's own position,
which passes transaction markers, so that outside lag tools reach 0. Never acknowledges anything itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Protocol, Self

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError
from aiokafka.structs import ConsumerRecord

from wirekit.streams.fatal import fatal_on_error
from wirekit.streams.lane import Batch, Lane, uncommitted
from wirekit.streams.membership import Membership, drained
from wirekit.streams.reader import BATCH_RECORDS, POLL_MS, coordination_failure, require, rest, stable_end, to_records
from wirekit.streams.records import Connection

COMMIT_SECONDS = 1.0

log = structlog.get_logger()


class BatchSource(Protocol):
    """Where batches come from; entering it joins a group, leaving it commits what is done and leaves the group."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(self, *_: object) -> None: ...

    def batches(self) -> AsyncIterator[Batch]:
        """Batches as they come, in order within a lane; several may be in hand."""
        ...

    def progress(self) -> Iterable[tuple[Lane, int]]:
        """The lanes that are ours, each with the end of what is committed in its log."""
        ...


class Subscription(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka publishes no types
    """One member of *membership*'s group, reading its topics. Make it on the event loop that it shall run on."""

    def __init__(self, connection: Connection, membership: Membership) -> None:
        self._membership = membership
        self._lanes: dict[TopicPartition, Lane] = {}
        self._epoch = 0
        self._consumer = AIOKafkaConsumer(**connection.options(), **membership.options())
        self._committer: asyncio.Task[None] | None = None

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
            await self._consumer.start()
            await require(self._consumer, self._membership.topics)
        except BaseException:
            await self._consumer.stop()
            raise
        self._consumer.subscribe(self._membership.topics, listener=self)
        self._committer = asyncio.create_task(self._keep_committing())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._committer:
            self._committer.cancel()
        try:
            await self._commit()
        finally:
            for lane in self._lanes.values():
                lane.close()
            await self._consumer.stop()

    async def batches(self) -> AsyncIterator[Batch]:
        """Batches of up to 500 records, as long as the caller asks; a KafkaError where Kafka refuses us."""
        while True:
            fetched = await self._consumer.getmany(timeout_ms=POLL_MS)
            for lane, records in list(self._pieces(fetched)):
                if lane.is_giving:  # else the group took it while the caller was busy; it is read again
                    yield lane.take(to_records(records))

    def _pieces(
        self, fetched: Mapping[TopicPartition, list[ConsumerRecord]]
    ) -> Iterator[tuple[Lane, list[ConsumerRecord]]]:
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

    # The group's callbacks; what they raise aiokafka would only log.

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        """Open a lane for each partition granted."""
        with fatal_on_error():
            self._epoch += 1
            self._lanes = {tp: Lane(tp.topic, tp.partition, self._epoch) for tp in assigned}
            log.info(
                "partitions.assigned", group=self._membership.group, partitions=len(self._lanes), epoch=self._epoch
            )

    async def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        """Let the batches in hand finish within the budget, commit what is done, close the lanes."""
        del revoked  # rebalances are eager: it is always all of them
        with fatal_on_error():
            if not await drained(self._lanes.values(), self._membership.revoke_seconds):
                log.warning("partitions.revoked_in_hand", group=self._membership.group)
            await self._commit()
            for lane in self._lanes.values():
                lane.close()

    async def _keep_committing(self) -> None:
        with fatal_on_error():
            while True:
                await asyncio.sleep(COMMIT_SECONDS)
                await self._commit()

    async def _commit(self) -> None:
        lanes = self._lanes
        rest(self._consumer, lanes)
        if news := uncommitted(lanes):
            try:
                await self._consumer.commit(news)
            except (CommitFailedError, IllegalStateError) as error:  # taken from us meanwhile: the next owner repeats
                log.warning("offsets.refused", group=self._membership.group, error=str(error))
            else:
                for tp, offset in news.items():
                    lanes[tp].committed = offset
