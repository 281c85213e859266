"""One held partition: its rows follow the log; decide, write, take over, one at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka.records import Outgoing, Record
from wirekit.streams.dead_letters import DeadLetters
from wirekit.streams.lane import Lane
from wirekit.streams.publisher import FencedWriter
from wirekit.streams.rows import Effects, OwnedLane, Ownership
from wirekit.streams.tenure import Holding

PLAN = Ownership("keeper", "in", "state", lambda key: f"type.of.{key.decode()}")
LETTERS = DeadLetters("test")


class ListingWriter(FencedWriter):
    """Lists its transactions; offsets count up. *broken* makes it fail."""

    def __init__(self) -> None:
        self.transactions: list[tuple[list[Outgoing], int | None]] = []
        self.written = 0
        self.broken: Exception | None = None
        self.is_stopped = False

    async def write(self, outgoing: Sequence[Outgoing], upto: int | None) -> dict[tuple[str, int], int]:
        await asyncio.sleep(0)
        if self.broken:
            raise self.broken
        self.transactions.append((list(outgoing), upto))
        self.written += sum(item.topic == "state" for item in outgoing)
        return {("state", 2): self.written}

    async def stop(self) -> None:
        self.is_stopped = True


def held() -> tuple[Holding, ListingWriter]:
    writer = ListingWriter()
    return Holding(PLAN, OwnedLane(2), Lane("in", 2), writer), writer


def record(offset: int, value: bytes = b"v") -> Record:
    return Record("in", 2, offset, b"k", value)


async def test_rows_outputs_letters_and_offset_go_into_one_transaction() -> None:
    holding, writer = held()
    effects = Effects({b"a": b"1", b"b": None}, [Outgoing("out", b"k", b"o")], [(record(8), InvalidMessage("bad"))])
    await holding.write(lambda _: effects, LETTERS, [record(7), record(8)])
    (outgoing, upto) = writer.transactions[0]

    assert [(item.topic, item.key, item.value, item.partition) for item in outgoing] == [
        ("state", b"a", b"1", 2),
        ("state", b"b", None, 2),
        ("out", b"k", b"o", None),
        ("in.dlq", b"k", b"v", None),
    ]
    assert upto == 9
    assert (holding.lane.watermark, holding.lane.committed) == (9, 9)
    assert dict(holding.owned.rows) == {b"a": b"1"}
    assert holding.owned.position == 2


@pytest.mark.parametrize(("broken", "expected"), [(None, [1]), (RuntimeError("fenced"), [])])
async def test_what_is_to_be_told_is_told_once_it_is_durable(broken: Exception | None, expected: list[int]) -> None:
    holding, writer = held()
    writer.broken, told = broken, list[int]()
    effects = Effects({b"a": b"1"}, told=lambda: told.append(len(writer.transactions)))
    with suppress(RuntimeError):
        await holding.write(lambda _: effects, LETTERS)

    assert told == expected


async def test_the_id_of_a_row_is_stable_and_its_type_is_that_of_its_key() -> None:
    holding, writer = held()
    for _ in range(2):
        await holding.write(lambda _: Effects({b"a": b"1"}), LETTERS)
    first, second = (dict(outgoing[0].headers) for outgoing, _ in writer.transactions)

    assert (first["ce_type"], first["ce_source"]) == (b"type.of.a", b"/wirewatch/keeper")
    assert first["ce_id"] == second["ce_id"]


async def test_a_row_comes_from_the_service_of_its_group() -> None:
    writer = ListingWriter()
    holding = Holding(replace(PLAN, service="house"), OwnedLane(2), Lane("in", 2), writer)
    await holding.write(lambda _: Effects({b"a": b"1"}), LETTERS)
    ((outgoing, _),) = writer.transactions

    assert dict(outgoing[0].headers)["ce_source"] == b"/wirewatch/house"


async def test_a_timer_commits_no_offset() -> None:
    holding, writer = held()
    await holding.write(lambda _: Effects({b"a": b"1"}), LETTERS)

    assert writer.transactions[0][1] is None
    assert holding.lane.watermark is None


async def test_nothing_to_write_is_no_transaction_unless_input_was_read() -> None:
    holding, writer = held()
    await holding.write(lambda _: Effects(), LETTERS)
    await holding.write(lambda _: Effects(), LETTERS, [record(4)])

    assert writer.transactions == [([], 5)]


async def test_each_decision_sees_the_rows_of_the_one_before() -> None:
    holding, _ = held()

    def count(lane: OwnedLane) -> Effects:
        return Effects({b"n": b"%d" % (int(lane.rows.get(b"n", b"0")) + 1)})

    await asyncio.gather(*(holding.write(count, LETTERS) for _ in range(20)))

    assert holding.owned.rows[b"n"] == b"20"


async def test_a_released_lane_decides_and_writes_nothing() -> None:
    holding, writer = held()
    await holding.release()

    assert await holding.write(lambda _: pytest.fail("decided"), LETTERS) is None
    assert writer.transactions == []
    assert writer.is_stopped


async def test_after_an_error_nothing_is_written_any_more() -> None:
    holding, writer = held()
    writer.broken = RuntimeError("fenced")
    with pytest.raises(RuntimeError, match="fenced"):
        await holding.write(lambda _: Effects({b"a": b"1"}), LETTERS, [record(4)])
    writer.broken = None

    assert await holding.write(lambda _: Effects({b"a": b"2"}), LETTERS) is None
    assert (dict(holding.owned.rows), writer.transactions, holding.lane.watermark) == ({}, [], None)


async def test_a_decision_that_must_wait_leaves_everything_as_it_was() -> None:
    holding, writer = held()

    def decide(lane: OwnedLane) -> Effects:
        del lane
        raise TemporaryFailure("later")

    with pytest.raises(TemporaryFailure):
        await holding.write(decide, LETTERS, [record(4)])
    again = await holding.write(lambda _: Effects({b"a": b"2"}), LETTERS, [record(4)])

    assert again is not None
    assert [upto for _, upto in writer.transactions] == [5]


async def test_a_row_too_large_is_named_and_written_nowhere() -> None:
    holding, writer = held()

    with pytest.raises(ValueError, match=r"too large for state; its key is b'kim'"):
        await holding.write(lambda _: Effects({b"kim": b"x" * (5 << 20)}), LETTERS)

    assert writer.transactions == []


@given(st.lists(st.tuples(st.sampled_from([b"a", b"b", b"c"]), st.none() | st.binary(max_size=3))))
def test_rows_are_the_last_of_each_key(log: list[tuple[bytes, bytes | None]]) -> None:
    lane = OwnedLane(0)
    for key, value in log:
        lane.apply(key, value)

    assert dict(lane.rows) == {key: value for key, value in dict(log).items() if value is not None}


def test_starting_over_forgets() -> None:
    lane = OwnedLane(0)
    lane.apply(b"a", b"1")
    lane.start_over(9)

    assert (dict(lane.rows), lane.position) == ({}, 9)
