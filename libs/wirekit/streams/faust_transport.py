"""Faust's driver for Kafka, one event per chunk of a partition instead of one per record: ``wirewatch://host:port``.

Found by Faust through the entry point ``faust.transports``. What it changes of the stock driver: it reads
``read_committed``, it commits the watermarks of our lanes, and before partitions go it lets the batches in hand
finish and commits what is done (the stock driver forgets acknowledgements before it commits, faust issue 502). It
neither acknowledges nor counts gaps per record. Every private name used here is held by
``tests/unit/wirekit/streams/test_faust_names.py``.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any, cast

from aiokafka.structs import ConsumerRecord
from faust.transport.drivers import aiokafka as stock
from faust.types import TP, ConsumerMessage

from wirekit.streams.fatal import fatal_on_error
from wirekit.streams.lane import Lane
from wirekit.streams.membership import coordination_failure, drained

CHUNK_RECORDS = 500


class _Thread(stock.AIOKafkaConsumerThread):
    def _create_worker_consumer(self, transport: Any) -> Any:
        consumer = super()._create_worker_consumer(transport)
        consumer._isolation_level = "read_committed"  # noqa: SLF001  # Faust ties the setting to its exactly_once
        return consumer


class Consumer(stock.Consumer):
    """Faust's consumer, with lanes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lanes: dict[TP, Lane] = {}
        self._fetched: dict[TP, int] = {}  # where the last chunk of a lane ends, handed out or not
        self._recorded: dict[TP, int] = {}
        self._turn = 0  # grows with each seek and revocation: what was fetched across one is void
        self._seeking = asyncio.Lock()
        self._committing = asyncio.Lock()

    def _new_consumer_thread(self) -> _Thread:
        return _Thread(self, loop=self.loop, beacon=self.beacon)

    def progress(self) -> list[tuple[Lane, int]]:
        """The lanes that are ours, each with the end of what is committed in its log, as last seen."""
        return [(lane, getattr(self._state(tp), "lso", None) or 0) for tp, lane in list(self._lanes.items())]

    def failure(self) -> str | None:
        """Faust never asks aiokafka whether its coordination with the group still lives."""
        consumer = self._thread._consumer  # noqa: SLF001
        return coordination_failure(consumer) if consumer else None

    async def getmany(self, timeout: float) -> AsyncIterator[tuple[TP, ConsumerMessage]]:  # noqa: ASYNC109  # Faust's
        """Yield a message per chunk; its value is the lane and aiokafka's records."""
        turn = self._turn
        fetched, _ = await self._wait_next_records(timeout)
        if not self.flow_active or self.should_stop:
            return  # Faust seeks to what is committed before it lets the flow go on
        if turn != self._turn:
            await self.perform_seek()
            return
        for tp, lane in self._lanes.items():
            if tp not in (fetched or ()):
                self._rest(tp, lane)
        for tp, records in (fetched or {}).items():
            self._fetched[tp] = records[-1].offset + 1
            for start in range(0, len(records), CHUNK_RECORDS):
                if turn != self._turn:
                    return
                self._read_offset[tp] = None  # else Faust drops what is read again after a seek
                yield tp, self._message(tp, records[start : start + CHUNK_RECORDS])

    def _message(self, tp: TP, records: list[ConsumerRecord]) -> ConsumerMessage:
        last, value = records[-1], cast("bytes", (self._lanes[tp], records))  # passed on untouched
        place = (last.topic, last.partition, last.offset, last.timestamp / 1000, last.timestamp_type)
        return ConsumerMessage(*place, None, None, value, None, 0, 0, tp, generation_id=self.app.consumer_generation_id)

    def _rest(self, tp: TP, lane: Lane) -> None:
        state = self._state(tp)
        if state and state.has_valid_position and (lane.position or -1) >= self._fetched.get(tp, -1):
            lane.rest(state.position)

    def _state(self, tp: TP) -> Any:
        """What aiokafka knows of a partition: its position passes transaction markers, which no message shows."""
        subscription = self._thread._ensure_consumer()._subscription.subscription  # noqa: SLF001
        return subscription.assignment.state_value(tp) if subscription and subscription.assignment else None

    async def perform_seek(self) -> None:
        """Read on from what is committed, in new lanes."""
        async with self._seeking:
            self._close_lanes()
            await super().perform_seek()
            self._close_lanes()
            self._lanes = {tp: Lane(tp.topic, tp.partition, self._turn) for tp in self.assignment()}

    async def seek_to_committed(self) -> Mapping[TP, int]:
        """Like the stock one, which leaves a partition where it is as long as nothing is committed there."""
        committed: Mapping[TP, int] = await super().seek_to_committed()
        if fresh := [tp for tp, offset in committed.items() if not offset]:
            await self._thread.seek_to_beginning(*fresh)
        return committed

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        """Let the batches in hand finish within the budget, commit what is done, then go the stock way."""
        with fatal_on_error():
            self._turn += 1
            self.stop_flow()
            await self.wait_empty()
            self._close_lanes()
        await super().on_partitions_revoked(revoked)

    async def wait_empty(self) -> None:
        """Also Faust's own way to stop."""
        await drained(self._lanes.values(), self.app.conf.broker_rebalance_timeout / 2)
        await self.commit()

    async def commit(self, *_: Any, **__: Any) -> bool:
        """Commit the watermarks that moved. Faust's timer calls this too."""
        async with self._committing:
            done = {tp: lane.watermark for tp, lane in self._lanes.items() if lane.watermark is not None}
            news = {tp: offset for tp, offset in done.items() if offset > self._recorded.get(tp, -1)}
            if not news or not await self._commit(news):
                return False
            self._recorded |= news
            return True

    def _close_lanes(self) -> None:
        self._turn += 1
        for lane in self._lanes.values():
            lane.close()
        self._lanes, self._fetched, self._recorded = {}, {}, {}

    def on_buffer_full(self, tp: TP) -> None:
        """A full queue already blocks the reader; the stock way stops fetching for a second."""

    def verify_event_path(self, now: float, tp: TP) -> None:
        """The watchdog sees standstill; the stock detector misreads our batches."""


class Transport(stock.Transport):
    """What Faust loads for the scheme ``wirewatch``."""

    Consumer = Consumer
