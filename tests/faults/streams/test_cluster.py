"""Three brokers, of which the one that matters most dies under load: leaders, coordinators, each in turn."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from tests.faults.streams.crowd import Crowd, crowd, without_repeats
from wirekit.broker import EmbeddedCluster
from wirekit.kafka import Connection

pytestmark = [pytest.mark.faults, pytest.mark.slow]
SOURCES = ("subscription", "faust")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedCluster]:
    """One for all tests of this file: each leaves three healthy nodes behind."""
    with asyncio.Runner() as runner:
        nodes = EmbeddedCluster(tmp_path_factory.mktemp("cluster"))
        runner.run(nodes.start())
        yield nodes
        runner.run(nodes.stop())


@asynccontextmanager
async def admin_of(cluster: EmbeddedCluster) -> AsyncIterator[AIOKafkaAdminClient]:
    admin = AIOKafkaAdminClient(**Connection(cluster.bootstrap_servers).options())
    await admin.start()
    yield admin
    await admin.close()


async def leader_of(name: str, workers: Crowd, admin: AIOKafkaAdminClient) -> int:
    """The node that leads most partitions of the topic."""
    (topic,) = await admin.describe_topics([workers.prefix + name])
    leads: Counter[int] = Counter(partition["leader"] for partition in topic["partitions"])
    return leads.most_common(1)[0][0]


Victim = Callable[[Crowd, AIOKafkaAdminClient], Awaitable[int]]
VICTIMS: dict[str, Victim] = {
    "leader of the input": lambda workers, admin: leader_of("in", workers, admin),
    "leader of the output": lambda workers, admin: leader_of("out", workers, admin),
    "leader of the state": lambda workers, admin: leader_of("state", workers, admin),
    "coordinator of the group": lambda workers, admin: admin.find_coordinator(f"{workers.prefix}group"),
    "coordinator of a transaction": lambda workers, admin: admin.find_coordinator(f"{workers.prefix}group-0", 1),
}


async def restart(cluster: EmbeddedCluster, number: int, *, killed: bool) -> None:
    node = cluster.nodes[number - 1]
    if killed:
        node.kill()
    else:
        await node.stop()
    await asyncio.sleep(2)
    await node.start(brokers=len(cluster.nodes))


async def befall(cluster: EmbeddedCluster, workers: Crowd, what: str) -> None:
    """Kill the victim named, or stop all nodes in turn, and start what is away again."""
    if what == "all in turn":
        for number in range(1, len(cluster.nodes) + 1):
            await restart(cluster, number, killed=False)
        return
    async with admin_of(cluster) as admin:
        number = await VICTIMS[what](workers, admin)
    await restart(cluster, number, killed=True)


@pytest.mark.parametrize(
    "what", ["leader of the state", "coordinator of the group", "coordinator of a transaction", "all in turn"]
)
async def test_owned_state_is_exact(cluster: EmbeddedCluster, topic_prefix: str, tmp_path: Path, what: str) -> None:
    with crowd("owned", cluster.bootstrap_servers, topic_prefix, tmp_path) as owners:
        await owners.prepare()
        async with owners.kept(2, "--slow", "0.01") as living:
            async with owners.fed():
                await asyncio.gather(*(worker.busy(4) for worker in living))
                await befall(cluster, owners, what)
            await owners.caught_up(120)

        assert await owners.violations() == []
        assert set(owners.codes) <= {70}


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(
    "what", ["leader of the input", "leader of the output", "coordinator of the group", "all in turn"]
)
async def test_a_pipeline_loses_nothing_and_keeps_the_order(
    cluster: EmbeddedCluster, topic_prefix: str, tmp_path: Path, source: str, what: str
) -> None:
    with crowd("pipeline", cluster.bootstrap_servers, topic_prefix, tmp_path) as workers:
        await workers.prepare()
        async with workers.kept(2, "--source", source) as living:
            async with workers.fed():
                await asyncio.gather(*(worker.busy(4) for worker in living))
                await befall(cluster, workers, what)
            wanted, found = await workers.outcome(120)

        assert without_repeats(found) == wanted
        assert workers.codes == []
