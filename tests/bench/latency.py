"""``make bench-latency``: from a feed item's publication to its webhook, hop by hop, at a steady pace.

The whole product runs as processes on the embedded Kafka. Polling is cut out: after each lot of items the poller is
told to poll that feed now. Every tenth article names both persons of a pair and must alert. With ``load`` a process
that only computes runs beside it on one core.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import multiprocessing
import random
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.utils import formatdate
from pathlib import Path
from typing import Any

from tests.bench import report
from tests.chaos.wire import PAIRS, WORDS, watchlist
from tests.e2e.newsroom import Layout, Newsroom, Received
from wirekit.clock import SystemClock
from wirekit.contracts import FeedCommand, topology
from wirekit.kafka import Outgoing
from wirekit.streams import Envelope, Publisher
from wirekit.streams.cloudevents import encode

FEEDS = tuple(f"feed-{number}" for number in range(20))
ENDPOINT = "desk-1"
PACES = {10: 1, 100: 5}
"""Articles a second, and how many come in one feed document."""
LISTED = 30
SECONDS = 30
WARM_UP_SECONDS = 10
WORDS_LONG = 340  # about 2,500 characters
ALERTING = 10
HOPS = ("published", "found", "enriched", "matched", "raised", "received")


@dataclass(frozen=True, slots=True)
class Run:
    """One pace: seconds of every alert for each hop, and altogether."""

    rate: int
    loaded: bool
    expected: int
    hops: Mapping[str, Sequence[float]]

    @property
    def name(self) -> str:
        """Under which it is reported."""
        return f"{self.rate} articles/s, {'one core busy' if self.loaded else 'idle otherwise'}"

    def figures(self) -> dict[str, Any]:
        """Milliseconds p50 and p99 for each hop and the whole."""
        found: dict[str, Any] = {"expected": self.expected, "received": len(self.hops["whole"])}
        for hop, seconds in self.hops.items():
            found[hop] = {f"p{share}_ms": report.percentile(seconds, share / 100) * 1000 for share in (50, 99)}
        return found


class Wire:
    """Makes articles about numbered cases, and keeps what each feed lists."""

    def __init__(self, folder: Path) -> None:
        self.published: dict[str, float] = {}
        self.alerting: set[str] = set()
        self._folder = folder
        self._luck = random.Random(1729)
        self._numbers = itertools.count()
        self._listed: dict[str, list[dict[str, str]]] = {feed: [] for feed in FEEDS}
        self._pairs = [pair for pair, endpoints in PAIRS.items() if ENDPOINT in endpoints]

    def publish(self, feed: str, count: int) -> None:
        """Put *count* new articles on *feed*, which lists its last thirty."""
        listed = (self._listed[feed] + [self._article(feed) for _ in range(count)])[-LISTED:]
        self._listed[feed] = listed
        draft = self._folder / f"{feed}.draft"
        draft.write_text("".join(json.dumps(item) + "\n" for item in listed), encoding="utf-8")
        draft.rename(self._folder / f"{feed}.jsonl")
        now = time.time()
        self.published.update((item["link"], now) for item in listed[-count:])

    def _article(self, feed: str) -> dict[str, str]:
        number = next(self._numbers)
        link = f"https://{feed}.example/case-{number}"
        pair = self._luck.choice(self._pairs)
        alerts = number % ALERTING == 0
        if alerts:
            self.alerting.add(link)
        names = " and ".join(pair if alerts else pair[:1])
        text = f"Case {number}: {names} spoke. {self._prose()}"
        return {"title": f"Case {number}", "link": link, "html": f"<p>{text}</p>", "published": formatdate()}

    def _prose(self) -> str:
        words = self._luck.choices(WORDS, k=WORDS_LONG)
        return " ".join(word.capitalize() + "." if at % 17 == 0 else word for at, word in enumerate(words))


async def measure(folder: Path) -> list[Run]:
    """Every pace, idle and loaded, in one newsroom."""
    newsroom = Newsroom(folder, Layout(FEEDS, watchlist(), (ENDPOINT, "desk-2")))
    try:
        await newsroom.prepare()
        newsroom.start_all()
        wire, runs = Wire(folder), []
        for loaded, rate in itertools.product((False, True), PACES):
            report.say(f"{rate} articles/s{' beside a busy process' if loaded else ''}")
            with busy() if loaded else _nothing():
                await pace(newsroom, wire, rate, PACES[rate], WARM_UP_SECONDS)
                runs.append(await _run(newsroom, wire, rate, loaded=loaded))
        return runs
    finally:
        newsroom.close()
        await newsroom.kafka.stop()


async def _run(newsroom: Newsroom, wire: Wire, rate: int, *, loaded: bool) -> Run:
    before = set(wire.alerting)
    await pace(newsroom, wire, rate, PACES[rate], SECONDS)
    expected = wire.alerting - before
    for _ in range(30):
        await asyncio.sleep(1)
        requests = {link: request for request in newsroom.received(ENDPOINT) if (link := _link(request)) in expected}
        if len(requests) == len(expected):
            break
    hops: dict[str, list[float]] = {}
    for link, request in requests.items():
        for hop, seconds in _hops(wire.published[link], request):
            hops.setdefault(hop, []).append(seconds)
    return Run(rate, loaded, len(expected), hops)


async def pace(newsroom: Newsroom, wire: Wire, rate: int, lot: int, seconds: int) -> None:
    """Publish *rate* articles a second for *seconds*, a *lot* a feed and feed after feed; tell the poller each time."""
    async with Publisher(newsroom.connection) as publisher:
        started = time.monotonic()
        for number in range(rate * seconds // lot):
            await asyncio.sleep(max(0.0, started + number * lot / rate - time.monotonic()))
            feed = FEEDS[number % len(FEEDS)]
            wire.publish(feed, lot)
            await publisher.publish(_order(feed))


def _order(feed: str) -> Outgoing:
    now = SystemClock().now()
    command = FeedCommand(feed_id=feed, command="poll", requested_at=now)
    event = Envelope(f"{feed}:{now.timestamp()}", "/bench", now)
    return encode(command, topic=topology.FEEDS_COMMANDS.name, key=feed, event=event)


def _link(request: Received) -> str:
    evidence = request.event["data"]["evidence"]
    return str(evidence[0]["article"]["url"]) if evidence else ""


def _hops(published: float, request: Received) -> Iterator[tuple[str, float]]:
    """The hops of one alert and the whole way, in seconds."""
    latency = request.event["data"]["latency"]
    times = [published, *(datetime.fromisoformat(latency[hop]).timestamp() for hop in HOPS[1:-1]), request.at]
    for (before, after), (earlier, later) in zip(itertools.pairwise(HOPS), itertools.pairwise(times), strict=True):
        yield f"{before} → {after}", later - earlier
    yield "whole", request.at - published


@contextmanager
def busy() -> Iterator[None]:
    """A process beside that only computes."""
    process = multiprocessing.get_context("spawn").Process(target=_compute, daemon=True)
    process.start()
    try:
        yield
    finally:
        process.kill()
        process.join()


@contextmanager
def _nothing() -> Iterator[None]:
    yield


def _compute() -> None:
    while True:
        sum(range(10_000))


def main() -> None:
    """Measure and publish."""
    options = report.arguments(__doc__ or "")
    with tempfile.TemporaryDirectory(prefix="bench-latency-") as folder:
        runs = asyncio.run(measure(Path(folder)))
    figures = {run.name: run.figures() for run in runs}
    hops = [hop for hop in next(iter(figures.values())) if hop not in ("expected", "received")]
    rows = [
        (hop, *(f"{found[hop]['p50_ms']:,.0f} / {found[hop]['p99_ms']:,.0f}" for found in figures.values()))
        for hop in hops
    ]
    rows.append(
        ("webhooks of expected", *(f"{found['received']} of {found['expected']}" for found in figures.values()))
    )
    text = (
        "## From feed to webhook\n\n`make bench-latency`: five services, one process each, on the embedded Kafka; "
        "articles of 2,500 characters, every tenth alerts; the poller is told to poll. Milliseconds, p50 / p99:\n\n"
        + report.table(("hop", *figures), rows)
    )
    report.publish(options, "latency", text, figures)


if __name__ == "__main__":
    main()
