"""The alerter as a process, and what it wrote."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.articles import written
from tests.builders import an_instant
from tests.integration.streams.topics import read
from tests.polling import until
from tests.services import ServiceProcess
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
from wirekit.kafka import Connection, Outgoing
from wirekit.streams import Event, Publisher, decode

BOTH = "Ana Brodie met Tomas Ilk."
NOBODY = "Rain fell."


def an_alerter(connection: Connection, log: Path) -> ServiceProcess:
    """``python -m wirewatch.alerter``, the same replica at every start."""
    return ServiceProcess("alerter", connection, log, console_url="https://desk.example", instance="alerter-0")


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
