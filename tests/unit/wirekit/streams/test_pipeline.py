"""The pipeline between a scripted source and a publisher that lists."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress

import pytest

from tests.polling import until
from tests.unit.wirekit.streams.fakes import CountingObserver, ListingPublisher, ScriptedSource, records
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka.records import Outgoing, Record
from wirekit.streams import pace, pipeline
from wirekit.streams.dead_letters import DeadLetters, LineStopped
from wirekit.streams.lane import Batch, Lane
from wirekit.streams.pipeline import IN_FLIGHT, Handler, Outcome, Pipeline


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "FIRST_WAIT_SECONDS", 0.001)
    monkeypatch.setattr(pipeline, "DRAIN_SECONDS", 0.1)
    monkeypatch.setattr(pace, "LONGEST_WAIT_SECONDS", 0.002)


async def copy(taken: Sequence[Record]) -> Sequence[Outcome]:
    return [[Outgoing("out", b"k", record.value)] for record in taken]


class Line:
    """A pipeline over *batches*, and what it did."""

    def __init__(self, *batches: Batch, handler: Handler = copy) -> None:
        self.source = ScriptedSource(*batches)
        self.publisher = ListingPublisher()
        self.observer = CountingObserver()
        self.pipeline = Pipeline(self.source, handler, self.publisher, DeadLetters("test"), self.observer)

    @property
    def values(self) -> list[bytes | None]:
        return [item.value for item in self.publisher.queued]

    async def run_until(self, condition: Callable[[], bool]) -> None:
        running = asyncio.create_task(self.pipeline.run())
        async with asyncio.timeout(5):
            while not condition() and not running.done():  # any condition
                await asyncio.sleep(0.001)
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def test_a_batch_is_acknowledged_when_its_outputs_are_confirmed_and_not_before() -> None:
    lane = Lane("in", 0)
    line = Line(lane.take(records(b"a", b"b")))
    line.publisher.confirm.clear()
    running = asyncio.create_task(line.pipeline.run())
    await until(lambda: line.values == [b"a", b"b"])
    before = lane.watermark
    line.publisher.confirm.set()
    await until(lambda: lane.watermark is not None)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running

    assert (before, lane.watermark) == (None, 2)
    assert line.source.is_left
    assert line.observer.counts == {"in": 2, "out": 2, "buried": 0}


async def test_a_slow_batch_holds_back_the_outputs_of_the_next_of_its_lane_only() -> None:
    slow, other = Lane("in", 0), Lane("in", 1)
    release = asyncio.Event()

    async def handler(taken: Sequence[Record]) -> Sequence[Outcome]:
        if taken[0].value == b"1":
            await release.wait()
        return await copy(taken)

    batches = slow.take(records(b"1")), slow.take(records(b"2", start=1)), other.take(records(b"x", partition=1))
    line = Line(*batches, handler=handler)
    running = asyncio.create_task(line.pipeline.run())
    await until(lambda: other.watermark is not None)
    before = list(line.values), slow.watermark
    release.set()
    await until(lambda: slow.watermark == 2)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running

    assert before == ([b"x"], None)
    assert line.values == [b"x", b"1", b"2"]


@pytest.mark.usefixtures("quick")
async def test_only_what_failed_for_now_is_tried_again_until_it_works() -> None:
    tried: list[list[bytes | None]] = []

    async def handler(taken: Sequence[Record]) -> Sequence[Outcome]:
        tried.append([record.value for record in taken])
        done = await copy(taken)
        return [
            TemporaryFailure("away") if r.value == b"b" and len(tried) < 5 else outcome
            for r, outcome in zip(taken, done, strict=True)
        ]

    lane = Lane("in", 0)
    line = Line(lane.take(records(b"a", b"b", b"c")), handler=handler)
    await line.run_until(lambda: lane.watermark == 3)

    assert tried == [[b"a", b"b", b"c"], [b"b"], [b"b"], [b"b"], [b"b"]]
    assert line.values == [b"a", b"b", b"c"]
    assert (line.observer.counts["retried"], line.observer.counts["buried"], lane.waits) == (4, 0, 4)


@pytest.mark.usefixtures("quick")
async def test_an_outage_waits_without_end_and_says_so() -> None:
    async def handler(_: Sequence[Record]) -> Sequence[Outcome]:
        raise TemporaryFailure("the database is away")

    lane = Lane("in", 0)
    line = Line(lane.take(records(b"a")), handler=handler)
    await line.run_until(lambda: lane.waits > 10)

    assert (line.values, lane.watermark) == ([], None)
    assert lane.waits > 10


@pytest.mark.usefixtures("quick")
async def test_a_lane_that_gets_no_slot_during_an_outage_waits_with_those_that_have_one() -> None:
    async def handler(_: Sequence[Record]) -> Sequence[Outcome]:
        raise TemporaryFailure("the database is away")

    busy, other = Lane("in", 0), Lane("in", 1)
    taken = [busy.take(records(b"a", start=at)) for at in range(IN_FLIGHT)]
    line = Line(*taken, other.take(records(b"x", partition=1)), handler=handler)
    await line.run_until(lambda: other.waits > 10)

    assert other.waits > 10


async def test_what_is_invalid_is_buried_in_its_place() -> None:
    async def handler(taken: Sequence[Record]) -> Sequence[Outcome]:
        return [
            InvalidMessage("poison") if r.value == b"b" else o for r, o in zip(taken, await copy(taken), strict=True)
        ]

    lane = Lane("in", 0)
    line = Line(lane.take(records(b"a", b"b", b"c")), handler=handler)
    await line.run_until(lambda: lane.watermark == 3)

    assert [(item.topic, item.value) for item in line.publisher.queued] == [
        ("out", b"a"),
        ("in.dlq", b"b"),
        ("out", b"c"),
    ]
    assert line.observer.counts == {"in": 3, "out": 2, "buried": 1}


async def test_an_output_too_large_for_its_topic_buries_the_record_with_all_its_outputs() -> None:
    async def handler(taken: Sequence[Record]) -> Sequence[Outcome]:
        return [[Outgoing("out", b"k", b"small"), Outgoing("out", b"k", b"v" * (5 << 20))] for _ in taken]

    lane = Lane("in", 0)
    line = Line(lane.take(records(b"a")), handler=handler)
    await line.run_until(lambda: lane.watermark == 1)

    assert [(item.topic, item.value) for item in line.publisher.queued] == [("in.dlq", b"a")]
    assert dict(line.publisher.queued[0].headers)["dlq.reason"] == b"output_too_large"


async def test_a_record_may_cause_nothing() -> None:
    async def handler(taken: Sequence[Record]) -> Sequence[Outcome]:
        return [() for _ in taken]

    lane = Lane("in", 0)
    line = Line(lane.take(records(b"a", b"b")), handler=handler)
    await line.run_until(lambda: lane.watermark == 2)

    assert (line.values, lane.watermark) == ([], 2)


async def test_a_lane_lost_meanwhile_is_neither_written_nor_acknowledged() -> None:
    lane = Lane("in", 0)

    async def handler(taken: Sequence[Record]) -> Sequence[Outcome]:
        lane.close()
        return await copy(taken)

    line = Line(lane.take(records(b"a")), handler=handler)
    await line.run_until(lambda: line.observer.counts["stale"] == 1)

    assert (line.values, lane.watermark, line.observer.counts["stale"]) == ([], None, 1)


async def test_what_a_handler_raises_ends_the_run_with_nothing_acknowledged() -> None:
    async def handler(taken: Sequence[Record]) -> Sequence[Outcome]:
        if taken[0].value == b"bad":
            raise KeyError("unexpected")
        return await copy(taken)

    lane = Lane("in", 0)
    line = Line(lane.take(records(b"bad")), lane.take(records(b"good", start=1)), handler=handler)

    with pytest.raises(KeyError, match="unexpected"):
        await asyncio.wait_for(line.pipeline.run(), 5)

    assert (line.values, lane.watermark) == ([], None)
    assert line.source.is_left


async def test_a_handler_that_loses_records_ends_the_run() -> None:
    async def handler(taken: Sequence[Record]) -> Sequence[Outcome]:
        return (await copy(taken))[1:]

    line = Line(Lane("in", 0).take(records(b"a", b"b")), handler=handler)

    with pytest.raises(ValueError, match="1 outcomes for 2 records"):
        await asyncio.wait_for(line.pipeline.run(), 5)


async def test_too_much_poison_stops_the_line_with_nothing_acknowledged() -> None:
    async def handler(taken: Sequence[Record]) -> Sequence[Outcome]:
        return [InvalidMessage("poison") for _ in taken]

    lane = Lane("in", 0)
    line = Line(lane.take(records(*[b"x"] * 51)), handler=handler)

    with pytest.raises(LineStopped):
        await asyncio.wait_for(line.pipeline.run(), 5)

    assert (line.values, lane.watermark) == ([], None)


async def test_a_stop_lets_batches_in_hand_finish() -> None:
    in_hand = asyncio.Event()

    async def handler(taken: Sequence[Record]) -> Sequence[Outcome]:
        in_hand.set()
        await asyncio.sleep(0.1)
        return await copy(taken)

    lane = Lane("in", 0)
    line = Line(lane.take(records(b"a")), handler=handler)
    running = asyncio.create_task(line.pipeline.run())
    await in_hand.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running

    assert (line.values, lane.watermark) == ([b"a"], 1)


async def test_no_more_batches_are_in_hand_than_there_are_slots() -> None:
    now = most = 0

    async def handler(taken: Sequence[Record]) -> Sequence[Outcome]:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.005)
        now -= 1
        return await copy(taken)

    lanes = [Lane("in", partition) for partition in range(9)]
    line = Line(*(lane.take(records(b"a", partition=lane.partition)) for lane in lanes), handler=handler)
    await line.run_until(lambda: len(line.values) == 9)

    assert most == IN_FLIGHT


async def test_progress_is_reported() -> None:
    lane = Lane("in", 0, epoch=1)
    line = Line(lane.take(records(b"a", b"b")))
    await line.run_until(lambda: line.observer.progress == {0: (0, 0)})

    assert line.observer.progress == {0: (0, 0)}
    assert line.observer.rebalances == 1


async def test_how_long_the_handler_takes_sets_the_size_of_the_next_batches() -> None:
    async def handler(taken: Sequence[Record]) -> Sequence[Outcome]:
        await asyncio.sleep(0.1)
        return await copy(taken)

    line = Line(Lane("in", 0).take(records(b"a")), handler=handler)
    await line.run_until(lambda: line.values == [b"a"])

    assert 1 <= line.source.pace.records <= 10
