"""Polls that share a transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from tests.builders import NOON, a_feed, a_feed_state
from wirekit.streams import Effects, OwnedLane
from wirewatch.poller.adapters.ledger import GroupCommit
from wirewatch.poller.asking import Poll
from wirewatch.poller.settlement import Settlement

FEEDS = [f"feed-{number}" for number in range(20)]


class FakeOwned:
    """Rows in memory; an update takes a moment, as a transaction does."""

    def __init__(self) -> None:
        self.lane = OwnedLane(0)
        self.updates: list[Effects] = []
        self.writing = asyncio.Event()
        self.ours = True
        self.error: Exception | None = None
        for feed_id in FEEDS:
            state = a_feed_state(spec=a_feed(feed_id=feed_id, url=url_of(feed_id)))
            self.lane.apply(feed_id.encode(), state.to_json())

    async def update(self, lane: OwnedLane, decide: Callable[[OwnedLane], Effects]) -> bool:
        self.writing.set()
        await asyncio.sleep(0.01)
        if self.error:
            raise self.error
        if self.ours:
            self.updates.append(decide(lane))
        return self.ours


def url_of(feed_id: str) -> str:
    return f"https://news.example/{feed_id}.xml"


def a_poll(feed_id: str, url: str | None = None) -> Poll:
    return Poll(feed_id, url or url_of(feed_id), "not_modified", NOON)


def written(owned: FakeOwned) -> list[str]:
    return [key.decode() for effects in owned.updates for key in effects.rows]


async def test_polls_that_finish_together_share_a_transaction_and_each_learns_what_it_changed() -> None:
    owned = FakeOwned()
    commits = GroupCommit(owned.update)
    settled = await asyncio.gather(*(commits.add(owned.lane, a_poll(feed_id)) for feed_id in FEEDS))

    assert [each.state.spec.feed_id for each in settled if each] == FEEDS
    assert written(owned) == FEEDS
    assert len(owned.updates) == 1


async def test_a_lane_writes_again_only_after_100_ms_and_then_what_came_meanwhile() -> None:
    owned = FakeOwned()
    commits = GroupCommit(owned.update)
    await commits.add(owned.lane, a_poll(FEEDS[0]))
    await asyncio.gather(*(_later(commits, owned.lane, feed_id, at) for at, feed_id in enumerate(FEEDS[1:6])))

    assert sorted(written(owned)) == sorted(FEEDS[:6])
    assert len(owned.updates) == 2


async def _later(commits: GroupCommit, lane: OwnedLane, feed_id: str, at: int) -> Settlement | None:
    await asyncio.sleep(at * 0.001)
    return await commits.add(lane, a_poll(feed_id))


async def test_a_poll_of_a_removed_or_moved_feed_changes_nothing_and_the_others_do() -> None:
    owned = FakeOwned()
    commits = GroupCommit(owned.update)
    polls = [a_poll("unknown"), a_poll(FEEDS[0], "https://news.example/before.xml"), a_poll(FEEDS[1])]
    settled = await asyncio.gather(*(commits.add(owned.lane, poll) for poll in polls))

    assert [each is None for each in settled] == [True, True, False]
    assert written(owned) == [FEEDS[1]]


async def test_a_poll_whose_lane_was_lost_changes_nothing() -> None:
    owned = FakeOwned()
    owned.ours = False

    assert await GroupCommit(owned.update).add(owned.lane, a_poll(FEEDS[0])) is None


async def test_a_cancelled_first_poll_does_not_hold_up_those_that_come_after() -> None:
    owned = FakeOwned()
    commits = GroupCommit(owned.update)
    await commits.add(owned.lane, a_poll(FEEDS[0]))
    owned.writing.clear()
    first = asyncio.create_task(commits.add(owned.lane, a_poll(FEEDS[1])))
    await owned.writing.wait()
    first.cancel()
    await asyncio.wait([first])

    assert await commits.add(owned.lane, a_poll(FEEDS[2])) is not None


async def test_what_the_write_raises_reaches_the_poll() -> None:
    owned = FakeOwned()
    owned.error = RuntimeError("fenced")

    with pytest.raises(RuntimeError, match="fenced"):
        await GroupCommit(owned.update).add(owned.lane, a_poll(FEEDS[0]))
