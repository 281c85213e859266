"""One Apache Kafka node as a child process: start, stop, crash, freeze. Creates no topics and restarts nothing by itself.

The data directory is locked with a handle that the JVM inherits; the JVM is tied to the process, more exactly to the
thread, that started it, so start it on the main thread.
"""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Self

import structlog

from wirekit.broker import launcher
from wirekit.broker.config import LOG4J, NodePorts, server_properties
from wirekit.broker.directory import DataDirectory, new_cluster_id
from wirekit.broker.errors import BrokerError, explain, telling_lines
from wirekit.broker.java import child_environment
from wirekit.broker.runtime import Runtime
from wirekit.broker.wire import brokers_known, free_port, is_free

START_SECONDS = 60.0
STOP_SECONDS = 10.0
POLL_SECONDS = 0.03
PORT_ATTEMPTS = 3

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class BrokerOptions:
    """How to run a broker.

    `port` must be free or the start fails; 0 takes the port of the last run, else `preferred_port`, else any free one.
    `heap_mb` and `min_free_mb` (disk) are MiB. `settings` win over ours in `server.properties`. `death_signal` is what
    the JVM gets when its parent dies: SIGTERM keeps the restart quick.
    """

    port: int = 0
    preferred_port: int = 0
    heap_mb: int = 256
    min_free_mb: int = 200
    settings: Mapping[str, str] = field(default_factory=dict)
    death_signal: signal.Signals = signal.SIGTERM


@dataclass(frozen=True, slots=True)
class Seat:
    """A node's place in a quorum: its id, the controller port of every node (none: alone), how many must answer."""

    node_id: int = 1
    cluster_id: str = ""
    controllers: Mapping[int, int] = field(default_factory=dict)


class EmbeddedKafka:
    """A broker with its controller on 127.0.0.1. Data, cluster id and port last over restarts.

    It can be started again after `stop`, `kill` or an end of its own. `port` and `cluster_id` are known after `start`.
    """

    def __init__(
        self,
        data_dir: Path,
        options: BrokerOptions | None = None,
        *,
        seat: Seat | None = None,
        runtime: Runtime | None = None,
    ) -> None:
        self.port = 0
        self.cluster_id = ""
        self._directory = DataDirectory(data_dir.absolute())
        self._options = options or BrokerOptions()
        self._seat = seat or Seat()
        self._runtime = runtime
        self._process: subprocess.Popen[bytes] | None = None
        self._claim: IO[str] | None = None

    @property
    def bootstrap_servers(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def pid(self) -> int | None:
        """The process id of the JVM (of its watcher where the system is not Linux); None while it is stopped."""
        return self._process.pid if self._process else None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()
