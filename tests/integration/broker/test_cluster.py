from pathlib import Path

import pytest

from tests.integration.broker.clients import create_topic, read, send
from wirekit.broker import EmbeddedCluster

VALUES = [f"article {number}".encode() for number in range(500)]


@pytest.mark.slow
async def test_three_nodes_lose_nothing_acknowledged_when_one_is_killed(tmp_path: Path) -> None:
    async with EmbeddedCluster(tmp_path) as cluster:
        await create_topic(cluster.bootstrap_servers, "articles", replicas=3)
        await send(cluster.bootstrap_servers, "articles", VALUES)
        cluster.nodes[0].kill()
        await send(cluster.bootstrap_servers, "articles", VALUES)
        await cluster.nodes[0].start(brokers=3)

        assert await read(cluster.bootstrap_servers, "articles") == VALUES * 2
        assert len({node.cluster_id for node in cluster.nodes}) == 1
