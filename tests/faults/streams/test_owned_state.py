"""Owned state with timers under faults from outside: exact, or the process has ended with 70."""

from __future__ import annotations

import asyncio
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.streams.crowd import Crowd, crowd
from wirekit.broker import EmbeddedKafka

pytestmark = pytest.mark.faults


@pytest.fixture
def owners(kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path) -> Iterator[Crowd]:
    with crowd("owned", kafka.bootstrap_servers, topic_prefix, tmp_path) as gathered:
        yield gathered


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(("--instance", "a"), id="named"),
        pytest.param((), id="nameless", marks=pytest.mark.slow),
        pytest.param(("--set", "consumer.SESSION_MS=10000"), id="session of 10 s", marks=pytest.mark.slow),
    ],
)
async def test_kill_9_at_any_moment_loses_and_repeats_nothing(
    owners: Crowd, luck: random.Random, options: tuple[str, ...]
) -> None:
    await owners.prepare()
    async with owners.fed():
        worker = owners.spawn("--slow", "0.01", *options)
        for _ in range(3):
            await worker.busy()
            await asyncio.sleep(luck.uniform(0.2, 1.5))
            await worker.end(signal.SIGKILL)
            worker = owners.spawn("--slow", "0.01", *options)
        await worker.busy()
    await owners.caught_up()

    assert await owners.violations() == []


@pytest.mark.slow
@pytest.mark.parametrize("session", ["6000", "10000"])
async def test_kill_9_of_one_of_two_leaves_the_other_exact(owners: Crowd, luck: random.Random, session: str) -> None:
    await owners.prepare()
    options = ("--slow", "0.01", "--set", f"consumer.SESSION_MS={session}")
    async with owners.fed():
        pair = [owners.spawn(*options), owners.spawn(*options)]
        await asyncio.gather(*(worker.busy(2) for worker in pair))
        for _ in range(2):
            await asyncio.sleep(luck.uniform(0.2, 1.5))
            await pair.pop(luck.randrange(2)).end(signal.SIGKILL)
            await pair[0].busy(10)
            pair.append(owners.spawn(*options))
            await pair[1].busy(2)
    await owners.caught_up()

    assert await owners.violations() == []


async def woken_zombie(owners: Crowd, *options: str) -> int | None:
    """A worker is frozen with a chunk in hand, another one takes over and finishes, the first one wakes up."""
    await owners.prepare()
    await owners.feed(900)
    frozen = owners.spawn("--slow", "0.4", *options)
    await frozen.busy(3)
    await asyncio.sleep(0.1)
    frozen.send(signal.SIGSTOP)
    heir = owners.spawn("--slow", "0", *options)
    await owners.caught_up()
    frozen.send(signal.SIGCONT)
    await asyncio.sleep(4)
    code = frozen.process.poll()
    for worker in (frozen, heir):
        worker.process.kill()
        worker.process.wait()
    owners.spawn("--slow", "0", *options)
    await owners.feed(300)
    await owners.caught_up()
    return code


NAMES = pytest.mark.parametrize(
    "name",
    [
        # Of the same name: the heir need not wait until the session of the frozen one ends.
        pytest.param(("--instance", "a"), id="named"),
        pytest.param((), id="nameless", marks=pytest.mark.slow),
    ],
)


@NAMES
async def test_a_woken_zombie_writes_nothing_and_exits_70(owners: Crowd, name: tuple[str, ...]) -> None:
    code = await woken_zombie(owners, *name)

    assert await owners.violations() == []
    assert code == 70


@NAMES
async def test_without_fencing_a_woken_zombie_is_caught_by_the_oracle(owners: Crowd, name: tuple[str, ...]) -> None:
    await woken_zombie(owners, "--planted", "unfenced", *name)

    assert await owners.violations() != []


async def test_scaling_out_and_in_is_exact(owners: Crowd, luck: random.Random) -> None:
    await owners.prepare()
    async with owners.fed():
        first = owners.spawn("--slow", "0.01")
        await first.busy(2)
        second = owners.spawn("--slow", "0.01")
        await second.busy(2)
        await asyncio.sleep(luck.uniform(0.2, 1))
        code = await first.end(signal.SIGTERM)
        await second.busy(2)
    await owners.caught_up()

    assert await owners.violations() == []
    assert code == 0
