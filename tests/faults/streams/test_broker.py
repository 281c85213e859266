"""A broker that freezes, dies and stays away: workers wait, or end, and nothing is lost or written twice."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from tests.faults.streams.crowd import Hold, crowd
from tests.integration.streams import topics
from tests.processes import frozen
from wirekit.broker import EmbeddedKafka
from wirekit.kafka import Connection, Outgoing, Record, TopicView

pytestmark = pytest.mark.faults
SOURCES = ("subscription", "faust")


@pytest.mark.parametrize(
    ("source", "seconds"),
    [
        pytest.param("faust", 2, id="faust"),
        pytest.param("subscription", 2, id="subscription", marks=pytest.mark.slow),
        pytest.param("faust", 15, id="faust, longer than the session", marks=pytest.mark.slow),
        pytest.param("subscription", 15, id="subscription, longer than the session", marks=pytest.mark.slow),
    ],
)
async def test_a_frozen_broker_costs_a_pipeline_nothing(
    own_kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, source: str, seconds: int
) -> None:
    with crowd("pipeline", own_kafka.bootstrap_servers, topic_prefix, tmp_path) as workers:
        await workers.prepare()
        async with workers.fed():
            worker = workers.spawn("--source", source)
            await worker.busy(4)
            with frozen(own_kafka.pid):
                await asyncio.sleep(seconds)
            await worker.busy(4)
        wanted, found = await workers.outcome()

        assert found == wanted
        assert worker.process.poll() is None


@pytest.mark.parametrize(
    "seconds", [pytest.param(2, id="shortly"), pytest.param(15, id="longer than a transaction", marks=pytest.mark.slow)]
)
async def test_a_frozen_broker_leaves_owned_state_exact(
    own_kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, seconds: int
) -> None:
    with crowd("owned", own_kafka.bootstrap_servers, topic_prefix, tmp_path) as owners:
        await owners.prepare()
        async with owners.kept(1, "--slow", "0.01") as living:
            async with owners.fed():
                await living[0].busy(4)
                with frozen(own_kafka.pid):
                    await asyncio.sleep(seconds)
            await owners.caught_up()

        assert await owners.violations() == []
        assert set(owners.codes) <= {70}


@pytest.mark.parametrize("role", ["pipeline", pytest.param("owned", marks=pytest.mark.slow)])
async def test_what_is_not_confirmed_in_time_ends_the_process_and_is_done_by_the_next(
    own_kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, role: str
) -> None:
    with crowd(role, own_kafka.bootstrap_servers, topic_prefix, tmp_path) as workers:
        await workers.prepare()
        await workers.feed(900)
        hold = Hold(tmp_path)
        impatient = ("--set", "publisher.DEADLINE_SECONDS=2", "--set", "publisher.TRANSACTION_SECONDS=2")
        worker = workers.spawn("--instance", "a", "--hold", str(hold), *impatient)
        await worker.busy()
        with frozen(own_kafka.pid):
            hold.lift()
            await asyncio.sleep(5)  # longer than its patience: how long the fault lasts
        code = await worker.exit_code()
        workers.spawn("--instance", "a", "--slow", "0")
        await workers.caught_up()
        found = await workers.read("out")

        assert code == 70
        assert "has not confirmed within 2 s" in worker.text()
        assert {record.value for record in await workers.read("in")} <= {r.value for r in found} or role == "owned"
        assert role == "pipeline" or await workers.violations() == []


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES)
async def test_two_restarts_of_the_broker_cost_a_pipeline_nothing(
    own_kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, source: str
) -> None:
    with crowd("pipeline", own_kafka.bootstrap_servers, topic_prefix, tmp_path) as workers:
        await workers.prepare()
        async with workers.fed():
            worker = workers.spawn("--source", source)
            for _ in range(2):
                await worker.busy(2)
                await own_kafka.stop()
                await asyncio.sleep(2)
                await own_kafka.start()
            await worker.busy(2)
        wanted, found = await workers.outcome()

        assert found == wanted
        assert worker.process.poll() is None


@pytest.mark.slow
async def test_two_restarts_of_the_broker_leave_owned_state_exact(
    own_kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, luck: random.Random
) -> None:
    with crowd("owned", own_kafka.bootstrap_servers, topic_prefix, tmp_path) as owners:
        await owners.prepare()
        async with owners.kept(1, "--slow", "0.01") as living:
            async with owners.fed():
                for _ in range(2):
                    await living[0].busy(2)
                    await asyncio.sleep(luck.uniform(0, 1))
                    await own_kafka.stop()
                    await asyncio.sleep(2)
                    await own_kafka.start()
                    await asyncio.sleep(3)
            await owners.caught_up()

        assert await owners.violations() == []
        assert set(owners.codes) <= {70}


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES)
async def test_a_broker_that_is_away_for_45_seconds_costs_a_pipeline_nothing(
    own_kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, source: str
) -> None:
    with crowd("pipeline", own_kafka.bootstrap_servers, topic_prefix, tmp_path) as workers:
        await workers.prepare()
        async with workers.fed():
            worker = workers.spawn("--source", source)
            await worker.busy(4)
            await own_kafka.stop()
            await asyncio.sleep(45)
            await own_kafka.start()
            await worker.busy(4)
        wanted, found = await workers.outcome()

        assert found == wanted
        assert worker.process.poll() is None


@pytest.mark.slow
async def test_a_broker_that_dies_and_stays_away_for_45_seconds_leaves_owned_state_exact(
    own_kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, luck: random.Random
) -> None:
    with crowd("owned", own_kafka.bootstrap_servers, topic_prefix, tmp_path) as owners:
        await owners.prepare()
        async with owners.kept(2, "--slow", "0.01") as living:
            async with owners.fed():
                await living[0].busy(4)
                await asyncio.sleep(luck.uniform(0, 1))
                own_kafka.kill()
                await asyncio.sleep(45)
                await own_kafka.start()
            await owners.caught_up(120)

        assert await owners.violations() == []
        assert set(owners.codes) <= {70}


async def test_a_view_follows_a_topic_over_a_restart_of_the_broker(own_kafka: EmbeddedKafka, topic_prefix: str) -> None:
    connection, name = Connection(own_kafka.bootstrap_servers), topic_prefix + "rows"
    await topics.create(connection, name, compacted=True)
    await topics.fill(connection, [Outgoing(name, b"k%d" % n, b"old") for n in range(20)])
    rows: dict[bytes, bytes | None] = {}

    def change(record: Record) -> None:
        rows[record.key or b""] = record.value

    view = TopicView(connection, name, change)
    following = asyncio.create_task(view.run())
    await asyncio.wait_for(view.ready.wait(), 30)
    await own_kafka.stop()
    await asyncio.sleep(2)
    await own_kafka.start()
    await topics.fill(connection, [Outgoing(name, b"k1", b"new"), Outgoing(name, b"k2", None)])
    await topics.until(lambda: (rows[b"k1"], rows[b"k2"]) == (b"new", None))
    following.cancel()
    await asyncio.wait([following])

    assert following.cancelled()
    assert sorted(rows) == sorted(b"k%d" % n for n in range(20))
