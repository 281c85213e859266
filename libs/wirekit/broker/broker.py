"""One Apache Kafka node as a child process: start, stop, crash. Creates no topics, restarts nothing by itself.

The JVM is tied to the thread that started it and inherits the claim on the data directory: no orphan, no stale lock.
"""

from __future__ import annotations

from pathlib import Path
from typing import Self

import structlog

from wirekit.broker.directory import DataDirectory
from wirekit.broker.errors import BrokerError
from wirekit.broker.launch import Launch
from wirekit.broker.options import BrokerOptions, Seat
from wirekit.broker.process import JvmProcess
from wirekit.broker.wire import LOOPBACK

STOP_SECONDS = 10.0
WATCH_SECONDS = 0.25

log = structlog.get_logger()


class EmbeddedKafka:
    """A broker with its controller on 127.0.0.1. Data, cluster id and port last over restarts.

    It can be started again after ``stop``, after ``kill`` and after an end of its own.

    Attributes:
        port: That for clients; 0 before ``start``.
        cluster_id: Known from ``start`` on.
        is_new: Whether the start formatted the directory.
    """

    def __init__(self, data_dir: Path, options: BrokerOptions | None = None, seat: Seat | None = None) -> None:
        self.port = 0
        self.cluster_id = ""
        self.is_new = False
        self._launch = Launch(DataDirectory(data_dir.absolute()), options or BrokerOptions(), seat)
        self._process: JvmProcess | None = None

    @property
    def bootstrap_servers(self) -> str:
        """The address for clients, ``host:port``."""
        return f"{LOOPBACK}:{self.port}"

    @property
    def pid(self) -> int | None:
        """The JVM's process id; None before ``start`` and after ``stop`` or ``kill``."""
        return self._process.pid if self._process else None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self, brokers: int = 1) -> None:
        """Return when clients can use the broker, and it knows that many live brokers. Call it on the main thread.

        The very first start on a machine fetches the jars and trains the class archive.

        Raises:
            BrokerError: It cannot be started; the first line says why and what to do. Nothing is left running.
        """
        if self._process and self._process.exit_code() is None:
            raise BrokerError("the broker is already started")
        running = await self._launch.start(brokers)
        self._process, self.port = running.process, running.port
        self.cluster_id, self.is_new = running.cluster_id, running.is_new
        log.info("broker.started", address=self.bootstrap_servers, new=self.is_new, pid=self.pid)

    async def stop(self) -> None:
        """SIGTERM, and SIGKILL if that takes too long. May be called again."""
        process, self._process = self._process, None
        if process:
            await process.terminate(STOP_SECONDS)
            log.info("broker.stopped", exit_code=process.exit_code())

    def kill(self) -> None:
        """End the JVM as a crash does (SIGKILL)."""
        process, self._process = self._process, None
        if process:
            process.kill()

    async def wait(self) -> int:
        """Return the JVM's exit code when it ends, as it does by itself on a full disk; race it with your work."""
        process, directory = self._running(), self._launch.directory
        code = await process.ended(WATCH_SECONDS)
        if process is self._process:
            log.error("broker.ended", exit_code=code, cause=directory.cause(directory.log_text()))
        return code

    def _running(self) -> JvmProcess:
        if self._process is None:
            raise BrokerError("the broker is not started")
        return self._process
