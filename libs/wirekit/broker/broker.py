"""One Apache Kafka node as a child process: start, stop, crash, freeze. Creates no topics, restarts nothing by itself.

The JVM is tied to the thread that started it and inherits the lock on the data directory: no orphan, no stale lock.
"""

import asyncio
import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Self

import structlog

from wirekit.broker.archive import ensure_archive
from wirekit.broker.claim import claim_directory
from wirekit.broker.config import NodePorts
from wirekit.broker.directory import DataDirectory, new_cluster_id
from wirekit.broker.errors import BrokerError, explain
from wirekit.broker.node import Node, NodeOptions
from wirekit.broker.process import JvmProcess
from wirekit.broker.runtime import Runtime
from wirekit.broker.wire import free_port, is_free

STOP_SECONDS = 10.0
WATCH_SECONDS = 0.25
PORT_ATTEMPTS = 3

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class BrokerOptions:
    """Where a broker listens and how it runs.

    `port` must be free or the start fails; 0 takes the port of the last run, else `preferred_port`, else any free one.
    `min_free_mb` is the free disk (MiB) below which it does not start.
    """

    port: int = 0
    preferred_port: int = 0
    min_free_mb: int = 200
    node: NodeOptions = field(default_factory=NodeOptions)


@dataclass(frozen=True, slots=True)
class Seat:
    """A node's place in a quorum: its id, the cluster, and the controller port of every node."""

    node_id: int
    cluster_id: str
    controllers: Mapping[int, int]


class EmbeddedKafka:
    """A broker with its controller on 127.0.0.1. Data, cluster id and port last over restarts.

    `port`, `cluster_id` and `is_new` (the directory was formatted by this start) hold from `start` on. It can be
    started again after `stop`, after `kill` and after an end of its own.
    """

    def __init__(self, data_dir: Path, options: BrokerOptions | None = None, seat: Seat | None = None) -> None:
        self.port = 0
        self.cluster_id = ""
        self.is_new = False
        self._directory = DataDirectory(data_dir.absolute())
        self._options = options or BrokerOptions()
        self._seat = seat
        self._process: JvmProcess | None = None

    @property
    def bootstrap_servers(self) -> str:
        """The address for clients, `host:port`."""
        return f"127.0.0.1:{self.port}"

    @property
    def pid(self) -> int | None:
        """The JVM's process id; None unless it was started."""
        return self._process.pid if self._process else None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self, brokers: int = 1) -> None:
        """Returns when clients can use the broker, and it knows that many live brokers. Call it on the main thread.

        The very first start on a machine fetches the jars and trains the archive.

        Raises:
            BrokerError: it cannot be started; the first line says why and what to do. Nothing is left running.
        """
        if self._process and self._process.exit_code() is None:
            raise BrokerError("the broker is already started")
        runtime = await provide_runtime()
        root = self._directory.root
        try:
            self._directory.prepare(self._options.min_free_mb)
            with await claim_directory(root) as claim:
                self._directory.clear_last_run()
                self.is_new = not self._directory.is_formatted()
                await self._start_on_a_free_port(runtime, claim, brokers)
        except OSError as error:
            raise BrokerError(f"could not start Kafka in {root}: {explain(str(error), str(error))}") from error
        log.info("broker.started", address=self.bootstrap_servers, directory=str(root), new=self.is_new)

    async def stop(self) -> None:
        """SIGTERM, and SIGKILL if that takes too long. May be called again."""
        process, self._process = self._process, None
        if process:
            await process.terminate(STOP_SECONDS)
            log.info("broker.stopped", exit_code=process.exit_code())

    def kill(self) -> None:
        """Ends the JVM as a crash does (SIGKILL)."""
        process, self._process = self._process, None
        if process:
            process.kill()

    def freeze(self) -> None:
        """Stops the JVM in its tracks (SIGSTOP): connections stay open and nothing answers.

        A frozen JVM outlives a killed parent unless its `death_signal` is SIGKILL.
        """
        if self._process:
            self._process.signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Lets a frozen JVM go on (SIGCONT)."""
        if self._process:
            self._process.signal(signal.SIGCONT)

    async def wait(self) -> int:
        """Returns the JVM's exit code when it ends by itself, as it does on a full disk; race it with your work.

        Raises:
            BrokerError: it was not started.
        """
        if not self._process:
            raise BrokerError("the broker is not started")
        return await self._process.ended(WATCH_SECONDS)

    async def _start_on_a_free_port(self, runtime: Runtime, claim: IO[str], brokers: int) -> None:
        for attempt in range(1, PORT_ATTEMPTS + 1):
            try:
                node = self._next_node(runtime)
                self.port, self.cluster_id = node.ports.port, node.cluster_id
                self._process = await node.start(claim, brokers=brokers)
            except BrokerError as error:
                # Another program took the port between our look and the broker's.
                if "Address already in use" not in error.detail or attempt == PORT_ATTEMPTS:
                    raise
            else:
                self._directory.keep_port(self.port)
                return

    def _next_node(self, runtime: Runtime) -> Node:
        seat = self._seat or Seat(1, new_cluster_id(), {1: free_port()})
        port = _choose_port(self._options, self._directory.kept_port())
        ports = NodePorts(seat.node_id, port, seat.controllers)
        cluster_id = self._directory.cluster_id() or seat.cluster_id
        return Node(self._directory, runtime, ports, self._options.node, cluster_id)


async def provide_runtime() -> Runtime:
    """Java, the verified jars and the trained archive; blocks nothing but the caller.

    Raises:
        BrokerError: as `Runtime.load`.
    """
    runtime = await asyncio.to_thread(Runtime.load, os.environ)
    await ensure_archive(runtime)
    return runtime


def _choose_port(options: BrokerOptions, kept: int) -> int:
    if options.port:
        if not is_free(options.port):
            raise BrokerError(f"port {options.port} is taken: stop the other program, or choose another port")
        return options.port
    return next((port for port in (kept, options.preferred_port) if port and is_free(port)), 0) or free_port()
