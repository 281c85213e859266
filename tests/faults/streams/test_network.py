"""Owned state over a network that is cut and slow: exact, and whoever was cut off writes nothing afterwards."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.faults.streams.crowd import crowd
from tests.faults.streams.deciding import PARTITIONS
from tests.faults.streams.wire import WiredKafka, a_wired_kafka
from tests.integration.streams import topics
from wirekit.kafka import Connection, Outgoing

pytestmark = pytest.mark.faults


@pytest.fixture
async def wired(tmp_path: Path) -> AsyncIterator[WiredKafka]:
    async with a_wired_kafka(tmp_path / "kafka") as running:
        yield running


@pytest.mark.long
async def test_who_was_cut_off_for_longer_than_its_session_writes_nothing_any_more(
    wired: WiredKafka, topic_prefix: str, tmp_path: Path
) -> None:
    with crowd("owned", wired.broker.bootstrap_servers, topic_prefix, tmp_path) as owners:
        await owners.prepare()
        async with owners.fed():
            cut_off = owners.spawn("--slow", "0.01", servers=wired.wire.servers)
            await cut_off.busy(4)
            wired.wire.block()
            heir = owners.spawn("--slow", "0.01")
            await heir.busy(4)
            wired.wire.unblock()
            code = await cut_off.exit_code(60)
        await owners.caught_up()

        assert await owners.violations() == []
        assert code == 70


async def fill_state(prefix: str, wired: WiredKafka, megabytes: int) -> None:
    """Rows that take time to restore over a narrow wire; of keys that no number has."""
    rows = [
        Outgoing(f"{prefix}state", b"filler-%d" % n, random.randbytes(100_000), (), n % PARTITIONS)
        for n in range(megabytes * 10)
    ]
    await topics.fill(Connection(wired.broker.bootstrap_servers), rows)


@pytest.mark.slow
async def test_a_restore_that_outlasts_the_session_costs_no_membership(
    wired: WiredKafka, topic_prefix: str, tmp_path: Path
) -> None:
    with crowd("owned", wired.broker.bootstrap_servers, topic_prefix, tmp_path) as owners:
        await owners.prepare()
        await owners.feed(300)
        await fill_state(topic_prefix, wired, 6)
        wired.wire.narrow(400_000)
        worker = owners.spawn("--slow", "0", "--logs", servers=wired.wire.servers)
        members = await owners.joined()
        await worker.busy()
        still = await owners.members()
        wired.wire.narrow(0)
        await owners.caught_up()

        assert members == still
        assert await owners.violations() == []


@pytest.mark.slow
async def test_a_hand_over_during_a_restore_opens_each_partition_once(
    wired: WiredKafka, topic_prefix: str, tmp_path: Path
) -> None:
    with crowd("owned", wired.broker.bootstrap_servers, topic_prefix, tmp_path) as owners:
        await owners.prepare()
        await fill_state(topic_prefix, wired, 4)
        wired.wire.narrow(400_000)
        async with owners.fed():
            restoring = owners.spawn("--slow", "0.01", servers=wired.wire.servers)
            await owners.joined()
            others = [owners.spawn("--slow", "0.01") for _ in range(2)]
            for worker in others:
                await worker.busy()
            await others[0].end()
            await restoring.busy()
            wired.wire.narrow(0)
        await owners.caught_up()

        assert await owners.violations() == []
        assert [worker.process.returncode for worker in owners.workers] == [0, 0, 0]
