"""Serves an ASGI app until cancelled, leaving signals to the lifecycle. Knows no pages.

Anyone may connect, so connections, heads and bodies are bounded, a request has to arrive in time, and what is answered
has to be taken. How long an answer is in the making is up to the app: some are streams.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from wirekit.errors import ConfigError

GRACE_SECONDS = 2
HEAD_BYTES = 16 * 1024
BODY_BYTES = 64 * 1024
REQUEST_SECONDS = 10.0
ANSWER_SECONDS = 60.0
CONNECTIONS = 500

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]


class WebServer:
    """Serves *app* on *host* and *port*; connections that are open at the end get two seconds."""

    def __init__(self, app: App, host: str, port: int) -> None:
        config = uvicorn.Config(
            _with_small_bodies(app),
            host,
            port,
            http=_InTime,
            ws="none",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
            h11_max_incomplete_event_size=HEAD_BYTES,
        )
        self._server = uvicorn.Server(config)
        self._address = f"{host}:{port}"

    async def run(self) -> None:
        """Serve until cancelled.

        Raises:
            ConfigError: The port is taken.
        """
        serving = asyncio.create_task(self._serve())
        try:
            await asyncio.shield(serving)
        except asyncio.CancelledError:
            self._server.should_exit = True
            await serving
            raise

    async def _serve(self) -> None:
        try:
            await self._server._serve()  # noqa: SLF001 - serve() would take the signals from us
        except SystemExit:  # uvicorn's answer to a port that it cannot have; it has logged why
            raise ConfigError(f"cannot listen on {self._address}: is the port taken?") from None


class _InTime(H11Protocol):
    """One connection. Each of its requests has to arrive whole within ten seconds from the end of the one before.

    A piece of an answer that is not taken within a minute ends it: who never reads would keep its place for ever.
    """

    _deadline: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        transport.set_write_buffer_limits(0)  # we are told of every byte that waits
        if len(self.connections) > CONNECTIONS:
            transport.close()
        self._await_request()

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._deadline, self._taking):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._taking = self.loop.call_later(ANSWER_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._taking is not None:
            self._taking.cancel()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._await_request()

    def _await_request(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(REQUEST_SECONDS, self._close_unless_received)

    def _close_unless_received(self) -> None:
        if self.conn.their_state in (h11.IDLE, h11.SEND_BODY):
            self.transport.close()


def _with_small_bodies(app: App) -> App:
    """*app*, given each body in one piece, once it has arrived and is no longer than 64 KiB."""

    async def serve(scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await app(scope, receive, send)
        body = await _small_body(scope, receive)
        if body is None:
            return await _refuse(send)
        whole: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def received() -> Message:
            return whole.pop() if whole else await receive()

        return await app(scope, received, send)

    return serve


async def _small_body(scope: MutableMapping[str, Any], receive: Receive) -> bytes | None:
    """The body; None where it is too long, by what its head says or by what comes, or where its sender has gone."""
    declared = dict(scope["headers"]).get(b"content-length", b"0")
    if int(declared) > BODY_BYTES:
        return None
    body, has_more = b"", True
    while has_more and len(body) <= BODY_BYTES:
        message = await receive()
        body += message.get("body", b"")
        has_more = message.get("more_body", False)
    return body if len(body) <= BODY_BYTES and message["type"] == "http.request" else None


async def _refuse(send: Send) -> None:
    head = [(b"content-type", b"text/plain"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": head})
    await send({"type": "http.response.body", "body": b"the body is too long\n"})
