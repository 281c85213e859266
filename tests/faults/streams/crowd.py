"""The workers of a test and their topics: start, signal, feed, wait; nothing is left running."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from aiokafka import AIOKafkaConsumer, TopicPartition

from tests.faults.streams.deciding import PARTITIONS
from tests.integration.streams import topics
from wirekit.streams import Connection, Outgoing, Record
from wirekit.streams.publisher import Publisher

ROOT = Path(__file__).parents[3]


class Worker:
    """One process; its output is a file that the test reads."""

    def __init__(self, command: list[str], log: Path) -> None:
        self.log = log
        with log.open("wb") as output:
            self.process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)

    def hands(self) -> int:
        """How many chunks it has had in hand."""
        return self.log.read_bytes().count(b"HAND ")

    async def busy(self, chunks: int = 1) -> None:
        """Return when it takes the next chunk, or the given number of further chunks, in hand."""
        wanted = self.hands() + chunks
        await topics.until(lambda: self.hands() >= wanted or self.process.poll() is not None)
        assert self.hands() >= wanted, self.log.read_text()[-3000:]

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
    """Workers of one role over the topics ``<prefix>in``, ``out``, ``state`` and ``in.dlq``."""

    def __init__(self, role: str, connection: Connection, prefix: str, folder: Path) -> None:
        self.role = role
        self.connection = connection
        self.prefix = prefix
        self.folder = folder
        self.workers: list[Worker] = []
        self._count = 0
        self._full = False

    async def prepare(self) -> None:
        """Make the topics."""
        names = [self.prefix + name for name in ("in", "out", "in.dlq")]
        await topics.create(self.connection, *names, partitions=PARTITIONS)
        await topics.create(self.connection, self.prefix + "state", partitions=PARTITIONS, compacted=True)

    def spawn(self, *options: str) -> Worker:
        """Start one more worker."""
        command = [sys.executable, "-m", "tests.faults.streams.worker", self.role]
        command += [self.connection.bootstrap_servers, self.prefix, *options]
        worker = Worker(command, self.folder / f"worker-{len(self.workers)}.log")
        self.workers.append(worker)
        return worker

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
        tps = [TopicPartition(self.prefix + "in", partition) for partition in range(PARTITIONS)]
        async with AIOKafkaConsumer(
            **self.connection.options(), group_id=self.prefix + "group", enable_auto_commit=False
        ) as consumer:

            async def done() -> bool:
                ends = await consumer.end_offsets(tps)
                return all([(await consumer.committed(tp) or 0) >= ends[tp] for tp in tps])

            await topics.until(done, seconds)

    async def read(self, name: str) -> list[Record]:
        """What a read_committed reader sees of the topic *name*."""
        return await topics.read(self.connection, self.prefix + name)

    def show(self) -> None:
        """Print the workers' logs: pytest shows them where a test fails."""
        for worker in self.workers:
            lines = [line for line in worker.log.read_text().splitlines() if not line.startswith("HAND")]
            sys.stdout.write("\n".join([f"--- {worker.log.name}", *lines[-60:], ""]))


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
