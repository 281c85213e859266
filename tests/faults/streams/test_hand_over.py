"""Work in hand when a partition goes, comes, or cannot be had: nothing is written for a partition that is another's."""

from __future__ import annotations

import asyncio
import signal
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.streams.crowd import Hold, crowd, without_repeats
from tests.faults.streams.stages import OPEN
from tests.integration.streams import topics
from wirekit.broker import EmbeddedKafka

pytestmark = pytest.mark.faults
SOURCES = ("subscription", "faust")


@pytest.fixture
def hold(tmp_path: Path) -> Hold:
    return Hold(tmp_path)


@pytest.mark.parametrize("source", ["subscription", pytest.param("faust", marks=pytest.mark.slow)])
async def test_what_comes_back_when_the_partition_is_gone_is_neither_written_nor_acknowledged(
    kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, hold: Hold, source: str
) -> None:
    with crowd("pipeline", kafka.bootstrap_servers, topic_prefix, tmp_path) as workers:
        await workers.prepare()
        await workers.feed(300)
        late = workers.spawn("--source", source, "--slow", "0", "--hold", str(hold), "--revoke", "0.5")
        await late.busy(4)
        heir = workers.spawn("--source", source, "--slow", "0")
        await heir.busy()
        hold.lift()
        await late.busy()
        wanted, found = await workers.outcome()

        assert found == wanted
        assert (late.process.poll(), heir.process.poll()) == (None, None)


async def test_a_batch_that_is_done_behind_an_undone_one_is_not_committed_and_comes_out_behind_it(
    kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, hold: Hold
) -> None:
    with crowd("pipeline", kafka.bootstrap_servers, topic_prefix, tmp_path) as workers:
        await workers.prepare()
        hold.place("0")
        await workers.feed(45)
        held = next(record.partition for record in await workers.read("in") if record.value == b"0")
        few_batches = ("--set", "pace.FIRST_RECORDS=8", "--set", "pace.BATCH_SECONDS=60")  # not as many as are in hand
        worker = workers.spawn("--slow", "0", "--hold", str(hold), "--instance", "a", *few_batches)

        async def all_others_are_committed() -> bool:
            return {p for p, (committed, end) in (await workers.places()).items() if committed < end} == {held}

        await topics.until(all_others_are_committed)
        committed, _ = (await workers.places())[held]
        early = [record for record in await workers.read("out") if record.partition == held]
        await worker.end(signal.SIGKILL)
        workers.spawn("--slow", "0", "--instance", "a")
        wanted, found = await workers.outcome()

        assert (committed, early) == (0, [])
        assert without_repeats(found) == wanted


async def test_a_fold_that_never_ends_ends_the_process_and_the_next_one_is_exact(
    kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, hold: Hold
) -> None:
    with crowd("owned", kafka.bootstrap_servers, topic_prefix, tmp_path) as owners:
        await owners.prepare()
        await owners.feed(300)
        hung = owners.spawn("--hold", str(hold), "--instance", "a", "--set", "watchdog.LOOP_SECONDS=2")
        code = await hung.exit_code()
        owners.spawn("--slow", "0", "--instance", "a")
        await owners.caught_up()

        assert code == 70
        assert "the event loop has been blocked" in hung.text()
        assert await owners.violations() == []


async def test_a_write_that_outlasts_a_hand_over_ends_the_process_and_is_written_nowhere(
    kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path
) -> None:
    with crowd("owned", kafka.bootstrap_servers, topic_prefix, tmp_path) as owners:
        await owners.prepare()
        await owners.feed(300)
        writing = owners.spawn("--slow", "0", "--linger", "60", "--revoke", "1")
        await writing.says(OPEN)
        owners.spawn("--slow", "0")
        code = await writing.exit_code()
        await owners.caught_up()

        assert code == 70
        assert await owners.violations() == []


@pytest.mark.parametrize("role", ["pipeline", "owned"])
async def test_a_listener_that_fails_ends_the_process(
    kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, role: str
) -> None:
    with crowd(role, kafka.bootstrap_servers, topic_prefix, tmp_path) as workers:
        await workers.prepare()
        worker = workers.spawn("--planted", "listener")

        assert await worker.exit_code() == 70
        assert "broken listener" in worker.text()


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [15, 310], ids=["longer than a session", "longer than aiokafka lets nobody fetch"])
async def test_a_dependency_that_is_away_buries_nothing_and_costs_no_membership(
    kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, hold: Hold, seconds: int
) -> None:
    with ExitStack() as stack:
        for source in SOURCES:
            (tmp_path / source).mkdir()
        both = [
            stack.enter_context(crowd("pipeline", kafka.bootstrap_servers, f"{topic_prefix}{name}.", tmp_path / name))
            for name in SOURCES
        ]
        for source, workers in zip(SOURCES, both, strict=True):
            await workers.prepare()
            await workers.feed(3000)
            await workers.spawn("--source", source, "--slow", "0", "--while-exists", str(hold)).busy()
        members = [await workers.members() for workers in both]
        await asyncio.sleep(seconds)
        still = [await workers.members() for workers in both]
        out = [await workers.read("out") for workers in both]
        hold.lift()
        outcomes = [await workers.outcome() for workers in both]

        assert (members, out) == (still, [[], []])
        assert [found for _, found in outcomes] == [wanted for wanted, _ in outcomes]
        assert [await workers.read("in.dlq") for workers in both] == [[], []]
        assert [worker.process.poll() for workers in both for worker in workers.workers] == [None, None]
