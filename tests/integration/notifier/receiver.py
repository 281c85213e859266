"""A webhook receiver on 127.0.0.1 that notes what comes and answers as told."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.loopback import read_request
from tests.polling import until
from tests.webhooks import Received


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
                asked = await read_request(reader)
                request = Received(asked.path, dict(asked.headers), asked.body)
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
