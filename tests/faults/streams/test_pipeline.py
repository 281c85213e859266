"""The pipeline under faults from outside, over both sources of batches: nothing lost, repeats only after a kill."""

from __future__ import annotations

import asyncio
import random
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer

from tests.faults.streams.crowd import Crowd, crowd, without_repeats
from wirekit.broker import EmbeddedKafka

pytestmark = pytest.mark.faults
SOURCES = ("subscription", "faust")
SLOW_FAUST = ["subscription", pytest.param("faust", marks=pytest.mark.slow)]


@pytest.fixture
def workers(kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path) -> Iterator[Crowd]:
    with crowd("pipeline", kafka.bootstrap_servers, topic_prefix, tmp_path) as gathered:
        yield gathered


@pytest.mark.parametrize("source", SLOW_FAUST)
async def test_kill_9_loses_nothing_and_keeps_the_order(workers: Crowd, source: str, luck: random.Random) -> None:
    await workers.prepare()
    async with workers.fed():
        worker = workers.spawn("--source", source, "--instance", "a")
        for _ in range(2):
            await worker.busy()
            await asyncio.sleep(luck.uniform(0.2, 1.5))
            await worker.end(signal.SIGKILL)
            worker = workers.spawn("--source", source, "--instance", "a")
        await worker.busy()
    wanted, found = await workers.outcome()
    most = max(Counter(value for values in found.values() for value in values).values())

    assert without_repeats(found) == wanted
    assert most <= 3  # a kill repeats a record once


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES)
async def test_five_orderly_stops_lose_and_repeat_nothing(workers: Crowd, source: str, luck: random.Random) -> None:
    await workers.prepare()
    codes = []
    async with workers.fed():
        for _ in range(5):
            worker = workers.spawn("--source", source)
            await worker.busy()
            await asyncio.sleep(luck.uniform(0, 1))
            codes.append(await worker.end(signal.SIGTERM))
    workers.spawn("--source", source)
    wanted, found = await workers.outcome()

    assert found == wanted
    assert codes == [0] * 5


@pytest.mark.parametrize("source", SLOW_FAUST)
async def test_orderly_stops_and_scaling_lose_and_repeat_nothing(
    workers: Crowd, source: str, luck: random.Random
) -> None:
    await workers.prepare()
    async with workers.fed():
        first = workers.spawn("--source", source)
        await first.busy(2)
        second = workers.spawn("--source", source)
        await second.busy(2)
        await asyncio.sleep(luck.uniform(0.2, 1))
        codes = [await first.end(signal.SIGTERM)]
        await second.busy(2)
        codes.append(await second.end(signal.SIGTERM))
    workers.spawn("--source", source)
    wanted, found = await workers.outcome()

    assert found == wanted
    assert codes == [0, 0]


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES)
async def test_many_hand_overs_while_little_comes_lose_and_repeat_nothing(workers: Crowd, source: str) -> None:
    """A fetch that waits for the next record may wait all through a hand-over, and end at any moment of it."""
    await workers.prepare()
    async with workers.fed(per_second=20):
        first = workers.spawn("--source", source, "--slow", "0")
        await first.busy(2)
        for _ in range(8):
            second = workers.spawn("--source", source, "--slow", "0")
            await second.busy(2)
            assert await second.end(signal.SIGTERM) == 0
            await first.busy(10)
    wanted, found = await workers.outcome()

    assert found == wanted


async def feed_in_transactions(workers: Crowd, count: int) -> None:
    """Transactions of twenty; every fifth is aborted, so its records must come out nowhere."""
    producer = AIOKafkaProducer(**workers.connection.options(), transactional_id=workers.prefix + "feeder")
    await producer.start()
    for start in range(0, count, 20):
        await producer.begin_transaction()
        for n in range(start, start + 20):
            await producer.send(workers.prefix + "in", b"%d" % n, key=b"k%d" % (n % 9))
        await (producer.abort_transaction() if start % 100 == 80 else producer.commit_transaction())
    await producer.stop()


@pytest.mark.parametrize("source", SOURCES)
async def test_aborted_records_never_come_out_and_markers_do_not_hold_the_offset_back(
    workers: Crowd, source: str, luck: random.Random
) -> None:
    await workers.prepare()
    feeding = asyncio.create_task(feed_in_transactions(workers, 2000))
    worker = workers.spawn("--source", source, "--instance", "a", "--slow", "0.1")
    await worker.busy(2)
    await asyncio.sleep(luck.uniform(0.1, 0.5))
    await worker.end(signal.SIGKILL)
    workers.spawn("--source", source, "--instance", "a", "--slow", "0")
    await feeding
    wanted, found = await workers.outcome()

    assert without_repeats(found) == wanted
    assert sum(map(len, wanted.values())) == 1600


async def test_acknowledging_before_producing_is_caught(workers: Crowd) -> None:
    await workers.prepare()
    await workers.feed(600)
    worker = workers.spawn("--planted", "hasty", "--instance", "a", "--slow", "0")
    await workers.caught_up()
    await worker.end(signal.SIGKILL)
    workers.spawn("--instance", "a")
    wanted, found = await workers.outcome()

    assert without_repeats(found) != wanted
