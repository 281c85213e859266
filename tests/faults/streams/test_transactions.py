"""Owned state and its transactions: left open, broken off at every step, forgotten by Kafka, compacted away."""

from __future__ import annotations

import asyncio
import json
import random
import signal
from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from tests.faults.streams.crowd import Crowd, Worker, crowd
from tests.faults.streams.stages import OPEN, hidden_in
from tests.integration.streams import topics
from wirekit.broker import BrokerOptions, EmbeddedKafka
from wirekit.kafka import Outgoing

pytestmark = pytest.mark.faults
NEVER = ("--tick", "3600")


async def test_a_worker_frozen_inside_its_transaction_hides_its_records_no_longer_than_one_may_last(
    kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path
) -> None:
    with crowd("owned", kafka.bootstrap_servers, topic_prefix, tmp_path) as owners:
        await owners.prepare()
        await owners.feed(300)
        out = owners.prefix + "out"
        frozen = owners.spawn("--slow", "0", "--linger", "2", "--set", "publisher.TRANSACTION_MS=4000")
        await frozen.says(OPEN)
        frozen.send(signal.SIGSTOP)
        hidden = await hidden_in(owners.connection, out)

        async def is_aborted() -> bool:
            return not await hidden_in(owners.connection, out)

        await topics.until(is_aborted)
        frozen.send(signal.SIGCONT)
        code = await frozen.exit_code()
        owners.spawn("--slow", "0")
        await owners.caught_up()

        assert (hidden != set(), code) == (True, 70)
        assert await owners.violations() == []


@pytest.mark.parametrize("deaths", [3, pytest.param(20, marks=pytest.mark.slow)])
async def test_deaths_at_any_step_of_a_transaction_leave_no_trace(
    kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, deaths: int
) -> None:
    with crowd("owned", kafka.bootstrap_servers, topic_prefix, tmp_path) as owners:
        await owners.prepare()
        async with owners.fed(), owners.kept(1, "--slow", "0", "--mortality", "0.002", "--instance", "a") as living:
            await topics.until(lambda: len(owners.codes) >= deaths, 300)
        living[0].process.kill()  # else there are two of one name
        owners.spawn("--slow", "0", "--instance", "a")
        await owners.caught_up()

        assert set(owners.codes) == {9}
        assert await owners.violations() == []


@pytest.mark.slow
async def test_a_lane_that_was_idle_until_kafka_forgot_its_writer_starts_again_and_is_exact(
    topic_prefix: str, tmp_path: Path
) -> None:
    forgetful = {
        "transactional.id.expiration.ms": "1000",
        "transaction.remove.expired.transaction.cleanup.interval.ms": "200",
        "producer.id.expiration.ms": "1000",
        "producer.id.expiration.check.interval.ms": "200",
    }
    async with EmbeddedKafka(tmp_path / "kafka", BrokerOptions(settings=forgetful)) as broker:
        with crowd("owned", broker.bootstrap_servers, topic_prefix, tmp_path) as owners:
            await owners.prepare()
            await owners.feed(90)
            async with owners.kept(1, "--slow", "0", "--instance", "a", *NEVER):
                await owners.caught_up()
                await asyncio.sleep(6)  # longer than Kafka remembers a writer, and looks for forgotten ones
                await owners.feed(90)
                await owners.caught_up()

            assert await owners.violations() == []
            assert owners.codes == [70]


@pytest.mark.slow
async def test_state_that_is_compacted_all_the_time_is_restored_exactly(
    topic_prefix: str, tmp_path: Path, luck: random.Random
) -> None:
    eager = {"log.cleaner.backoff.ms": "100", "log.segment.delete.delay.ms": "100"}
    async with EmbeddedKafka(tmp_path / "kafka", BrokerOptions(settings=eager)) as broker:
        with crowd("owned", broker.bootstrap_servers, topic_prefix, tmp_path) as owners:
            await owners.prepare()
            settings = {"segment.ms": "500", "min.cleanable.dirty.ratio": "0.01", "delete.retention.ms": "100"}
            await configure(owners, "state", settings | {"cleanup.policy": "compact"})
            async with owners.fed():
                worker = owners.spawn("--slow", "0.01", "--instance", "a")
                for _ in range(3):
                    await worker.busy(20)
                    await asyncio.sleep(luck.uniform(1, 3))
                    await worker.end(signal.SIGKILL)
                    worker = owners.spawn("--slow", "0.01", "--instance", "a")
                await worker.busy()
            await owners.caught_up()
            wrong = await owners.violations()
            kept, last = await owners.read("state"), max(record.offset for record in await owners.read("state"))

            assert wrong == []
            assert len(kept) < last / 2


async def configure(owners: Crowd, name: str, settings: dict[str, str]) -> None:
    admin = AIOKafkaAdminClient(**owners.connection.options())
    await admin.start()
    await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, owners.prefix + name, settings)])
    await admin.close()


@pytest.mark.slow
async def test_of_a_hundred_thousand_rows_those_of_partitions_that_stay_are_not_read_again(
    kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path
) -> None:
    with crowd("owned", kafka.bootstrap_servers, topic_prefix, tmp_path) as owners:
        await owners.prepare()
        rows = [Outgoing(owners.prefix + "state", b"row-%d" % n, b"x" * 200, (), n % 4) for n in range(100_000)]
        await topics.fill(owners.connection, rows)
        stays = owners.spawn("--slow", "0", "--logs", *NEVER)
        await topics.until(lambda: len(openings(stays)) == 1, 60)
        for _ in range(3):
            before = len(openings(stays))
            guest = owners.spawn("--slow", "0", *NEVER)
            await topics.until(lambda: len(openings(stays)) > before, 60)  # noqa: B023 - asked at once
            await guest.end()
            await topics.until(lambda: len(openings(stays)) > before + 1, 60)  # noqa: B023 - the same

        first, *others = openings(stays)
        assert first == 100_000
        assert (others[::2], others[1::2]) == ([0, 0, 0], [50_000, 50_000, 50_000])


def openings(worker: Worker) -> list[int]:
    """How many records each restore of *worker* read."""
    events = [json.loads(line) for line in worker.text().splitlines() if line.startswith("{")]
    return [event["restored"] for event in events if event["event"] == "lanes.opened"]


@pytest.mark.parametrize(
    ("role", "source"),
    [
        ("owned", "subscription"),
        ("pipeline", "faust"),
        pytest.param("pipeline", "subscription", marks=pytest.mark.slow),
    ],
)
async def test_a_clock_that_jumps_an_hour_changes_nothing(
    kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, role: str, source: str
) -> None:
    with crowd(role, kafka.bootstrap_servers, topic_prefix, tmp_path) as workers:
        await workers.prepare()
        async with workers.fed():
            worker = workers.spawn("--source", source, "--slow", "0", "--jumps")
            await worker.busy(4)
            for jumps, number in enumerate((signal.SIGUSR1, signal.SIGUSR2, signal.SIGUSR2), start=1):
                worker.send(number)
                await topics.until(lambda: worker.count("JUMP") == jumps)  # noqa: B023 - asked at once
                await worker.busy(4)
        wanted, found = await workers.outcome()

        assert worker.process.poll() is None
        assert role == "owned" or found == wanted
        assert role == "pipeline" or await workers.violations() == []
