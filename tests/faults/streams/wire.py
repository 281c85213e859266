"""A way to Kafka that a test can narrow and block: connections stay open, bytes wait."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.ports import free_port
from wirekit.broker import BrokerOptions, EmbeddedKafka
from wirekit.broker.options import Listener
from wirekit.broker.wire import LOOPBACK

CHUNK_BYTES = 64 * 1024


class Wire:
    """Passes on between whoever connects to *port* and *target*.

    Attributes:
        servers: Where to connect.
    """

    def __init__(self, target: int, port: int) -> None:
        self.servers = f"{LOOPBACK}:{port}"
        self._target = target
        self._port = port
        self._bytes_a_second = 0
        self._is_open = asyncio.Event()
        self._is_open.set()
        self._passing: set[asyncio.Task[None]] = set()

    def block(self) -> None:
        """From now on nothing passes, and nobody is told."""
        self._is_open.clear()

    def unblock(self) -> None:
        """What waited passes, and everything after it."""
        self._is_open.set()

    def narrow(self, bytes_a_second: int) -> None:
        """So much comes back from Kafka in each connection; 0 for as much as there is."""
        self._bytes_a_second = bytes_a_second

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        server = await asyncio.start_server(self._connected, LOOPBACK, self._port)
        try:
            yield
        finally:
            server.close()
            for task in self._passing:
                task.cancel()
            await asyncio.gather(*self._passing, return_exceptions=True)

    async def _connected(self, near: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        await self._is_open.wait()
        far, far_out = await asyncio.open_connection(LOOPBACK, self._target)
        there = asyncio.ensure_future(self._pass_on(near, far_out, is_answer=False))
        back = asyncio.ensure_future(self._pass_on(far, near_out, is_answer=True))
        for task in (there, back):
            self._passing.add(task)
            task.add_done_callback(self._passing.discard)

    async def _pass_on(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, is_answer: bool) -> None:
        with suppress(OSError):
            while data := await source.read(CHUNK_BYTES):
                await self._is_open.wait()
                if is_answer and self._bytes_a_second:
                    await asyncio.sleep(len(data) / self._bytes_a_second)
                sink.write(data)
                await sink.drain()
        sink.close()


@dataclass(frozen=True, slots=True)
class WiredKafka:
    """A broker with two addresses: its own, and one at the far end of *wire*."""

    broker: EmbeddedKafka
    wire: Wire


@asynccontextmanager
async def a_wired_kafka(folder: Path) -> AsyncIterator[WiredKafka]:
    """Whoever asks over the wire is told the wire's address, and so keeps to it."""
    direct, far, near = (free_port() for _ in range(3))
    advertised = f"PLAINTEXT://{LOOPBACK}:{direct},WIRED://{LOOPBACK}:{near}"
    options = BrokerOptions(
        direct, settings={"advertised.listeners": advertised}, listeners=(Listener("WIRED", "PLAINTEXT", far),)
    )
    wire = Wire(far, near)
    async with EmbeddedKafka(folder, options) as broker, wire.running():
        yield WiredKafka(broker, wire)
