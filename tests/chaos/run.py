"""One run: a newsroom, a wire that feeds it, faults by plan, and the verdict."""

from __future__ import annotations

import asyncio
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.chaos.crew import Crew
from tests.chaos.plan import plan
from tests.chaos.verdict import Finding, find, told
from tests.e2e.newsroom import Layout, Newsroom
from tests.faults.product.wire import ENDPOINTS, PAIRS, Wire, watchlist
from wirekit.contracts import topology
from wirekit.streams import Outgoing, Publisher

POISON = 20
LOT = 4
"""Articles that come at a time."""


@dataclass(frozen=True)
class Scale:
    """How large a run is.

    Attributes:
        share: Which part of the articles tells a new story that must alert.
        database: The delivery table as a URL; empty for a SQLite file, which only one notifier may use.
    """

    seed: int
    articles: int = 20_000
    per_second: float = 18.0
    faults: int = 50
    share: float = 0.015
    feeds: int = 24
    brokers: int = 3
    replicas: int = 2
    database: str = ""

    @property
    def crew(self) -> dict[str, int]:
        """How many processes of each service."""
        notifiers = self.replicas if self.database else 1
        return dict.fromkeys(("poller", "enricher", "alerter"), self.replicas) | {"notifier": notifiers}


async def run(folder: Path, scale: Scale) -> Finding:
    """Run it in *folder*, tell what happens on standard output, and give the verdict."""
    feeds = tuple(f"feed-{number}" for number in range(scale.feeds))
    layout = Layout(
        feeds,
        watchlist(),
        ENDPOINTS,
        named=True,
        brokers=scale.brokers,
        poll_every=("2s", "4s"),
        database=scale.database,
    )
    newsroom, exact = Newsroom(folder, layout), False
    try:
        await newsroom.prepare()
        newsroom.start_outside()
        finding = await _disturbed(newsroom, Crew(newsroom, scale.crew, scale.seed), scale)
        exact = finding.is_exact
        return finding
    finally:
        newsroom.close()
        await newsroom.kafka.stop()
        if not exact:
            newsroom.show()


async def _disturbed(newsroom: Newsroom, crew: Crew, scale: Scale) -> Finding:
    began = time.time()
    running = asyncio.create_task(crew.keep_running())
    try:
        wire = Wire(
            random.Random(scale.seed), newsroom.layout.feeds, telling=scale.share, copies=0.03, corrections=0.02
        )
        seconds = scale.articles / scale.per_second
        async with asyncio.TaskGroup() as group:
            group.create_task(_feed(newsroom, wire, scale))
            planted = group.create_task(_plant(newsroom, scale.seed, seconds))
            group.create_task(crew.befall(plan(scale.seed, scale.faults, seconds)))
        await newsroom.until_settled(300)
        await _until_told(newsroom, crew)
        finding = await find(newsroom, PAIRS, planted.result(), crew.unclean("notifier"))
    finally:
        running.cancel()
    lines = [*told(crew.timeline, began), f"seed {scale.seed}, {time.time() - began:.0f} s", *finding.lines()]
    sys.stdout.write("\n".join([*lines, ""]))
    return finding


async def _feed(newsroom: Newsroom, wire: Wire, scale: Scale) -> None:
    started = time.monotonic()
    for number in range(scale.articles):
        if number % LOT == 0:
            await asyncio.sleep(max(0.0, started + number / scale.per_second - time.monotonic()))
        name, item = wire.following()
        newsroom.publish(name, item)


async def _plant(newsroom: Newsroom, seed: int, seconds: float) -> list[bytes]:
    """Put records that nobody can read on the topic of raw articles, spread over *seconds*."""
    planted = []
    async with Publisher(newsroom.connection) as publisher:
        for number in range(POISON):
            await asyncio.sleep(seconds / (POISON + 1))
            planted.append(b'{"poison": %d, "seed": %d' % (number, seed))
            await publisher.publish(Outgoing(topology.ARTICLES_RAW.name, b"poison-%d" % number, planted[-1]))
    return planted


async def _until_told(newsroom: Newsroom, crew: Crew) -> None:
    """Return when nothing is lost any more, or will not be found: the verdict says which."""
    for _ in range(60):
        if not (await find(newsroom, PAIRS, (), crew.unclean("notifier"))).deliveries.lost:
            return
        await asyncio.sleep(2)
