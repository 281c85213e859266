"""The loop, with a scripted web, a reader that reads names, and a ledger in memory."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.builders import a_feed, an_instant
from tests.polling import until
from tests.unit.wirewatch.poller.items import an_item
from wirekit.clock import SystemClock
from wirekit.contracts import FeedCommand, FeedSeen, FeedState
from wirekit.errors import InvalidMessage
from wirekit.kafka import Record
from wirekit.net import Headers, Reason, RefusedRequest, Request, Response, Unreachable
from wirekit.streams import Envelope, OwnedLane, encode
from wirewatch.poller.asking import Poll
from wirewatch.poller.digest import Digest, Task
from wirewatch.poller.service import Poller
from wirewatch.poller.settings import PollerSettings
from wirewatch.poller.settlement import Settlement, settle

HOUR = {"min": "1h", "max": "2h"}


class FakeHttp:
    """Answers with the bodies by URL; a URL without one is unreachable, one that is held waits."""

    def __init__(self, **bodies: bytes) -> None:
        self.bodies = {url_of(feed_id): body for feed_id, body in bodies.items()}
        self.refused: set[str] = set()
        self.asked: list[str] = []
        self.held = asyncio.Event()
        self.held.set()
        self.busy = self.most_busy = 0

    async def request(self, request: Request) -> Response:
        self.asked.append(request.url)
        self.busy += 1
        self.most_busy = max(self.most_busy, self.busy)
        try:
            await asyncio.sleep(0)
            await self.held.wait()
        finally:
            self.busy -= 1
        if request.url in self.refused:
            raise RefusedRequest(Reason.BLOCKED_ADDRESS, "not public", request.url)
        if request.url not in self.bodies:
            raise Unreachable(Reason.CONNECT, "refused", request.url)
        return Response(200, Headers(), self.bodies[request.url], None, request.url, (), False)


class FakeReader:
    """A body is the names of its items, parted by commas; ``poison`` is no feed."""

    async def read(self, body: bytes, task: Task) -> Digest:
        if body == b"poison":
            raise InvalidMessage("parser_crashed", "killed by SIGKILL")
        return Digest(task.feed_id, True, tuple(an_item(name) for name in body.decode().split(",")))


class FakeLedger:
    """States by feed, all in partition 0."""

    def __init__(self, *states: FeedState) -> None:
        self.states = {state.spec.feed_id: state for state in states}
        self.seen: dict[str, FeedSeen] = {}
        self.settled: list[Settlement] = []

    def feeds(self, lane: OwnedLane) -> list[str]:
        return list(self.states) if lane.partition == 0 else []

    def state(self, lane: OwnedLane, feed_id: str) -> FeedState | None:
        return self.states.get(feed_id) if lane.partition == 0 else None

    async def caught_up(self, lane: OwnedLane) -> bool:
        return lane.partition in (0, 1)

    async def settle(self, lane: OwnedLane, poll: Poll) -> Settlement | None:
        state = self.states.get(poll.feed_id)
        if state is None or state.spec.url != poll.url or lane.partition:
            return None
        settlement = settle(state, self.seen.get(poll.feed_id, FeedSeen(feed_id=poll.feed_id)), poll, 0.5)
        self.states[poll.feed_id] = settlement.state
        self.settled.append(settlement)
        return settlement


def url_of(feed_id: str) -> str:
    """Feeds of one letter share a host."""
    return f"https://{feed_id[0]}.example/{feed_id}.xml"


def a_state(feed_id: str, seconds: float = -1) -> FeedState:
    """A feed that is due *seconds* from now."""
    spec = a_feed(feed_id=feed_id, url=url_of(feed_id), poll_every=HOUR)
    due_at = SystemClock().now() + dt.timedelta(seconds=seconds)
    return FeedState(spec=spec, due_at=due_at, due_reason="test", interval_seconds=3600)


@asynccontextmanager
async def polling(http: FakeHttp, ledger: FakeLedger) -> AsyncIterator[tuple[Poller, OwnedLane]]:
    poller, lane = Poller(http, FakeReader(), ledger, SystemClock(), PollerSettings(host_gap_seconds=0)), OwnedLane(0)
    task = asyncio.create_task(poller.run())
    poller.opened(lane)
    try:
        yield poller, lane
    finally:
        assert not task.done() or task.result()
        task.cancel()
        await asyncio.wait([task])


def statuses(ledger: FakeLedger) -> dict[str, str | None]:
    return {feed_id: state.last_status for feed_id, state in ledger.states.items()}


def a_command(feed_id: str, command: str = "poll") -> Record:
    order = FeedCommand(feed_id=feed_id, command=command, requested_at=an_instant())
    sent = encode(order, topic="feeds.commands", key=feed_id, event=Envelope("1", "/wirewatch/test", an_instant()))
    return Record("feeds.commands", 0, 0, sent.key, sent.value, sent.headers)


async def test_feeds_that_are_due_are_asked_and_settled_and_the_others_wait() -> None:
    http, ledger = (
        FakeHttp(a=b"one,two", b=b"poison"),
        FakeLedger(a_state("a"), a_state("b"), a_state("c"), a_state("d", 60)),
    )
    async with polling(http, ledger):
        await until(lambda: len(ledger.settled) == 3)

    assert statuses(ledger) == {"a": "ok", "b": "parser_crashed", "c": "connect", "d": None}
    assert sum(len(settlement.articles) for settlement in ledger.settled) == 2


async def test_a_feed_that_we_refused_to_ask_is_asked_again_at_a_start_and_then_keeps_its_backoff() -> None:
    blocked = a_state("a", 3600).model_copy(update={"last_status": "blocked_address", "error_score": 5.0})
    failing = a_state("b", 3600).model_copy(update={"last_status": "connect", "error_score": 5.0})
    http, ledger = FakeHttp(a=b"one"), FakeLedger(blocked, failing)
    async with polling(http, ledger):
        await until(lambda: len(ledger.settled) == 1)

    assert statuses(ledger) == {"a": "ok", "b": "connect"}
    assert (http.asked, ledger.states["a"].error_score) == ([url_of("a")], 0.0)


async def test_a_feed_that_is_still_refused_backs_off_and_is_not_asked_in_a_circle() -> None:
    blocked = a_state("a", 3600).model_copy(update={"last_status": "blocked_address"})
    http, ledger = FakeHttp(b=b"one"), FakeLedger(blocked, a_state("b", 0.3))
    http.refused = {url_of("a")}
    async with polling(http, ledger):
        await until(lambda: len(ledger.settled) == 2)

    assert http.asked == [url_of("a"), url_of("b")]
    assert statuses(ledger)["a"] == "blocked_address"


async def test_while_no_host_can_be_reached_feeds_do_not_back_off() -> None:
    http, ledger = FakeHttp(), FakeLedger(*(a_state(feed_id) for feed_id in "abcd"))
    async with polling(http, ledger):
        await until(lambda: len(ledger.settled) == 4)

    assert sorted(str(status) for status in statuses(ledger).values()) == ["connect"] * 2 + ["local_outage"] * 2


async def test_a_feed_comes_again_when_its_row_says() -> None:
    http, ledger = FakeHttp(a=b"one"), FakeLedger(a_state("a", 0.2))
    async with polling(http, ledger):
        await until(lambda: len(http.asked) == 1)

        assert ledger.states["a"].due_at > SystemClock().now() + dt.timedelta(minutes=50)


async def test_one_host_is_asked_by_one_at_a_time_and_different_hosts_side_by_side() -> None:
    same = FakeHttp(a1=b"one", a2=b"one", a3=b"one")
    ledger = FakeLedger(a_state("a1"), a_state("a2"), a_state("a3"))
    async with polling(same, ledger):
        await until(lambda: len(ledger.settled) == 3)
    different = FakeHttp(a=b"one", b=b"one", c=b"one")
    different.held.clear()
    async with polling(different, FakeLedger(a_state("a"), a_state("b"), a_state("c"))):
        await until(lambda: different.busy == 3)

    assert same.most_busy == 1


async def test_a_feed_that_was_removed_or_changed_while_it_waited_for_its_host_is_not_asked() -> None:
    http, ledger = FakeHttp(a1=b"one", a2=b"one", a3=b"one"), FakeLedger(a_state("a1"), a_state("a2"), a_state("a3"))
    http.held.clear()
    async with polling(http, ledger):
        await until(lambda: http.busy == 1)
        (first,) = http.asked
        waiting = sorted({"a1", "a2", "a3"} - {first.removeprefix("https://a.example/").removesuffix(".xml")})
        del ledger.states[waiting[0]]
        changed = ledger.states[waiting[1]]
        spec = changed.spec.model_copy(update={"url": "https://z.example/"})
        ledger.states[waiting[1]] = changed.model_copy(update={"spec": spec})
        http.held.set()
        await until(lambda: len(http.asked) == 2)

    assert http.asked == [first, "https://z.example/"]


async def test_a_feed_that_the_registry_adds_is_asked_and_one_that_it_removes_is_not() -> None:
    http, ledger = FakeHttp(a=b"one", b=b"one"), FakeLedger(a_state("a", 60))
    async with polling(http, ledger) as (poller, lane):
        ledger.states["b"] = a_state("b")
        poller.changed(lane, ["b"])
        await until(lambda: statuses(ledger)["b"] == "ok")
        del ledger.states["a"]
        poller.changed(lane, ["a"])
        await asyncio.sleep(0)
        poller.command(a_command("a"))
        poller.command(a_command("b"))
        await until(lambda: len(http.asked) == 2)

    assert http.asked == [url_of("b"), url_of("b")]


async def test_polls_in_hand_are_broken_off_when_their_partition_is_taken() -> None:
    http, ledger = FakeHttp(a=b"one"), FakeLedger(a_state("a"))
    http.held.clear()
    async with polling(http, ledger) as (poller, lane):
        await until(lambda: http.busy == 1)
        poller.closed(lane.partition)
        await until(lambda: http.busy == 0)
        http.held.set()
        poller.command(a_command("a"))
        await asyncio.sleep(0.05)

        assert ledger.settled == []
        assert len(http.asked) == 1

        poller.opened(lane)
        await until(lambda: len(ledger.settled) == 1)


async def test_a_feed_that_moves_to_another_partition_is_polled_there_whichever_change_comes_first() -> None:
    class Moving(FakeLedger):
        """The feed stands in partition 1, and in *old* until the registry's change arrives there."""

        old: int | None = 0

        def state(self, lane: OwnedLane, feed_id: str) -> FeedState | None:
            return self.states.get(feed_id) if lane.partition in (1, self.old) else None

    http, ledger = FakeHttp(a=b"one"), Moving(a_state("a", 0.3))
    async with polling(http, ledger) as (poller, old):
        new = OwnedLane(1)
        poller.opened(new)
        poller.changed(new, ["a"])
        await asyncio.sleep(0)
        ledger.old = None
        poller.changed(old, ["a"])
        await until(lambda: len(http.asked) >= 1)


async def test_a_command_makes_a_feed_due_now_even_one_that_is_gone() -> None:
    gone = a_state("b", 10_000).model_copy(update={"gone": True})
    http, ledger = FakeHttp(a=b"one", b=b"one"), FakeLedger(a_state("a", 10_000), gone)
    async with polling(http, ledger) as (poller, _):
        poller.command(a_command("a"))
        poller.command(a_command("b"))
        await until(lambda: len(ledger.settled) == 2)

    assert not ledger.states["b"].gone


async def test_a_command_that_comes_while_the_feed_is_polled_has_it_polled_once_more() -> None:
    http, ledger = FakeHttp(a=b"one"), FakeLedger(a_state("a"))
    http.held.clear()
    async with polling(http, ledger) as (poller, _):
        await until(lambda: http.busy == 1)
        poller.command(a_command("a"))
        poller.command(a_command("a"))
        await asyncio.sleep(0.05)
        http.held.set()
        await until(lambda: len(ledger.settled) == 2)
        await asyncio.sleep(0.05)

    assert len(http.asked) == 2


async def test_commands_that_make_no_sense_are_ignored() -> None:
    http, ledger = FakeHttp(a=b"one"), FakeLedger(a_state("a", 10_000))
    async with polling(http, ledger) as (poller, _):
        poller.command(a_command("a", "dance"))
        poller.command(a_command("unknown"))
        poller.command(Record("feeds.commands", 0, 0, b"a", b"{"))
        await asyncio.sleep(0.05)

    assert http.asked == []


async def test_what_a_write_raises_ends_the_poller() -> None:
    class Broken(FakeLedger):
        async def settle(self, lane: OwnedLane, poll: Poll) -> Settlement | None:
            raise RuntimeError(f"{poll.feed_id} in {lane.partition}")

    poller = Poller(FakeHttp(a=b"one"), FakeReader(), Broken(a_state("a")), SystemClock(), PollerSettings())
    task = asyncio.create_task(poller.run())
    poller.opened(OwnedLane(0))
    await asyncio.wait([task])

    assert isinstance(task.exception(), ExceptionGroup)
