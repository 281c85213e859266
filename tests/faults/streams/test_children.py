"""A pipeline whose work is done in children that hang, crash and are killed: only the guilty record is buried."""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from os import kill
from pathlib import Path

import pytest

from tests.faults.streams.crowd import Crowd, Worker, crowd, without_repeats
from tests.integration.streams import topics
from tests.polling import until
from wirekit.broker import EmbeddedKafka
from wirekit.kafka import Outgoing

pytestmark = pytest.mark.faults
GUILTY = {b"hang": b"timed_out", b"segfault": b"crashed", b"raise": b"raised", b"reject": b"no_text"}


@pytest.fixture
def workers(kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path) -> Iterator[Crowd]:
    with crowd("pool", kafka.bootstrap_servers, topic_prefix, tmp_path) as gathered:
        yield gathered


def children_of(worker: Worker) -> set[int]:
    """The process ids of its living children."""
    lists = Path(f"/proc/{worker.process.pid}/task").glob("*/children")
    return {int(pid) for listed in lists for pid in listed.read_text().split()}


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.mark.parametrize("source", ["subscription", pytest.param("faust", marks=pytest.mark.slow)])
async def test_of_records_that_hang_crash_and_raise_only_those_are_buried(workers: Crowd, source: str) -> None:
    await workers.prepare()
    name = workers.prefix + "in"
    plain = [Outgoing(name, b"k%d" % (n % 4), b"%d" % n, (), n % 4) for n in range(240)]
    guilty = [Outgoing(name, b"k0", value, (), 0) for value in GUILTY]
    await topics.fill(workers.connection, [*plain[:120], *guilty, *plain[120:]])
    worker = workers.spawn("--source", source, "--child-seconds", "2")
    _, found = await workers.outcome()
    letters = await workers.read("in.dlq")

    assert {letter.value: dict(letter.headers)["dlq.reason"] for letter in letters} == GUILTY
    assert found == {b"k%d" % k: [b"%d" % n for n in range(240) if n % 4 == k] for k in range(4)}
    assert worker.process.poll() is None


async def test_other_partitions_do_not_wait_for_a_record_that_hangs(workers: Crowd) -> None:
    await workers.prepare()
    name = workers.prefix + "in"
    plain = [Outgoing(name, b"k%d" % (n % 3), b"%d" % n, (), 1 + n % 3) for n in range(240)]
    await topics.fill(workers.connection, [Outgoing(name, b"k", b"hang", (), 0), *plain])
    worker = workers.spawn("--child-seconds", "60")

    async def all_others_are_committed() -> bool:
        return {p for p, (done, end) in (await workers.places()).items() if done < end} == {0}

    await topics.until(all_others_are_committed)

    assert len(await workers.read("out")) == 240
    assert await workers.read("in.dlq") == []
    assert worker.process.poll() is None


@pytest.mark.slow
async def test_a_record_that_hangs_does_not_hold_up_a_hand_over(workers: Crowd) -> None:
    await workers.prepare()
    await topics.fill(workers.connection, [Outgoing(workers.prefix + "in", b"k0", b"hang", (), 0)])
    async with workers.fed():
        first = workers.spawn()
        await first.busy()
        second = workers.spawn()
        await second.busy()
    wanted, found = await workers.outcome()
    letters = await workers.read("in.dlq")

    assert {key: [v for v in values if v != b"hang"] for key, values in wanted.items()} == found
    assert [letter.value for letter in letters] == [b"hang"]
    assert (first.process.poll(), second.process.poll()) == (None, None)


async def test_children_killed_at_random_lose_nothing_and_bury_nothing(workers: Crowd, luck: random.Random) -> None:
    """Not while they start: that ends the process, for then more is wrong than one child."""
    await workers.prepare()
    async with workers.fed():
        worker = workers.spawn("--children", "4")
        await worker.busy()
        await until(lambda: len(children_of(worker)) >= 4)
        for child in luck.sample(sorted(children_of(worker)), 4):
            await worker.busy(8)
            kill(child, signal.SIGKILL)
    wanted, found = await workers.outcome()

    assert found == wanted
    assert await workers.read("in.dlq") == []


async def test_no_child_outlives_a_killed_parent(workers: Crowd) -> None:
    await workers.prepare()
    await topics.fill(workers.connection, [Outgoing(workers.prefix + "in", b"k0", b"hang", (), 0)])
    await workers.feed(300)
    worker = workers.spawn("--instance", "a")
    await worker.busy()
    children = children_of(worker)
    await worker.end(signal.SIGKILL)
    await topics.until(lambda: not any(map(is_alive, children)))
    workers.spawn("--instance", "a")
    wanted, found = await workers.outcome()

    assert len(children) == 2
    assert without_repeats(found) == {key: [v for v in values if v != b"hang"] for key, values in wanted.items()}
