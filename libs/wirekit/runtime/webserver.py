"""Serves an ASGI app until cancelled, leaving signals to the lifecycle. Knows no pages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import uvicorn

from wirekit.errors import ConfigError

GRACE_SECONDS = 2
HEAD_BYTES = 16 * 1024


class WebServer:
    """Serves *app* on *host* and *port*; connections that are open at the end get two seconds."""

    def __init__(self, app: Callable[..., Any], host: str, port: int) -> None:
        config = uvicorn.Config(
            app,
            host,
            port,
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
