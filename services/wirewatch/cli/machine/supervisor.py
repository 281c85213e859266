"""Runs child processes side by side: restarts what dies, labels what they print, stops them in the order given.

Starts them in that order too, no more at a time than there are CPUs: all at once, the first would be ready as late as
the last. Decides nothing about what the children are.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from wirekit.exits import EXIT_CONFIG
from wirekit.runtime.cpus import available_cpus
from wirewatch.cli.machine.ports import LOOPBACK

MAX_LINE_BYTES = 64 * 1024
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
STEADY_SECONDS = 60.0
LOADING_SECONDS, LOOK_SECONDS = 10.0, 0.05


@dataclass(frozen=True, slots=True)
class Child:
    """A process to keep running: its *name* labels its lines, and once it listens on *port* it has loaded."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    port: int = 0


class ChildGaveUp(Exception):
    """A child ended with exit code 2: what it was told is wrong, and starting it again will not help."""


class Supervisor:
    """Keeps *children* alive until told to stop.

    *write* gets each line of theirs with the child's name; stopping goes in the order of *children*, each with
    *grace* seconds between SIGTERM and SIGKILL. Up to *at_once* of them load at a time.
    """

    def __init__(
        self,
        children: Sequence[Child],
        write: Callable[[str, str], None],
        grace: float = 20.0,
        at_once: int | None = None,
    ) -> None:
        self._children = children
        self._write = write
        self._grace = grace
        self._loading = asyncio.Semaphore(at_once or available_cpus())
        self._running: dict[str, asyncio.subprocess.Process] = {}
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Returns after `stop`.

        Raises:
            ChildGaveUp: A child ended with exit code 2; the others were stopped.
        """
        async with asyncio.TaskGroup() as group:
            keepers = [group.create_task(self._keep(child)) for child in self._children]
            stopper = group.create_task(self._stop_in_order())
            _done, _ = await asyncio.wait([*keepers, stopper], return_when=asyncio.FIRST_COMPLETED)
            self._stopping.set()
        for keeper in keepers:
            if reason := keeper.result():
                raise ChildGaveUp(reason)

    def stop(self) -> None:
        """Ask for the orderly end; may be called from a signal handler."""
        self._stopping.set()

    async def _keep(self, child: Child) -> str | None:
        """Start *child* again whenever it ends, with growing pauses; a reason when that is no use."""
        loop = asyncio.get_running_loop()
        pause = FIRST_PAUSE
        while not self._stopping.is_set():
            started = loop.time()
            code = await self._run_once(child)
            if self._stopping.is_set():
                return None
            if code == EXIT_CONFIG:
                return (
                    f"{child.name} ended with exit code {code} and is not started again; its last lines above say why"
                )
            pause = FIRST_PAUSE if loop.time() - started > STEADY_SECONDS else pause
            self._write(child.name, f"ended with exit code {code}; starting it again in {pause:.1f} s")
            await self._sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        return None

    async def _run_once(self, child: Child) -> int:
        async with self._loading:
            if self._stopping.is_set():
                return 0
            process = await self._start(child)
            copying = asyncio.create_task(self._copy_lines(child.name, process.stdout))
            await _until_loaded(process, child.port)
        await copying
        code = await process.wait()
        del self._running[child.name]
        return code

    async def _start(self, child: Child) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            *child.command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env={**os.environ, **child.environment},
            start_new_session=True,  # Ctrl-C in the terminal reaches us alone: we stop the children in flow order
            limit=MAX_LINE_BYTES,
        )
        self._running[child.name] = process
        if self._stopping.is_set():  # told to stop while it was being started
            process.terminate()
        return process

    async def _copy_lines(self, name: str, stream: asyncio.StreamReader | None) -> None:
        while stream is not None:
            try:
                line = await stream.readline()
            except ValueError:  # longer than the limit: the reader has dropped it
                self._write(name, f"(a line of more than {MAX_LINE_BYTES} bytes)")
                continue
            if not line:
                return
            self._write(name, line.decode(errors="replace").rstrip())

    async def _sleep(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return

    async def _stop_in_order(self) -> None:
        await self._stopping.wait()
        for child in self._children:
            if process := self._running.get(child.name):
                await self._end(process)

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        with contextlib.suppress(ProcessLookupError):  # it ended by itself this very moment
            process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(process.wait(), self._grace)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):  # it ended at the last moment
                process.kill()
            await process.wait()


async def _until_loaded(process: asyncio.subprocess.Process, port: int) -> None:
    """Return when something listens on *port* of this machine, when the process has ended, or after ten seconds."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LOADING_SECONDS):
            while port and process.returncode is None and not await _listens(port):  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(LOOK_SECONDS)


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection(LOOPBACK, port)
    except OSError:
        return False
    writer.close()
    return True
