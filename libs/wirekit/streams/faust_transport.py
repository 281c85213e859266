"""Faust's driver for Kafka with one event per chunk of a partition instead of one per record: ``wirewatch://host:port``.

It reads ``read_committed``, commits the watermarks of our lanes, and before a revoke lets batches in hand finish and
commits what is done (the stock driver forgets, faust issue 502). ``test_faust_names.py`` holds the private names.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from typing import Any, cast

from aiokafka.errors import NoOffsetForPartitionError, OffsetOutOfRangeError
from faust.transport.drivers import aiokafka as stock
from faust.types import TP, ConsumerMessage

from wirekit.kafka import until_answered
from wirekit.kafka.headers import read_any_header_names
from wirekit.kafka.reading import READING, refuse_missing
from wirekit.streams.consumer import drained, rest, start_over
from wirekit.streams.lane import Lane, uncommitted
from wirekit.streams.pace import MOST_RECORDS
from wirekit.streams.watchdog import fatal_on_error


class _Thread(stock.AIOKafkaConsumerThread):
    def _create_worker_consumer(self, transport: Any) -> Any:
        read_any_header_names()
        consumer = super()._create_worker_consumer(transport)
        consumer._isolation_level = "read_committed"  # noqa: SLF001 - Faust ties the setting to its exactly_once
        consumer._auto_offset_reset = "none"  # noqa: SLF001 - to Faust that is no setting
        consumer._fetch_max_wait_ms = READING["fetch_max_wait_ms"]  # noqa: SLF001 - Faust's 1.5 s hold up others
        return consumer

    async def on_start(self) -> None:
        """Start, when Kafka answers; told to stop, wait no longer."""
        self._consumer = self._create_consumer(loop=self.thread_loop)
        self.time_started = time.monotonic()
        await self.wait(until_answered(self._consumer.start))

    async def subscribe(self, topics: Iterable[str]) -> None:
        """Subscribe, unless a topic is missing: Faust would wait for it."""
        await self.call_thread(refuse_missing, self._ensure_consumer(), set(topics))
        await super().subscribe(topics)


class Consumer(stock.Consumer):
    """Faust's consumer, with lanes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lanes: dict[TP, Lane] = {}
        self.turn = 0  # grows with each seek and revocation: what was fetched across one is void
        self._has_dropped = False
        self._seeking, self._committing = asyncio.Lock(), asyncio.Lock()
        # The first would stop fetching for a second where a full queue blocks anyway; the second misreads our chunks.
        self.on_buffer_full = self.verify_event_path = lambda *_: None  # type: ignore[assignment,method-assign]

    def _new_consumer_thread(self) -> _Thread:
        return _Thread(self, loop=self.loop, beacon=self.beacon)

    async def getmany(self, timeout: float) -> AsyncIterator[tuple[TP, ConsumerMessage]]:  # noqa: ASYNC109 - Faust's
        """Yield a message per chunk; its value is the lane and aiokafka's records."""
        turn = self.turn
        try:
            fetched, _ = await self._wait_next_records(timeout)
        except (NoOffsetForPartitionError, OffsetOutOfRangeError) as error:
            thread = self._thread
            await thread.call_thread(start_over, thread._consumer, error.args[0], self.lanes)  # noqa: SLF001 - Faust's
            return
        if not self.flow_active or self.should_stop:
            self._has_dropped |= bool(fetched)  # Faust seeks before it lets the flow go on, perhaps before this fetch
            return
        if turn != self.turn or self._has_dropped:
            self._has_dropped = False
            await self.perform_seek()
            return
        lanes = self.lanes  # a seek may replace them while we yield
        for tp, records in (fetched or {}).items():
            lanes[tp].fetched = records[-1].offset + 1
        rest(self._thread._consumer, lanes)  # noqa: SLF001 - Faust's
        for tp, records in (fetched or {}).items():
            for start in range(0, len(records), MOST_RECORDS):
                self._read_offset[tp] = None  # else Faust drops what is read again after a seek
                chunk = records[start : start + MOST_RECORDS]
                last, value = chunk[-1], cast("bytes", (lanes[tp], chunk))  # passed on untouched
                place = last.topic, last.partition, last.offset, last.timestamp / 1000, last.timestamp_type
                generation = self.app.consumer_generation_id
                yield tp, ConsumerMessage(*place, None, None, value, None, tp=tp, generation_id=generation)

    async def perform_seek(self) -> None:
        """Read on from what is committed, in new lanes."""
        async with self._seeking:
            self.close_lanes()
            await super().perform_seek()
            self.close_lanes()
            self.lanes = {tp: Lane(tp.topic, tp.partition, self.turn) for tp in self.assignment()}

    async def seek_to_committed(self) -> Mapping[TP, int]:
        """Like the stock one, which fails without a partition, and leaves one alone with nothing above 0 committed."""
        if not self.assignment():
            return {}
        committed: Mapping[TP, int | None] = await super().seek_to_committed()
        if fresh := [tp for tp, offset in committed.items() if offset is None]:
            await self._thread.seek_to_beginning(*fresh)
        await self._thread.seek_wait({tp: 0 for tp, offset in committed.items() if offset == 0})
        return cast("Mapping[TP, int]", committed)

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        """Let the batches in hand finish within the budget, commit what is done, then go the stock way."""
        with fatal_on_error():
            self.stop_flow()
            await self.wait_empty()
            self.close_lanes()
        await super().on_partitions_revoked(revoked)

    async def wait_empty(self) -> None:
        """Finish what is in hand; Faust stops this way, too."""
        await drained(self.lanes.values())
        await self.commit()

    async def commit(self, *_: Any, **__: Any) -> bool:
        """Commit the watermarks that moved. Faust's timer calls this."""
        async with self._committing:
            lanes, news = self.lanes, uncommitted(self.lanes)
            is_done = bool(news) and await self._commit(news)
            for tp in news if is_done else ():
                lanes[tp].committed = news[tp]
            return is_done

    def close_lanes(self) -> None:
        """Nothing in hand can be acknowledged any more."""
        self.turn += 1
        for lane in self.lanes.values():
            lane.close()
        self.lanes = {}


class Producer(stock.Producer):
    """Faust's producer, without one: what we write takes our own way, and confirmed."""

    async def on_start(self) -> None:
        """Connect to nothing."""


class Transport(stock.Transport):
    """What Faust loads for the scheme ``wirewatch``."""

    Consumer = Consumer
    Producer = Producer
