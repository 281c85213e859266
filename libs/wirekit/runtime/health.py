"""Serves /livez, /readyz and /metrics over HTTP/1.1, on asyncio alone. Serves no article text and knows no service.

``/livez`` answers 503 when a named check says that the process makes no progress: whoever watches restarts it.
``/readyz`` answers 503 until every named check holds. Both answer JSON with a reason a check. Anyone may connect, so
the head is bounded in bytes and seconds, every connection serves one request, and of too many the one that has waited
longest is hung up on: a probe is answered however many others keep silent.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Self

from wirekit.errors import ConfigError
from wirekit.runtime import metrics

_HEAD_BYTES = 8 * 1024
_HEAD_SECONDS = 5.0
_CONNECTIONS = 256
_BACKLOG = 1024

Check = Callable[[], str | None]
"""None while all is well, else the reason in words; called on the event loop, must return at once."""


class Checks:
    """Named checks, added while the service starts."""

    def __init__(self, *, empty: str | None = None) -> None:
        """With no check yet, *empty* is the reason why not; None when that is fine."""
        self._empty = empty
        self._checks: dict[str, Check] = {}

    def add(self, name: str, check: Check) -> None:
        """Ask *check* from now on."""
        self._checks[name] = check

    def failures(self) -> dict[str, str]:
        """The reasons of the checks that do not hold, by name."""
        if not self._checks:
            return {"started": self._empty} if self._empty else {}
        answers = {name: check() for name, check in self._checks.items()}
        return {name: reason for name, reason in answers.items() if reason is not None}


class HealthServer:
    """The three pages on one port; an async context manager."""

    def __init__(self, host: str, port: int, live: Checks, ready: Checks) -> None:
        """Serve on *host* and *port*."""
        self._host = host
        self._port = port
        self._live = live
        self._ready = ready
        self._server: asyncio.Server | None = None
        self._open: dict[asyncio.StreamWriter, None] = {}

    async def __aenter__(self) -> Self:
        """Listen; raises ConfigError when the port is taken."""
        try:
            self._server = await asyncio.start_server(
                self._serve, self._host, self._port, limit=_HEAD_BYTES, backlog=_BACKLOG
            )
        except OSError as error:
            raise ConfigError(f"health port {self._host}:{self._port} cannot be opened: {error.strerror}") from error
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()

    @property
    def port(self) -> int:
        """The port that is listened on."""
        if self._server is None:
            return self._port
        return int(self._server.sockets[0].getsockname()[1])

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open[writer] = None
        if len(self._open) > _CONNECTIONS:
            self._hang_up(next(iter(self._open)))
        try:
            async with asyncio.timeout(_HEAD_SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
                writer.write(self._answer(head.partition(b"\r\n")[0]))
                await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError, OSError):
            return
        finally:
            self._open.pop(writer, None)
            writer.close()

    def _hang_up(self, writer: asyncio.StreamWriter) -> None:
        del self._open[writer]
        writer.transport.abort()

    def _answer(self, request_line: bytes) -> bytes:
        method, _, rest = request_line.partition(b" ")
        path = rest.partition(b" ")[0].partition(b"?")[0]
        if method not in (b"GET", b"HEAD"):
            return _response("405 Method Not Allowed", "text/plain", b"", body=True)
        match path:
            case b"/livez":
                status, kind, body = _report(self._live)
            case b"/readyz":
                status, kind, body = _report(self._ready)
            case b"/metrics":
                metrics.TASKS.set(len(asyncio.all_tasks()))
                status, kind, body = "200 OK", "text/plain; version=0.0.4; charset=utf-8", metrics.exposition()
            case _:
                status, kind, body = "404 Not Found", "text/plain", b""
        return _response(status, kind, body, body=method == b"GET")


def _report(checks: Checks) -> tuple[str, str, bytes]:
    failures = checks.failures()
    status = "503 Service Unavailable" if failures else "200 OK"
    return status, "application/json", json.dumps({"ok": not failures, "failures": failures}).encode() + b"\n"


def _response(status: str, kind: str, content: bytes, *, body: bool) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\nConnection: close\r\n\r\n"
    return head.encode() + (content if body else b"")
