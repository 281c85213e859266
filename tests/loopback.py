"""A small HTTP/1.1 server for tests: loopback only, keeps connections, knows no news."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """A request; the names of its headers are in lower case."""

    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Answer:
    """What goes back."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


Answering = Callable[[Asked], Awaitable[Answer]]


async def serve(hosts: Sequence[str], port: int, answering: Answering) -> None:
    """Answer until cancelled."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                writer.write(_written(await answering(await read_request(reader))))
                await writer.drain()
        except (OSError, EOFError):
            return
        finally:
            writer.close()

    server = await asyncio.start_server(connected, hosts, port, backlog=256)
    async with server:
        await server.serve_forever()


async def read_request(reader: asyncio.StreamReader) -> Asked:
    """The next request of a connection; EOFError at its end."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    request, *lines = head.strip().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Asked(request.split(" ")[1], headers, body)


def _written(answer: Answer) -> bytes:
    fields = {**answer.headers, "Content-Length": str(len(answer.body))}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {answer.status} -\r\n{lines}\r\n".encode("latin-1") + answer.body
