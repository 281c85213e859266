"""Several brokers that form one quorum, for fault tests: ``nodes[2].kill()``, then ``await nodes[2].start()``.

It makes no network partitions.
"""

from __future__ import annotations

import asyncio
import signal
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Self

from wirekit.broker.broker import EmbeddedKafka
from wirekit.broker.directory import DataDirectory, new_cluster_id
from wirekit.broker.launch import provide_runtime
from wirekit.broker.options import BrokerOptions, Seat
from wirekit.broker.wire import free_port

# A broker whose quorum is gone, or that is frozen, ignores SIGTERM, hence SIGKILL when the parent dies.
NODE = BrokerOptions(heap_mb=160, settings={"broker.heartbeat.interval.ms": "500"}, death_signal=signal.SIGKILL)


class EmbeddedCluster:
    """*size* brokers, each in its own folder of *data_dir*; topics get up to three replicas, two of them in sync."""

    def __init__(self, data_dir: Path, size: int = 3, options: BrokerOptions = NODE) -> None:
        controllers = {node_id: free_port() for node_id in range(1, size + 1)}
        folders = {node_id: data_dir / str(node_id) for node_id in controllers}
        kept = (DataDirectory(folder).cluster_id() for folder in folders.values())
        cluster_id = next(filter(None, kept), "") or new_cluster_id()
        self.nodes = tuple(
            EmbeddedKafka(folder, options, Seat(node_id, cluster_id, controllers))
            for node_id, folder in folders.items()
        )

    @property
    def bootstrap_servers(self) -> str:
        """The addresses of all nodes for clients, joined by commas."""
        return ",".join(node.bootstrap_servers for node in self.nodes)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Return when every node knows all the others.

        Raises:
            BrokerError: A node could not be started; the others are stopped then.
        """
        await provide_runtime()  # the jars and the archive once, not by all nodes at the same time
        starts = [node.start(brokers=len(self.nodes)) for node in self.nodes]
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self.stop)
            for failure in filter(None, await asyncio.gather(*starts, return_exceptions=True)):
                raise failure
            stack.pop_all()

    async def stop(self) -> None:
        """Stop all nodes at once. May be called again."""
        await asyncio.gather(*(node.stop() for node in self.nodes))
