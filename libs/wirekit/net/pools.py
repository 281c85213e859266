"""One small connection pool for each origin, the most recently used ones kept. Decides nothing about requests.

A pool walks all its connections on every request, so one shared pool costs three times the CPU of a pool per origin.
"""

from __future__ import annotations

import ssl
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpcore

_CONNECTIONS_PER_ORIGIN = 16
_IDLE_SECONDS = 30.0


@dataclass(slots=True)
class _Entry:
    pool: httpcore.AsyncConnectionPool
    users: int = 0


class OriginPools:
    """Lends the pool of an origin; of more than *most* the longest unused are closed, never one in use."""

    def __init__(self, network: httpcore.AsyncNetworkBackend, tls: ssl.SSLContext, most: int = 256) -> None:
        """Open connections through *network*; keep at most about *most* pools."""
        self._network = network
        self._tls = tls
        self._most = most
        self._entries: OrderedDict[tuple[bytes, bytes, int], _Entry] = OrderedDict()

    @asynccontextmanager
    async def lent(self, origin: tuple[bytes, bytes, int]) -> AsyncIterator[httpcore.AsyncConnectionPool]:
        """The pool of *origin* (scheme, host, port), safe from being closed meanwhile."""
        entry = self._entries.get(origin) or self._entries.setdefault(origin, _Entry(self._new_pool()))
        self._entries.move_to_end(origin)
        entry.users += 1
        try:
            yield entry.pool
        finally:
            entry.users -= 1
            await self._close_surplus()

    async def aclose(self) -> None:
        """Close every connection."""
        while self._entries:
            _, entry = self._entries.popitem()
            await entry.pool.aclose()

    def _new_pool(self) -> httpcore.AsyncConnectionPool:
        return httpcore.AsyncConnectionPool(
            ssl_context=self._tls,
            max_connections=_CONNECTIONS_PER_ORIGIN,
            keepalive_expiry=_IDLE_SECONDS,
            network_backend=self._network,
        )

    async def _close_surplus(self) -> None:
        surplus = len(self._entries) - self._most
        if surplus <= 0:
            return
        idle = [origin for origin, entry in self._entries.items() if entry.users == 0][:surplus]
        for entry in [self._entries.pop(origin) for origin in idle]:
            await entry.pool.aclose()
