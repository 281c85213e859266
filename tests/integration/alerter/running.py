"""The alerter as a process, and what it wrote."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

from tests.articles import written
from tests.builders import an_instant
from tests.integration.streams.topics import read, until
from tests.sightings import a_fingerprint
from wirekit.contracts import (
    AlertRaised,
    AlertSuppressed,
    ArticleRevised,
    Candidate,
    EnrichedArticle,
    EnricherInfo,
    topology,
)
from wirekit.streams import Connection, Event, Outgoing, Publisher, decode

BOTH = "Ana Brodie met Tomas Ilk."
NOBODY = "Rain fell."


class AlerterProcess:
    """``python -m wirewatch.alerter``, the same replica at every start."""

    def __init__(self, connection: Connection, log: Path) -> None:
        self._log = log
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self._environment = os.environ | {
            "WIREWATCH_KAFKA": connection.bootstrap_servers,
            "WIREWATCH_ALERTER_HEALTH_PORT": str(self._port),
            "WIREWATCH_ALERTER_CONSOLE_URL": "https://desk.example",
            "WIREWATCH_ALERTER_INSTANCE": "alerter-0",
        }
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._end(signal.SIGKILL)

    async def start(self) -> None:
        """Start it, and do not wait."""
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "wirewatch.alerter", env=self._environment, stderr=log
            )

    async def kill(self) -> None:
        """End it without a warning."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it to end; its exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> int:
        assert self._process
        if self._process.returncode is None:
            self._process.send_signal(number)
        return await self._process.wait()

    async def until_ready(self) -> None:
        """Return when /readyz has nothing to say."""
        await until(self._is_ready, 60)

    async def _is_ready(self) -> bool:
        return await self.unready() == {}

    async def unready(self) -> dict[str, str]:
        """Why it is not ready, by check."""
        return await asyncio.to_thread(self._readyz)

    def _readyz(self) -> dict[str, str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/readyz", timeout=5) as answer:
                body = answer.read()
        except urllib.error.HTTPError as error:
            body = error.read()
        except OSError as error:
            return {"process": str(error)}
        failures: dict[str, str] = json.loads(body)["failures"]
        return failures


def told(name: str, text: str = BOTH, *, story: str = "s", list_number: int = 3, **changes: Any) -> EnrichedArticle:
    """The article *name*, whose wording is like every other of *story*."""
    defaults: dict[str, Any] = {
        "article_id": f"art_{name}",
        "url": f"https://news.example/{name}",
        "fingerprint": a_fingerprint(story, text),
        "found_at": an_instant(),
        "enricher": EnricherInfo(version="1", watchlist_revision=list_number),
    }
    return written(text, **{**defaults, **changes})


async def send(connection: Connection, outgoing: Iterable[Outgoing]) -> None:
    async with Publisher(connection) as publisher:
        await publisher.publish(*outgoing)


async def raised(connection: Connection) -> list[Event[AlertRaised]]:
    """Every alert revision that a read_committed reader sees."""
    return [decode(record, AlertRaised) for record in await read(connection, topology.ALERTS_RAISED.name)]


async def suppressed(connection: Connection) -> list[AlertSuppressed]:
    records = await read(connection, topology.ALERTS_SUPPRESSED.name)
    return [decode(record, AlertSuppressed).data for record in records]


async def causes(connection: Connection) -> list[Event[Candidate | ArticleRevised]]:
    """What the decide half had to decide, in the order of each partition."""
    records = await read(connection, topology.ALERTS_CANDIDATES.name)
    events: list[Event[Any]] = [decode(record, Candidate, ArticleRevised) for record in records]
    return events


async def until_raised(connection: Connection, number: int) -> list[AlertRaised]:
    """The alert revisions, when there are *number*."""

    async def enough() -> bool:
        return len(await raised(connection)) >= number

    await until(enough, 60)
    return [event.data for event in await raised(connection)]
