"""One run: a newsroom, a wire that feeds it, faults by plan, and the verdict."""

from __future__ import annotations

import asyncio
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.chaos.crew import Crew
from tests.chaos.oracle import Verdict, judge
from tests.chaos.plan import plan
from tests.chaos.verdict import Finding, dead_letters, told
from tests.chaos.wire import ENDPOINTS, PAIRS, Wire, watchlist
from tests.e2e.newsroom import Layout, Newsroom
from wirekit.contracts import topology
from wirekit.kafka import Outgoing
from wirekit.streams import Publisher

LOT = 4
"""Articles that come at a time."""

SETTLED_SECONDS = 300
"""A newsroom that has not handled all by then is too slow, or stands still: the verdict says which."""

QUIET_SECONDS = 6.0
"""Longer than a notifier's lease: what was to come again has come."""

LOOKS = 20
"""After so many in vain, what has not come is lost; a busy machine may deliver for minutes."""


@dataclass(frozen=True)
class Scale:
    """How large a run is.

    Attributes:
        share: Which part of the articles tells a new story that must alert.
        doubled: The services of which two processes run.
        named: Whether they keep their partitions through a quick restart.
        database: The delivery table as a URL, for two notifiers; empty for a SQLite file and one notifier.
    """

    seed: int
    articles: int = 20_000
    per_second: float = 18.0
    faults: int = 50
    share: float = 0.015
    feeds: int = 24
    brokers: int = 3
    services: tuple[str, ...] = ("poller", "enricher", "alerter", "notifier")
    doubled: tuple[str, ...] = ("poller", "enricher", "alerter")
    named: bool = True
    database: str = ""

    @property
    def seconds(self) -> float:
        """How long articles come."""
        return self.articles / self.per_second

    @property
    def crew(self) -> dict[str, int]:
        """How many processes of each service."""
        doubled = {*self.doubled, "notifier"} if self.database else {*self.doubled}
        return {service: 2 if service in doubled else 1 for service in self.services}

    @property
    def layout(self) -> Layout:
        """The newsroom."""
        return Layout(
            tuple(f"feed-{number}" for number in range(self.feeds)),
            watchlist(),
            ENDPOINTS,
            self.services,
            named=self.named,
            brokers=self.brokers,
            poll_every=("2s", "4s"),
            database=self.database,
        )


async def run(folder: Path, scale: Scale) -> Finding:
    """Run it in *folder*, tell what happens on standard output, and give the verdict."""
    sys.stdout.write(f"seed {scale.seed}\n")
    newsroom, exact = Newsroom(folder, scale.layout), False
    try:
        await newsroom.prepare()
        newsroom.start_outside()
        finding = await _disturbed(newsroom, Crew(newsroom, scale.crew), scale)
        exact = finding.is_exact
        return finding
    finally:
        newsroom.close()
        await newsroom.kafka.stop()
        if not exact:
            newsroom.show()


async def _disturbed(newsroom: Newsroom, crew: Crew, scale: Scale) -> Finding:
    began = time.time()
    try:
        async with asyncio.TaskGroup() as staff:
            running = staff.create_task(crew.keep_running())
            await crew.until_ready()
            async with asyncio.TaskGroup() as group:
                group.create_task(_feed(newsroom, scale))
                planted = group.create_task(_plant(newsroom, scale))
                group.create_task(crew.befall(plan(scale.seed, scale.faults, scale.seconds, scale.services)))
            verdict = await _final(newsroom, crew)
            await crew.until_ready()
            running.cancel()
    finally:
        sys.stdout.write("\n".join([*told(crew.timeline, began), ""]))
    buried = await dead_letters(newsroom.connection)
    finding = Finding(verdict, buried, frozenset(planted.result()), frozenset(await crew.end()))
    sys.stdout.write("\n".join([f"seed {scale.seed}, {time.time() - began:.0f} s", *finding.lines(), ""]))
    return finding


async def _feed(newsroom: Newsroom, scale: Scale) -> None:
    """Publish the articles at their pace; of three copies of stories, two are corrected."""
    copies = min(2 * scale.share, 0.15)
    wire = Wire(random.Random(scale.seed), newsroom.layout.feeds, scale.share, copies, corrections=copies * 2 / 3)
    started = time.monotonic()
    for number in range(scale.articles):
        if number % LOT == 0:
            await asyncio.sleep(max(0.0, started + number / scale.per_second - time.monotonic()))
        name, item = wire.following()
        newsroom.publish(name, item)


async def _plant(newsroom: Newsroom, scale: Scale) -> list[bytes]:
    """Put records that nobody can read on the topic of raw articles, spread over the run."""
    planted = []
    count = max(3, scale.articles // 1000)
    async with Publisher(newsroom.connection) as publisher:
        for number in range(count):
            await asyncio.sleep(scale.seconds / (count + 1))
            planted.append(b'{"poison": %d, "seed": %d' % (number, scale.seed))
            await publisher.publish(Outgoing(topology.ARTICLES_RAW.name, b"poison-%d" % number, planted[-1]))
    return planted


async def _final(newsroom: Newsroom, crew: Crew) -> Verdict:
    """The verdict, when nothing is lost and nothing comes any more, or when nothing has come for two minutes."""
    try:
        await newsroom.until_settled(SETTLED_SECONDS)
    except TimeoutError:
        sys.stdout.write(f"not settled after {SETTLED_SECONDS} s: judged by what comes\n")
    looks_in_vain = 0
    while looks_in_vain < LOOKS:
        before = len(newsroom.received())
        await asyncio.sleep(QUIET_SECONDS)
        received = newsroom.received()
        verdict = judge(newsroom.served(), received, PAIRS, crew.unclean("notifier"))
        looks_in_vain = looks_in_vain + 1 if len(received) == before else 0
        if looks_in_vain and not verdict.lost:
            break
    return verdict
