"""Trains the class-data archive once for each build of Java and lock file: it halves the start of every later broker.

An optimisation only: a failure is logged and the broker starts without it.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import tempfile
from pathlib import Path

import structlog

from wirekit.broker.directory import DataDirectory, new_cluster_id
from wirekit.broker.errors import BrokerError
from wirekit.broker.java import child_environment
from wirekit.broker.locks import claim_directory, try_lock
from wirekit.broker.node import Node
from wirekit.broker.options import BrokerOptions, Seat
from wirekit.broker.runtime import Runtime
from wirekit.broker.wire import free_port

DUMP_SECONDS = 120
# The JVM writes the archive while it ends.
ARCHIVE_SECONDS = 120

log = structlog.get_logger()


async def ensure_archive(runtime: Runtime) -> None:
    """Train if there is no archive yet; return at once if there is, or if another process is training."""
    if runtime.archive.is_file():
        return
    folder = runtime.archive.parent
    try:
        with (folder / "archive.lock").open("w") as handle, tempfile.TemporaryDirectory(dir=folder) as name:
            if try_lock(handle):
                await _train(runtime, Path(name))
                log.info("broker.archive_trained", archive=str(runtime.archive))
    except (BrokerError, OSError, subprocess.SubprocessError) as error:
        log.warning("broker.archive_failed", error=str(error))


async def _train(runtime: Runtime, work: Path) -> None:
    base, archive = work / "base", work / "kafka"
    await asyncio.to_thread(_dump_base, runtime, base)
    base.replace(runtime.base_archive)  # Kafka's archive remembers this path
    directory = DataDirectory(work)
    seat = Seat(1, new_cluster_id(), {1: free_port()})
    node = Node(directory, runtime, seat, free_port(), BrokerOptions())
    with await claim_directory(directory.root) as claim:
        directory.clear_last_run()
        process = await node.start(claim, train=archive)
        await process.terminate(ARCHIVE_SECONDS)
    archive.replace(runtime.archive)


def _dump_base(runtime: Runtime, target: Path) -> None:
    subprocess.run(  # noqa: S603 - our own command line
        runtime.dump_command(target),
        capture_output=True,
        check=True,
        timeout=DUMP_SECONDS,
        env=child_environment(os.environ),
    )
