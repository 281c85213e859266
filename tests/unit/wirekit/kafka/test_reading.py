"""Reading up to given ends, and stopping, over scripted consumers; against Apache Kafka in the integration tests."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from aiokafka import TopicPartition
from aiokafka.structs import ConsumerRecord

from wirekit.kafka import Record, records_until, stop_consumer

FIRST, SECOND = TopicPartition("news", 0), TopicPartition("news", 1)


class ScriptedConsumer:
    """Each fetch brings the offsets of the next line of the script, and leaves the positions as the line says."""

    def __init__(self, *script: Mapping[TopicPartition, tuple[Sequence[int], int]]) -> None:
        self._script = list(script)
        self._positions = {FIRST: 0, SECOND: 0}

    async def position(self, tp: TopicPartition) -> int:
        return self._positions[tp]

    async def getmany(self, **_: object) -> dict[TopicPartition, list[ConsumerRecord]]:
        line = self._script.pop(0)
        self._positions.update({tp: position for tp, (_, position) in line.items()})
        return {tp: [a_fetched(tp, offset) for offset in offsets] for tp, (offsets, _) in line.items() if offsets}


def a_fetched(tp: TopicPartition, offset: int) -> ConsumerRecord:
    return ConsumerRecord(tp.topic, tp.partition, offset, 0, 0, b"k", b"v", None, 1, 1, ())


async def read(consumer: ScriptedConsumer, ends: Mapping[TopicPartition, int]) -> list[tuple[int, int]]:
    records: list[Record] = [record async for record in records_until(consumer, ends)]
    return [(record.partition, record.offset) for record in records]


async def test_reading_ends_when_the_last_partition_is_read_to_its_end() -> None:
    consumer = ScriptedConsumer({FIRST: ([0, 1], 2)}, {}, {SECOND: ([0], 1)})

    assert await read(consumer, {FIRST: 2, SECOND: 1}) == [(0, 0), (0, 1), (1, 0)]


async def test_a_marker_behind_the_last_record_is_waited_for_though_no_record_shows_it() -> None:
    consumer = ScriptedConsumer({FIRST: ([0, 1], 2)}, {FIRST: ([], 3)})

    assert await read(consumer, {FIRST: 3}) == [(0, 0), (0, 1)]


async def test_what_the_last_fetch_brings_beyond_the_end_is_not_withheld() -> None:
    consumer = ScriptedConsumer({FIRST: ([0, 1, 2], 3)})

    assert await read(consumer, {FIRST: 2}) == [(0, 0), (0, 1), (0, 2)]


async def test_nothing_is_fetched_where_there_is_nothing_to_read() -> None:
    assert await read(ScriptedConsumer(), {FIRST: 0, SECOND: 0}) == []


class BrokenOff:
    """A consumer as aiokafka leaves it where a fetch has just failed: its stop ends as if it had been cancelled."""

    def __init__(self) -> None:
        self._client = Client()

    async def stop(self) -> None:
        raise asyncio.CancelledError


class Client:
    """What holds the connections."""

    is_closed = False

    async def close(self) -> None:
        self.is_closed = True


async def test_a_stop_that_aiokafka_breaks_off_is_gone_on_with_and_is_not_taken_for_ours() -> None:
    consumer = BrokenOff()

    await stop_consumer(consumer)

    assert consumer._client.is_closed
