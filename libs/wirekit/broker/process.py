"""The JVM as a child process in a session of its own: signals and its end. Knows nothing of Kafka.

A terminal's Ctrl-C does not reach it, so the broker lives until the services have drained.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from typing import IO, Self

from wirekit.broker.directory import DataDirectory
from wirekit.broker.java import child_environment
from wirekit.tether import tethered

POLL_SECONDS = 0.02


class JvmProcess:
    """A running JVM. Signals go to its process group: on systems other than Linux a watcher of ours is in it too."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        self._child = child

    @classmethod
    def spawn(cls, command: list[str], directory: DataDirectory, claim: IO[str], death_signal: signal.Signals) -> Self:
        """Start the command in the directory; it inherits the claim and gets the signal when we die without a word."""
        with directory.console_log.open("wb") as console:
            return cls(
                subprocess.Popen(  # noqa: S603 - our own interpreter and module
                    tethered(command, death_signal),
                    stdin=subprocess.DEVNULL,
                    stdout=console,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                    pass_fds=(claim.fileno(),),
                    cwd=directory.root,
                    env=child_environment(os.environ),
                )
            )

    @property
    def pid(self) -> int:
        """The process id, on Linux that of the JVM itself."""
        return self._child.pid

    def exit_code(self) -> int | None:
        """The exit code, negative for a signal; None while it runs."""
        return self._child.poll()

    def signal(self, number: signal.Signals) -> None:
        """Send the signal; nothing happens if the process has ended."""
        if self.exit_code() is None:
            os.killpg(self._child.pid, number)

    async def ended(self, poll_seconds: float = POLL_SECONDS) -> int:
        """Return the exit code once the process has ended."""
        while (code := self.exit_code()) is None:  # noqa: ASYNC110 - a child watcher would tie it to one loop
            await asyncio.sleep(poll_seconds)
        return code

    async def terminate(self, patience: float) -> None:
        """SIGTERM, and SIGKILL after *patience* seconds; a frozen process is woken first."""
        self.signal(signal.SIGCONT)
        self.signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(patience):
                await self.ended()
        except TimeoutError:
            pass
        finally:
            self.kill()

    def kill(self) -> None:
        """SIGKILL, and waits until the process is gone."""
        self.signal(signal.SIGKILL)
        self._child.wait()
