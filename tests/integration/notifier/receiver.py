"""A webhook receiver on 127.0.0.1 that notes what comes and answers as told."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.polling import until


@dataclass(frozen=True)
class Received:
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def webhook_id(self) -> str:
        """Equal on every attempt."""
        return self.headers["webhook-id"]

    @property
    def event(self) -> dict[str, Any]:
        """The body as JSON."""
        event: dict[str, Any] = json.loads(self.body)
        return event


@dataclass
class Receiver:
    """Answers request number n (from 0) with what *answer* gives for it: a status and header lines."""

    answer: Callable[[int], str] = lambda _: "200 OK"
    port: int = 0
    hold: asyncio.Event | None = None
    requests: list[Received] = field(default_factory=list)
    open: int = 0
    most_open: int = 0
    answered: int = 0

    @property
    def url(self) -> str:
        """The address for an endpoint."""
        return f"http://127.0.0.1:{self.port}/hook"

    def times(self) -> Counter[str]:
        """How often each webhook id came."""
        return Counter(request.webhook_id for request in self.requests)

    async def received(self, count: int) -> list[Received]:
        """The requests, when there are *count*."""
        await until(lambda: len(self.requests) >= count)
        return self.requests

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        try:
            while True:
                request = await _read(reader)
                number = len(self.requests)
                self.requests.append(request)
                if self.hold is not None:
                    await self.hold.wait()
                writer.write(f"HTTP/1.1 {self.answer(number)}\r\nContent-Length: 0\r\n\r\n".encode())
                await writer.drain()
                self.answered += 1
        except (OSError, asyncio.IncompleteReadError):
            return
        finally:
            self.open -= 1
            writer.close()


async def _read(reader: asyncio.StreamReader) -> Received:
    start, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").rstrip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Received(start.split(" ")[1], headers, await reader.readexactly(int(headers["content-length"])))


@asynccontextmanager
async def a_receiver(answer: Callable[[int], str] = lambda _: "200 OK") -> AsyncIterator[Receiver]:
    """A receiver on a free port."""
    receiver = Receiver(answer)
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()
