"""A web server with feeds that a test changes, and that remembers who asked for what."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass, field
from typing import Self


@dataclass(slots=True)
class Page:
    """What a path answers; 200 with an ETag, and 304 to who has it."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def etag(self) -> str:
        """Of the body."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:12]}"'


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came, and what it got."""

    path: str
    headers: dict[str, str]
    status: int


class FeedServer:
    """Serves ``pages`` on 127.0.0.1; an async context manager."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []
        self.busy = 0
        self.most_busy = 0
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server:
            self._server.close()

    @property
    def address(self) -> str:
        """Host and port."""
        assert self._server
        host, port = self._server.sockets[0].getsockname()[:2]
        return f"{host}:{port}"

    def url(self, path: str) -> str:
        """The absolute address of *path*."""
        return f"http://{self.address}{path}"

    def statuses(self, path: str) -> list[int]:
        """What the requests for *path* got, in order."""
        return [asked.status for asked in self.asked if asked.path == path]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.busy += 1
        self.most_busy = max(self.most_busy, self.busy)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            request, *lines = head.strip().split("\r\n")
            fields = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
            path = request.split(" ")[1]
            page = self.pages.get(path, Page(status=404))
            fresh = page.status == 200 and fields.get("if-none-match") == page.etag
            status, body = (304, b"") if fresh else (page.status, page.body)
            self.asked.append(Asked(path, fields, status))
            answer = {"ETag": page.etag, "Content-Length": str(len(body)), "Connection": "close"} | page.headers
            head = f"HTTP/1.1 {status} -\r\n" + "".join(f"{name}: {value}\r\n" for name, value in answer.items())
            writer.write(head.encode("latin-1") + b"\r\n" + body)
            await writer.drain()
        finally:
            self.busy -= 1
            writer.close()


def rss(*items: tuple[str, str, str], base: str = "https://harbour.example") -> bytes:
    """An RSS feed of items ``(name, title, text)``; the name makes link and guid."""
    listed = "".join(
        f"<item><title>{title}</title><link>{base}/{name}</link><guid>{base}/{name}</guid>"
        f"<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"
        for name, title, text in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>{listed}</channel></rss>'.encode()
