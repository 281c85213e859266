"""From a data directory to a serving broker: claim it, complete the runtime, pick a port, start, check the data.

Whatever fails, no JVM is left and the directory is free again.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, replace
from typing import IO

from wirekit.broker.archive import ensure_archive
from wirekit.broker.directory import DataDirectory, new_cluster_id
from wirekit.broker.errors import BrokerError, explain
from wirekit.broker.locks import claim_directory
from wirekit.broker.node import Node
from wirekit.broker.options import BrokerOptions, Seat
from wirekit.broker.process import JvmProcess
from wirekit.broker.runtime import Runtime
from wirekit.broker.wire import free_port, is_free

PORT_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Running:
    """A broker that serves; ``is_new`` if its directory was formatted for this start."""

    process: JvmProcess
    port: int
    cluster_id: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Launch:
    """The start of one broker; without a seat it is alone in its cluster."""

    directory: DataDirectory
    options: BrokerOptions
    seat: Seat | None

    async def start(self, brokers: int) -> Running:
        """Return when the broker knows that many live brokers.

        Raises:
            BrokerError: It cannot be started; the first line says why and what to do.
        """
        root = self.directory.root
        try:
            self.directory.prepare(self.options.min_free_mb)
            with await claim_directory(root) as claim:
                runtime = await provide_runtime()
                self.directory.clear_last_run()
                return await self._start_with_its_data(runtime, claim, brokers)
        except OSError as error:
            reason = explain(str(error), f"{error}; choose another data directory")
            raise BrokerError(f"could not start Kafka in {root}: {reason}") from error

    async def _start_with_its_data(self, runtime: Runtime, claim: IO[str], brokers: int) -> Running:
        partitions = self.directory.partitions()
        running = await self._start_on_a_free_port(runtime, claim, brokers)
        if partitions and not partitions & self.directory.partitions():
            # Kafka takes damaged metadata for none: it starts, and sets all data aside without a word.
            running.process.kill()
            raise BrokerError(
                f"the metadata in {self.directory.topics} is damaged or gone, its {len(partitions)} partitions are "
                "set aside as *-stray: restore the data directory, or start again to begin anew"
            )
        return running

    async def _start_on_a_free_port(self, runtime: Runtime, claim: IO[str], brokers: int) -> Running:
        is_new = not self.directory.is_formatted()
        attempt = 1
        while True:
            node = self._next_node(runtime)
            try:
                process = await node.start(claim, brokers=brokers)
            except BrokerError as error:
                # Another program took the port between our look and the broker's.
                if "Address already in use" not in error.detail or attempt == PORT_ATTEMPTS:
                    raise
                attempt += 1
            else:
                self.directory.keep_port(node.port)
                return Running(process, node.port, node.seat.cluster_id, is_new)

    def _next_node(self, runtime: Runtime) -> Node:
        seat = self.seat or Seat(1, new_cluster_id(), {1: free_port()})
        seat = replace(seat, cluster_id=self.directory.cluster_id() or seat.cluster_id)
        port = _choose_port(self.options, self.directory.kept_port())
        return Node(self.directory, runtime, seat, port, self.options)


async def provide_runtime() -> Runtime:
    """Java, the verified jars and the trained archive; on a machine's first start that takes a while.

    Raises:
        BrokerError: As ``Runtime.load``.
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
