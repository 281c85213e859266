"""The workers of a test and their topics: start, signal, feed, wait; nothing is left running."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupCoordinatorNotAvailableError

from tests.faults.streams.deciding import PARTITIONS, violations
from tests.integration.streams import topics
from wirekit.kafka import Connection, Outgoing, Record
from wirekit.streams.publisher import Publisher

ROOT = Path(__file__).parents[3]


class Worker:
    """One process; its output is a file that the test reads."""

    def __init__(self, command: list[str], log: Path) -> None:
        self.log = log
        with log.open("wb") as output:
            self.process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)

    def count(self, word: str) -> int:
        """How many of its lines begin with *word*."""
        return sum(line.startswith(word) for line in self.text().splitlines())

    def text(self) -> str:
        """What it has written so far."""
        return self.log.read_text(errors="replace")

    async def says(self, word: str, times: int = 1, seconds: float = 60) -> None:
        """Return when so many further lines begin with *word*; HAND: a chunk is in hand."""
        wanted = self.count(word) + times
        await topics.until(lambda: self.count(word) >= wanted or self.process.poll() is not None, seconds)
        assert self.count(word) >= wanted, self.text()[-3000:]

    async def busy(self, chunks: int = 1) -> None:
        """Return when it takes the next chunk, or the given number of further chunks, in hand."""
        await self.says("HAND", chunks)

    async def exit_code(self, seconds: float = 30) -> int:
        """The code with which it ends, or has ended."""
        await topics.until(lambda: self.process.poll() is not None, seconds)
        return self.process.returncode

    def send(self, number: signal.Signals) -> None:
        """Send a signal; SIGSTOP freezes it, SIGCONT wakes it."""
        self.process.send_signal(number)

    async def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal and return the exit code."""
        self.send(number)
        return await self.exit_code()


class Crowd:
    """Workers of one role over the topics ``<prefix>in``, ``out``, ``state`` and ``in.dlq``.

    Attributes:
        partitions: How many ``in`` has.
        codes: The exit codes of those that were `kept` and ended by themselves.
    """

    def __init__(self, role: str, connection: Connection, prefix: str, folder: Path) -> None:
        self.role = role
        self.connection = connection
        self.prefix = prefix
        self.folder = folder
        self.partitions = PARTITIONS
        self.workers: list[Worker] = []
        self.codes: list[int] = []
        self._count = 0
        self._full = False

    async def prepare(self) -> None:
        """Make the topics."""
        names = [self.prefix + name for name in ("in", "out", "in.dlq")]
        await topics.create(self.connection, *names, partitions=self.partitions)
        await topics.create(self.connection, self.prefix + "state", partitions=self.partitions, compacted=True)

    def spawn(self, *options: str, servers: str = "") -> Worker:
        """Start one more worker; it reaches Kafka at *servers*, or where the test does."""
        command = [sys.executable, "-m", "tests.faults.streams.worker", self.role]
        command += [servers or self.connection.bootstrap_servers, self.prefix, *options]
        worker = Worker(command, self.folder / f"worker-{len(self.workers)}.log")
        self.workers.append(worker)
        return worker

    @asynccontextmanager
    async def kept(self, count: int, *options: str) -> AsyncIterator[list[Worker]]:
        """So many workers as long as the block runs; one that ends is replaced, as a supervisor does."""
        living = [self.spawn(*options) for _ in range(count)]

        async def supervise() -> None:
            while True:
                for place, worker in enumerate(living):
                    if (code := worker.process.poll()) is not None:
                        self.codes.append(code)
                        living[place] = self.spawn(*options)
                await asyncio.sleep(0.2)

        supervising = asyncio.create_task(supervise())
        try:
            yield living
        finally:
            supervising.cancel()

    async def feed(self, count: int) -> None:
        """Write *count* further numbers under nine keys."""
        async with Publisher(self.connection) as publisher:
            await publisher.publish(*self._numbers(count))

    @asynccontextmanager
    async def fed(self, per_second: int = 150) -> AsyncIterator[None]:
        """Numbers keep coming as long as the block runs."""
        feeding = asyncio.create_task(self._keep_feeding(per_second))
        yield
        self._full = True
        await feeding

    async def _keep_feeding(self, per_second: int) -> None:
        async with Publisher(self.connection) as publisher:
            while not self._full:  # the pace is the point
                await publisher.publish(*self._numbers(per_second // 10))
                await asyncio.sleep(0.1)

    def _numbers(self, count: int) -> list[Outgoing]:
        self._count += count
        numbers = range(self._count - count, self._count)
        return [Outgoing(self.prefix + "in", b"k%d" % (n % 9), b"%d" % n) for n in numbers]

    async def caught_up(self, seconds: float = 60) -> None:
        """Return when the group has committed the end of every partition, transaction markers included."""
        async with self._asking() as ask:

            async def done() -> bool:
                return all(committed >= end for committed, end in (await ask()).values())

            await topics.until(done, seconds)

    async def places(self) -> dict[int, tuple[int, int]]:
        """By partition of ``in``: what the group has committed, 0 for nothing, and the end."""
        async with self._asking() as ask:
            return await ask()

    @asynccontextmanager
    async def _asking(self) -> AsyncIterator[Callable[[], Awaitable[dict[int, tuple[int, int]]]]]:
        tps = [TopicPartition(self.prefix + "in", partition) for partition in range(self.partitions)]
        async with AIOKafkaConsumer(
            **self.connection.options(), group_id=self.prefix + "group", enable_auto_commit=False
        ) as consumer:

            async def ask() -> dict[int, tuple[int, int]]:
                ends = await consumer.end_offsets(tps)
                return {tp.partition: (await consumer.committed(tp) or 0, ends[tp]) for tp in tps}

            yield ask

    async def members(self) -> set[str]:
        """The ids of the members of the group; one that leaves and comes back has another."""
        admin = AIOKafkaAdminClient(**self.connection.options())
        await admin.start()
        try:
            (answer,) = await admin.describe_consumer_groups([self.prefix + "group"])
        finally:
            await admin.close()
        return {member[0] for group in answer.groups for member in group[5]}

    async def joined(self) -> set[str]:
        """The members, when there are some."""

        async def has_members() -> bool:
            with suppress(GroupCoordinatorNotAvailableError):  # it has no group at all yet
                return bool(await self.members())
            return False

        await topics.until(has_members)
        return await self.members()

    async def read(self, name: str) -> list[Record]:
        """What a read_committed reader sees of the topic *name*."""
        return await topics.read(self.connection, self.prefix + name)

    async def outcome(self, seconds: float = 60) -> tuple[dict[bytes, list[bytes]], dict[bytes, list[bytes]]]:
        """By key, when all is committed: what must have come out of a pipeline, and what came out."""
        await self.caught_up(seconds)
        return by_key(await self.read("in")), by_key(await self.read("out"))

    async def violations(self) -> list[str]:
        """What is wrong with the log of owned state when all workers have been told to end; empty when it is exact."""
        for worker in self.workers:
            if worker.process.poll() is None:
                await worker.end()
        return violations(await self.read("in"), await self.read("out"), await self.read("state"))

    def show(self) -> None:
        """Print the workers' logs: pytest shows them where a test fails."""
        for worker in self.workers:
            lines = [line for line in worker.text().splitlines() if not line.startswith(("HAND", "STEP"))]
            sys.stdout.write("\n".join([f"--- {worker.log.name}", *lines[-60:], ""]))


class Hold:
    """A file that the workers look for: while it is there, chunks stay in hand, or a dependency is away.

    With the value of a record in it, only a chunk with that record stays.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "hold"
        self.place()

    def place(self, value: str = "") -> None:
        self._path.write_text(value)

    def lift(self) -> None:
        self._path.unlink()

    def __str__(self) -> str:
        return str(self._path)


def by_key(records: Sequence[Record]) -> dict[bytes, list[bytes]]:
    """The values of each key, in order."""
    keyed: dict[bytes, list[bytes]] = {}
    for record in records:
        keyed.setdefault(record.key or b"", []).append(record.value or b"")
    return keyed


def without_repeats(keyed: dict[bytes, list[bytes]]) -> dict[bytes, list[bytes]]:
    """Each value where it came first."""
    return {key: list(dict.fromkeys(values)) for key, values in keyed.items()}


@contextmanager
def crowd(role: str, servers: str, prefix: str, folder: Path) -> Iterator[Crowd]:
    gathered = Crowd(role, Connection(servers), prefix, folder)
    try:
        yield gathered
    finally:
        for worker in gathered.workers:
            if worker.process.poll() is None:
                worker.process.kill()
                worker.process.wait()
        gathered.show()
