"""One run of a Kafka node: writes its configuration, formats a new directory, starts the JVM, waits until it serves.

Takes ports and the claim on the directory as given; decides nothing about restarts.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from wirekit.broker.config import LOG4J, server_properties
from wirekit.broker.directory import DataDirectory
from wirekit.broker.errors import BrokerError, telling_lines
from wirekit.broker.java import child_environment
from wirekit.broker.options import BrokerOptions, Seat
from wirekit.broker.process import JvmProcess
from wirekit.broker.runtime import Runtime
from wirekit.broker.wire import brokers_known

START_SECONDS = 120
POLL_SECONDS = 0.03


@dataclass(frozen=True, slots=True)
class Node:
    """All that one run needs; *port* is that for clients."""

    directory: DataDirectory
    runtime: Runtime
    seat: Seat
    port: int
    options: BrokerOptions

    async def start(self, claim: IO[str], *, brokers: int = 1, train: Path | None = None) -> JvmProcess:
        """Return the JVM once its broker knows that many brokers; *train* names an archive to write at its end.

        Raises:
            BrokerError: The format failed, the JVM ended, or there was no answer in time. No JVM is left then.
        """
        self._write_configuration()
        if not self.directory.is_formatted():
            await asyncio.to_thread(self._format, claim)
        command = self._command("kafka.Kafka", str(self.directory.properties), train=train)
        process = JvmProcess.spawn(command, self.directory, claim, self.options.death_signal)
        try:
            await self._until_ready(process, brokers)
        except BaseException:
            process.kill()
            raise
        return process

    def _write_configuration(self) -> None:
        text = server_properties(self.seat, self.port, self.directory.topics, self.options)
        self.directory.properties.write_text(text)
        self.directory.log4j_properties.write_text(LOG4J)

    def _command(self, *arguments: str, train: Path | None = None) -> list[str]:
        return self.runtime.command(
            f"-Xmx{self.options.heap_mb}m",
            f"-Dlog4j2.configurationFile={self.directory.log4j_properties}",
            f"-Dwirewatch.log={self.directory.server_log}",
            f"-Djava.io.tmpdir={self.directory.temporary}",
            *arguments,
            train=train,
        )

    def _format(self, claim: IO[str]) -> None:
        tool = ("kafka.tools.StorageTool", "format", "-t", self.seat.cluster_id, "-c", str(self.directory.properties))
        users = [
            f"--add-scram={mechanism}=[name={name},password={password}]"
            for name, password in self.options.users.items()
            for mechanism in ("SCRAM-SHA-256", "SCRAM-SHA-512")
        ]
        done = subprocess.run(  # noqa: S603 - our own command line
            self._command(*tool, *users),
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            pass_fds=(claim.fileno(),),
            env=child_environment(os.environ),
        )
        if done.returncode:
            raise self._failure("the data directory could not be formatted", done.stdout + done.stderr)

    async def _until_ready(self, process: JvmProcess, brokers: int) -> None:
        try:
            async with asyncio.timeout(START_SECONDS):
                while await brokers_known(self.port, self.seat.cluster_id) < brokers:
                    if (code := process.exit_code()) is not None:
                        raise self._failure(f"Kafka ended while starting, exit code {code}")
                    await asyncio.sleep(POLL_SECONDS)
        except TimeoutError as error:
            raise self._failure(f"Kafka gave no answer within {START_SECONDS} s") from error

    def _failure(self, what: str, text: str = "") -> BrokerError:
        told = f"{text}\n{self.directory.log_text()}"
        return BrokerError(f"{what}: {self.directory.cause(told)}", telling_lines(told))
