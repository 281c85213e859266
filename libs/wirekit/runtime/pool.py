"""Runs a function on items in child processes that may crash or hang. Bytes in, bytes out; never sees what they mean.

A child answers item by item, so the item at which it died is known. That item is a suspect, no more: a child may be
killed or held up from outside. Unless the child worked on it for half of the time that it has, it is tried once more,
alone in a fresh child, and only what kills or stalls that one too is reported as a failure; everything else in the
chunk gets its answer. Children are new interpreters, not forks of this
one with its threads and sockets, and none outlives its parent, kill -9 included (``pool_child``).
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Self

from wirekit.runtime import metrics
from wirekit.runtime.cpus import available_cpus
from wirekit.runtime.logs import get_logger
from wirekit.runtime.pool_child import ENVIRONMENT, FAILED, LENGTH, LOADED, LOADING, READY, Failure, frames

__all__ = ["ENVIRONMENT", "TIMED_OUT", "ChildFailed", "Failure", "Pool", "Result"]

TIMED_OUT = "timed_out"
LOADING_SECONDS = 600.0
"""So much longer an item may take before which a child loads something, as a watch list of a million names."""

_START_SECONDS = 60.0
_MORE_SECONDS = {LOADING: LOADING_SECONDS, LOADED: 0.0}
_GUILTY_SHARE = 0.5  # of its time that a child worked: then nothing outside held it up
_BUFFER_BYTES = 1024 * 1024
log = get_logger()

Result = bytes | Failure


class Pool:
    """Child processes that run one function; an async context manager.

    Args:
        function: ``package.module:name`` of a function ``(item: bytes, context: bytes) -> bytes``.
        workers: How many children; by default as many as this process may use CPUs.
        timeout_seconds: For one item, in the child.
        prepare: What a child gives the function ``prepare`` beside its own before the first item; nothing where empty.
        patient: Whether an item that took too long is tried once more; one that is asked for again anyway need not be.
    """

    def __init__(
        self,
        function: str,
        *,
        workers: int | None = None,
        timeout_seconds: float = 30.0,
        prepare: str = "",
        patient: bool = True,
    ) -> None:
        self._function = function
        self._prepare = prepare
        self._timeout = timeout_seconds
        self._patient = patient
        self._workers = workers or available_cpus()
        # None stands for a child that is still to be started.
        self._idle: asyncio.Queue[_Child | None] = asyncio.Queue()
        self._children: set[_Child] = set()
        self._closed = False

    async def __aenter__(self) -> Self:
        """Start the children; raises ChildFailed when the function cannot be imported there."""
        for child in await asyncio.gather(*(self._start() for _ in range(self._workers))):
            self._idle.put_nowait(child)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Kill the children; whoever still waits for an answer gets ChildFailed."""
        self._closed = True
        await asyncio.gather(*(child.kill() for child in self._children))

    def is_busy(self) -> bool:
        """Whether a child has something in hand, and has not used up its time for it."""
        now = asyncio.get_running_loop().time()
        return any(now < child.due for child in self._children)

    async def run(self, chunk: Sequence[bytes], context: bytes = b"") -> list[Result]:
        """The result of every item of *chunk*, in its order, from one child; *context* goes to each call.

        A Failure names ``crashed``, ``timed_out``, ``raised`` or the reason of an ``InvalidMessage``.
        """
        results: list[Result] = []
        while len(results) < len(chunk):
            answers, died = await self._attempt(chunk[len(results) :], context)
            results += answers
            if died is not None and died.failure.reason == TIMED_OUT and (died.is_certain or not self._patient):
                results.append(died.failure)
            elif died is not None:
                suspect = chunk[len(results)]
                answers, died_alone = await self._attempt([suspect], context)
                results += answers if died_alone is None else [died_alone.failure]
        return results

    async def _attempt(self, items: Sequence[bytes], context: bytes) -> tuple[list[Result], ChildDied | None]:
        """The answers a child gave, and how it died where it did not give all of them."""
        answers: list[Result] = []
        try:
            async with self._borrowed() as child:
                child.send(items, context)
                while len(answers) < len(items):
                    answers.append(await child.answer(self._timeout))
        except ChildDied as death:
            if self._closed:
                raise ChildFailed("the pool is closed") from death
            metrics.POOL_CHILDREN_LOST.labels(death.failure.reason).inc()
            log.warning(
                "pool.child_lost", function=self._function, reason=death.failure.reason, detail=death.failure.detail
            )
            return answers, death
        return answers, None

    @asynccontextmanager
    async def _borrowed(self) -> AsyncIterator[_Child]:
        child = await self._idle.get()
        spent = True
        try:
            child = child or await self._start()
            yield child
            spent = False
        finally:
            self._idle.put_nowait(None if spent else child)
            if spent and child is not None:
                self._children.discard(child)
                await child.kill()

    async def _start(self) -> _Child:
        child = await _Child.start(self._function, self._prepare)
        self._children.add(child)
        if self._closed:
            await child.kill()
            raise ChildFailed("the pool is closed")
        return child


class ChildFailed(Exception):
    """A child could not be started: the function is not importable, or the machine is out of something."""


class ChildDied(Exception):
    """A child ended, or was killed for hanging, before it answered; *is_certain* when that is its item's fault."""

    def __init__(self, failure: Failure, *, is_certain: bool = False) -> None:
        super().__init__(failure.reason)
        self.failure = failure
        self.is_certain = is_certain


@dataclass(slots=True, eq=False)
class _Child:
    """*due* is when on the loop's clock it must have answered; 0 while nobody asks."""

    process: asyncio.subprocess.Process
    answers: asyncio.StreamReader
    questions: asyncio.StreamWriter
    due: float = 0.0

    @classmethod
    async def start(cls, function: str, prepare: str) -> _Child:
        command = (sys.executable, "-P", "-m", "wirekit.runtime.pool_child", function, str(os.getpid()), prepare)
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *command, stdin=pipe, stdout=pipe, env=environment, limit=_BUFFER_BYTES
        )
        if process.stdin is None or process.stdout is None:
            raise ChildFailed("no pipes")
        child = cls(process, process.stdout, process.stdin)
        try:
            async with asyncio.timeout(_START_SECONDS):
                started = await child.answers.readexactly(len(READY))
        except (asyncio.IncompleteReadError, TimeoutError) as error:
            await child.kill()
            raise ChildFailed(f"a child for {function} did not start; its error stands above") from error
        if started != READY:
            await child.kill()
            raise ChildFailed(f"a child for {function} wrote to standard output while it started")
        return child

    def send(self, items: Sequence[bytes], context: bytes) -> None:
        """Queue *items*; the child reads one when it has answered the one before."""
        with suppress(RuntimeError):  # uvloop's, where the child has ended already: `answer` will say so
            self.questions.writelines(frames((context, *items), len(items)))

    async def answer(self, timeout_seconds: float) -> Result:
        """The answer to the next item, which has so long, and longer where the child loads something first.

        Raises:
            ChildDied: It ended, or took too long.
        """
        clock, kind = asyncio.get_running_loop().time, LOADED
        try:
            async with asyncio.timeout(None) as deadline:
                while kind in _MORE_SECONDS:
                    worked = self._cpu_seconds()
                    self.due = clock() + timeout_seconds + _MORE_SECONDS[kind]
                    deadline.reschedule(self.due)
                    kind, length = LENGTH.unpack(await self.answers.readexactly(LENGTH.size))
                payload = await self.answers.readexactly(length)
        except TimeoutError:
            is_certain = kind == LOADED and self._cpu_seconds() - worked > timeout_seconds * _GUILTY_SHARE
            died = Failure(TIMED_OUT, f"no answer within {timeout_seconds:g} s")
            raise ChildDied(died, is_certain=is_certain) from None
        except (asyncio.IncompleteReadError, OSError):
            raise ChildDied(Failure("crashed", _cause(await self.process.wait()))) from None
        finally:
            self.due = 0.0
        return Failure.from_bytes(payload) if kind == FAILED else payload

    def _cpu_seconds(self) -> float:
        """The CPU time that it has used (clock_getcpuclockid(3)); 0 where that is no Linux."""
        with suppress(OSError):
            return time.clock_gettime(~self.process.pid << 3 | 2) if sys.platform == "linux" else 0.0
        return 0.0

    async def kill(self) -> None:
        if self.process.returncode is None:
            self.process.kill()
        self.questions.close()
        await self.process.wait()


def _cause(exit_code: int) -> str:
    return f"killed by {signal.Signals(-exit_code).name}" if exit_code < 0 else f"exit code {exit_code}"
