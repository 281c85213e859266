"""Owned state against Apache Kafka: chunks, timers, restarts."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

import pytest

from tests.integration.streams import topics
from tests.unit.wirekit.streams.fakes import CountingObserver
from wirekit.broker import EmbeddedKafka
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka import Connection, Outgoing, Record
from wirekit.streams import Effects, OwnedLane, OwnedState, Ownership, Watchdog


@pytest.fixture
async def plan(kafka: EmbeddedKafka, topic_prefix: str) -> Ownership:
    connection = Connection(kafka.bootstrap_servers)
    names = [topic_prefix + name for name in ("in", "out", "in.dlq")]
    await topics.create(connection, *names)
    await topics.create(connection, topic_prefix + "state", compacted=True)
    return Ownership(topic_prefix + "group", names[0], topic_prefix + "state", lambda _: "test.row.v1")


def fold(lane: OwnedLane, records: Sequence[Record]) -> Effects:
    """Each row is the list of its numbers; each number is put out with its place in the list; 13 is poison."""
    effects = Effects()
    rows: dict[bytes, list[int]] = {}
    for record in records:
        number = int(record.value or b"")
        if number == 13:
            effects.buried.append((record, InvalidMessage("unlucky")))
            continue
        row = rows.setdefault(record.key or b"", json.loads(lane.rows.get(record.key or b"", b"[]")))
        row.append(number)
        out = record.topic.removesuffix("in") + "out"
        effects.outputs.append(Outgoing(out, record.key or b"", b"%d:%d" % (number, len(row))))
    effects.rows = {key: json.dumps(row).encode() for key, row in rows.items()}
    return effects


@asynccontextmanager
async def running(state: OwnedState) -> AsyncIterator[None]:
    task = asyncio.create_task(state.run())
    try:
        yield
        if task.done():
            await task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def settled(state: OwnedState, rows: int) -> dict[bytes, bytes]:
    await topics.until(lambda: state.is_assigned and len(merged(state)) >= rows)
    return merged(state)


def merged(state: OwnedState) -> dict[bytes, bytes]:
    return {key: value for lane in state.lanes.values() for key, value in lane.rows.items()}


def folded(state: OwnedState) -> int:
    return sum(n >= 0 for row in merged(state).values() for n in json.loads(row))


async def test_rows_outputs_and_offset_survive_a_restart_and_poison_is_buried(
    kafka: EmbeddedKafka, plan: Ownership
) -> None:
    connection = Connection(kafka.bootstrap_servers)
    numbers = [(b"k%d" % (i % 5), b"%d" % i) for i in range(400)]
    await topics.fill(connection, [Outgoing(plan.source, *item) for item in numbers[:200]])
    first = OwnedState(connection, plan, fold)
    async with running(first):
        await topics.until(lambda: folded(first) >= 199)
    await topics.fill(connection, [Outgoing(plan.source, *item) for item in numbers[200:]])
    second = OwnedState(connection, plan, fold)
    async with running(second):
        await topics.until(lambda: folded(second) >= 399)
        rows = merged(second)
    wanted: dict[bytes, list[int]] = {}
    for key, value in numbers:
        if value != b"13":
            wanted.setdefault(key, []).append(int(value))
    outputs = [r.value or b"" for r in await topics.read(connection, plan.source.removesuffix("in") + "out")]
    letters = await topics.read(connection, plan.source + ".dlq")

    assert wanted == {key: json.loads(row) for key, row in rows.items()}
    assert sorted(outputs) == sorted(b"%d:%d" % (n, i + 1) for row in wanted.values() for i, n in enumerate(row))
    assert [letter.value for letter in letters] == [b"13"]


async def test_timers_write_between_chunks_and_see_every_chunk(kafka: EmbeddedKafka, plan: Ownership) -> None:
    connection = Connection(kafka.bootstrap_servers)

    def tick(lane: OwnedLane) -> Effects:
        return Effects(rows={key: json.dumps([*json.loads(row), -1]).encode() for key, row in lane.rows.items()})

    state = OwnedState(connection, plan, fold)
    async with running(state):
        await settled(state, 0)

        async def ticking() -> None:
            while True:
                await asyncio.gather(*(state.update(lane, tick) for lane in state.lanes.values()))
                await asyncio.sleep(0)

        timer = asyncio.create_task(ticking())
        await topics.fill(connection, [Outgoing(plan.source, b"k%d" % (i % 5), b"%d" % (100 + i)) for i in range(300)])
        await topics.until(lambda: folded(state) >= 300)
        timer.cancel()
        await asyncio.wait([timer])
    again = OwnedState(connection, plan, fold)
    async with running(again):
        restored = await settled(again, 5)

    assert merged(state) == {}
    assert sorted(n for row in restored.values() for n in json.loads(row) if n >= 0) == list(range(100, 400))
    assert any(-1 in json.loads(row) for row in restored.values())


async def test_a_lane_given_back_is_not_written(kafka: EmbeddedKafka, plan: Ownership) -> None:
    opened: list[OwnedLane] = []
    closed: list[int] = []
    state = OwnedState(Connection(kafka.bootstrap_servers), plan, fold, opened.append, closed.append)
    async with running(state):
        await settled(state, 0)
        lane = state.lanes[0]
        written = await state.update(lane, lambda _: Effects(rows={b"a": b"1"}))
        rows = dict(lane.rows)
    refused = await state.update(lane, lambda _: Effects(rows={b"a": b"2"}))

    assert (written, refused) == (True, False)
    assert rows == {b"a": b"1"} == dict(lane.rows)
    assert sorted(closed) == sorted(lane.partition for lane in opened) == [0, 1, 2, 3]


async def test_what_a_fold_raises_ends_the_run_with_nothing_committed(kafka: EmbeddedKafka, plan: Ownership) -> None:
    connection = Connection(kafka.bootstrap_servers)
    await topics.fill(connection, [Outgoing(plan.source, b"k", b"not a number")])

    with pytest.raises(ValueError, match="invalid literal"):
        await asyncio.wait_for(OwnedState(connection, plan, fold).run(), 30)

    assert await topics.read(connection, plan.state) == []


async def test_a_fold_that_cannot_go_on_yet_waits_at_its_record_while_the_rest_goes_on(
    kafka: EmbeddedKafka, plan: Ownership
) -> None:
    connection, is_there, observer = Connection(kafka.bootstrap_servers), False, CountingObserver()
    numbers = [(b"%d" % n, n % 2) for n in range(100, 160)]
    await topics.fill(connection, [Outgoing(plan.source, b"k%d" % p, v, (), p) for v, p in numbers])

    def waiting_fold(lane: OwnedLane, records: Sequence[Record]) -> Effects:
        if not is_there and any(record.value == b"121" for record in records):
            raise TemporaryFailure("121 is not to be understood yet")
        return fold(lane, records)

    state = OwnedState(connection, plan, waiting_fold, observer=observer)
    async with running(state):
        await topics.until(lambda: observer.counts["retried"] >= 4 and folded(state) >= 40)
        waiting = [lane for lane, _ in state.progress() if lane.partition == 1]
        before, waits = merged(state), waiting[0].waits
        stuck = Watchdog([state]).stuck(0.0)
        is_there = True
        await topics.until(lambda: folded(state) >= 60)
        rows = merged(state)
    outputs = [r.value or b"" for r in await topics.read(connection, plan.source.removesuffix("in") + "out")]

    assert json.loads(before[b"k0"]) == list(range(100, 160, 2))
    assert json.loads(before[b"k1"]) == list(range(101, 121, 2))
    assert json.loads(rows[b"k1"]) == list(range(101, 160, 2))
    assert sorted(outputs) == sorted(b"%d:%d" % (n, (n - 100) // 2 + 1) for n in range(100, 160))
    assert (waits >= 4, stuck) == (True, None)


async def test_a_fold_that_waits_gives_its_partition_back_like_any_other(kafka: EmbeddedKafka, plan: Ownership) -> None:
    connection, observer = Connection(kafka.bootstrap_servers), CountingObserver()
    await topics.fill(connection, [Outgoing(plan.source, b"k", b"100", (), 1)])

    def waiting_fold(lane: OwnedLane, records: Sequence[Record]) -> Effects:
        del lane, records
        raise TemporaryFailure("never here")

    first, second = OwnedState(connection, plan, waiting_fold, observer=observer), OwnedState(connection, plan, fold)
    async with running(first):
        await topics.until(lambda: observer.counts["retried"] >= 2)
        async with running(second):
            await topics.until(lambda: len(second.lanes) == len(first.lanes) == 2)
        await topics.until(lambda: len(first.lanes) == 4)
    heir = OwnedState(connection, plan, fold)
    async with running(heir):
        await topics.until(lambda: folded(heir) >= 1)
        rows = merged(heir)

    assert rows == {b"k": b"[100]"}


async def test_a_timer_that_cannot_decide_yet_tells_its_caller_and_ends_nothing(
    kafka: EmbeddedKafka, plan: Ownership
) -> None:
    state = OwnedState(Connection(kafka.bootstrap_servers), plan, fold)

    def decide(lane: OwnedLane) -> Effects:
        del lane
        raise TemporaryFailure("later")

    async with running(state):
        await settled(state, 0)
        with pytest.raises(TemporaryFailure, match="later"):
            await state.update(state.lanes[0], decide)
        written = await state.update(state.lanes[0], lambda _: Effects(rows={b"a": b"[1]"}))

    assert written


async def test_the_state_topic_carries_cloudevents(kafka: EmbeddedKafka, plan: Ownership) -> None:
    connection = Connection(kafka.bootstrap_servers)
    state = OwnedState(connection, plan, fold)
    async with running(state):
        await settled(state, 0)
        await state.update(state.lanes[2], lambda _: Effects(rows={b"a": b"{}", b"b": None}))
    records = await topics.read(connection, plan.state)

    assert [(r.partition, r.key, r.value) for r in records] == [(2, b"a", b"{}"), (2, b"b", None)]
    assert dict(records[0].headers)["ce_type"] == b"test.row.v1"
