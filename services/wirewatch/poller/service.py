"""The loop: a feed is due, it is asked, its body is read; what is new goes out together with the feed's state.

::

    feeds.registry ── fold ──► rows ──► agenda ── due ──► ask, one at a time a host ──► read, in a child process
    feeds.commands ──────────────────► now                                                │
    articles.raw, feeds.events, feeds.state ◄── one transaction ◄── settle on the row ◄───┘

A poll is settled on the row as it is when it is written, so a feed that was changed or removed meanwhile stays so, and
a poll whose partition went to another replica writes nothing. A crash loses polls, never articles: the feed is asked
again with the validators of its last transaction.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Protocol

from wirekit.clock import Clock
from wirekit.contracts import FeedCommand, FeedState
from wirekit.errors import InvalidMessage
from wirekit.kafka import Record
from wirekit.net import FetchError, Limits, Request, Response
from wirekit.runtime import metrics
from wirekit.runtime.logs import get_logger
from wirekit.streams import OwnedLane, decode
from wirewatch.poller.agenda import Agenda, Place
from wirewatch.poller.asking import Poll, failed, judge, not_understood, request_for, understood
from wirewatch.poller.digest import Digest, Task
from wirewatch.poller.outage import Outage
from wirewatch.poller.politeness import host_of, open_again_at
from wirewatch.poller.schedule import due_when_opened
from wirewatch.poller.settings import PollerSettings
from wirewatch.poller.settlement import Settlement

LOOK_SECONDS = 1.0
REDIRECTS = 5

log = get_logger()


class Http(Protocol):
    """Sends requests; refuses addresses that may not be asked."""

    async def request(self, request: Request) -> Response:
        """The answer; raises FetchError where there is none."""
        ...


class Reader(Protocol):
    """Reads bodies where they can do no harm."""

    async def read(self, body: bytes, task: Task) -> Digest:
        """What *body* holds; raises InvalidMessage where it is no feed."""
        ...


class Ledger(Protocol):
    """What is remembered of the feeds whose lanes are ours."""

    def feeds(self, lane: OwnedLane) -> list[str]:
        """The ids of the feeds in *lane*."""
        ...

    def state(self, lane: OwnedLane, feed_id: str) -> FeedState | None:
        """The feed as of the last transaction; None where it was removed."""
        ...

    async def caught_up(self, lane: OwnedLane) -> bool:
        """Return when every write begun so far is visible; False where the lane is no longer ours."""
        ...

    async def settle(self, lane: OwnedLane, poll: Poll) -> Settlement | None:
        """Settle *poll* and make that durable. None where its feed is gone, has another URL, or another owner."""
        ...


@dataclass(slots=True)
class _Host:
    """A host, which one task at a time may ask."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    opens_at: dt.datetime | None = None


class Poller:
    """Polls the feeds of the lanes that it is given by ``opened``, until ``closed`` takes them back."""

    def __init__(self, http: Http, reader: Reader, ledger: Ledger, clock: Clock, settings: PollerSettings) -> None:
        self._http = http
        self._reader = reader
        self._ledger = ledger
        self._clock = clock
        self._limits = Limits(total_seconds=settings.request_seconds, redirects=REDIRECTS)
        self._longest_rest = dt.timedelta(seconds=settings.retry_after_seconds)
        self._gap = dt.timedelta(seconds=settings.host_gap_seconds)
        self._room = asyncio.Semaphore(settings.concurrency)
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self._outage = Outage()
        self._agenda = Agenda()
        self._lanes: dict[int, OwnedLane] = {}
        self._polls: dict[Place, asyncio.Task[None]] = {}
        self._ordered: set[Place] = set()
        self._changed: list[tuple[OwnedLane, Sequence[str]]] = []
        self._wake = asyncio.Event()

    async def run(self) -> None:
        """Poll what is due, until cancelled; raises what a write raises."""
        async with asyncio.TaskGroup() as jobs:
            while True:
                self._wake.clear()
                while self._changed:
                    jobs.create_task(self._follow(*self._changed.pop()))
                for place in self._agenda.take(self._clock.now()):
                    if place not in self._polls:
                        self._ordered.discard(place)
                        if lane := self._lanes.get(place.partition):
                            self._polls[place] = jobs.create_task(self._poll(place, lane))
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._seconds_to_next()):
                        await self._wake.wait()

    def opened(self, lane: OwnedLane) -> None:
        """The feeds of *lane* are ours."""
        self._lanes[lane.partition] = lane
        for feed_id in self._ledger.feeds(lane):
            self._enter(Place(lane.partition, feed_id), opening=True)

    def closed(self, partition: int) -> None:
        """The feeds of *partition* are another replica's; polls in hand are broken off."""
        self._lanes.pop(partition, None)
        for place, poll in self._polls.items():
            if place.partition == partition:
                poll.cancel()

    def changed(self, lane: OwnedLane, feed_ids: Sequence[str]) -> None:
        """The registry changes these feeds; their rows will show it soon."""
        self._changed.append((lane, feed_ids))
        self._wake.set()

    def command(self, record: Record) -> None:
        """Obey a record of ``feeds.commands``, where the feed is ours."""
        try:
            command = decode(record, FeedCommand).data
        except InvalidMessage as rejection:
            log.warning("command.rejected", reason=rejection.reason, detail=rejection.detail, offset=record.offset)
            return
        if command.command != "poll":
            log.warning("command.rejected", reason="unknown_command", detail=command.command, offset=record.offset)
            return
        for partition, lane in self._lanes.items():
            if self._ledger.state(lane, command.feed_id):
                place = Place(partition, command.feed_id)
                self._ordered.add(place)
                self._agenda.put(place, self._clock.now())
                self._wake.set()

    async def _follow(self, lane: OwnedLane, changed: Sequence[str]) -> None:
        if await self._ledger.caught_up(lane):
            for feed_id in changed:
                self._enter(Place(lane.partition, feed_id))

    def _enter(self, place: Place, *, opening: bool = False) -> None:
        """Put the feed on the agenda as its row says."""
        lane = self._lanes.get(place.partition)
        state = self._ledger.state(lane, place.feed_id) if lane else None
        if state is None or state.gone:
            self._agenda.drop(place)
        else:
            now = self._clock.now()
            self._agenda.put(place, due_when_opened(state, now) if opening else state.due_at)
            self._wake.set()

    async def _poll(self, place: Place, lane: OwnedLane) -> None:
        started = asyncio.get_running_loop().time()
        try:
            poll = await self._ask_in_turn(place.feed_id, lane)
            if poll and (settlement := await self._ledger.settle(lane, poll)):
                metrics.POLL_SECONDS.observe(asyncio.get_running_loop().time() - started)
                _report(poll, settlement)
        finally:
            del self._polls[place]
            self._enter(place)
            if place in self._ordered:  # while it was polled, perhaps after it had answered
                self._agenda.put(place, self._clock.now())
                self._wake.set()

    async def _ask_in_turn(self, feed_id: str, lane: OwnedLane) -> Poll | None:
        """Ask the feed when its host is free; None where it was changed while it waited."""
        planned = self._ledger.state(lane, feed_id)
        if planned is None:
            return None
        host = self._hosts[host_of(planned.spec.url)]
        async with host.turn:
            if host.opens_at is not None:
                await asyncio.sleep(max(0.0, (host.opens_at - self._clock.now()).total_seconds()))
            state = self._ledger.state(lane, feed_id)
            if state is None or state.spec.url != planned.spec.url:
                return None
            async with self._room:
                poll = self._outage.judge(await self._ask(state))
            host.opens_at = open_again_at(poll, self._gap)
        return poll

    async def _ask(self, state: FeedState) -> Poll:
        try:
            response = await self._http.request(request_for(state, self._limits))
        except FetchError as error:
            return failed(state, error, self._clock.now())
        poll = judge(state, response, self._clock.now())
        poll = replace(poll, hints=poll.hints.within(self._longest_rest))
        if poll.status != "ok":
            return poll
        content_type = response.headers.get("content-type")
        task = Task(state.spec.feed_id, response.url, content_type, state.spec.language, poll.at)
        try:
            return understood(poll, await self._reader.read(response.body, task))
        except InvalidMessage as reason:
            return not_understood(replace(poll, at=self._clock.now()), reason)  # a parser may have taken its time

    def _seconds_to_next(self) -> float:
        upcoming = self._agenda.next_at
        if upcoming is None:
            return LOOK_SECONDS
        return min(max((upcoming - self._clock.now()).total_seconds(), 0.0), LOOK_SECONDS)


def _report(poll: Poll, settlement: Settlement) -> None:
    """One line and the counts, once all is durable."""
    state = settlement.state
    metrics.POLLS.labels(poll.status).inc()
    for article in settlement.articles:
        metrics.ARTICLES_PUBLISHED.labels(article.ingest_mode).inc()
    log.info(
        "feed.polled",
        feed=state.spec.feed_id,
        status=poll.status,
        new=sum(article.revision == 1 for article in settlement.articles),
        revised=sum(article.revision > 1 for article in settlement.articles),
        next_in=round((state.due_at - poll.at).total_seconds(), 1),
        **({"error": state.last_error} if state.last_error else {}),
    )
