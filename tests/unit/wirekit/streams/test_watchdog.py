"""The watchdog ends what stands still, and leaves alone what works or waits on purpose."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable

import pytest

from tests.unit.wirekit.streams.fakes import ListingPublisher
from wirekit.streams import watchdog
from wirekit.streams.lane import Lane
from wirekit.streams.records import Record
from wirekit.streams.watchdog import Patience, Watchdog

PATIENCE = Patience(loop=0.4, stall=120, confirmation=150)


class Source:
    """One lane, the end of its log, and what broke."""

    def __init__(self, lane: Lane, end: int) -> None:
        self.lane = lane
        self.end = end
        self.broken: str | None = None

    def progress(self) -> Iterable[tuple[Lane, int]]:
        return [(self.lane, self.end)]

    def failure(self) -> str | None:
        return self.broken


def done(lane: Lane, offset: int) -> None:
    lane.take([Record("in", 0, offset, None, None)]).acknowledge()


def test_a_lane_with_work_left_that_stands_still_ends_the_process() -> None:
    lane = Lane("in", 0)
    dog = Watchdog([Source(lane, 10)], patience=PATIENCE)
    done(lane, 3)
    reasons = [dog.stuck(now) for now in (0.0, 100.0, 121.0)]

    assert reasons[:2] == [None, None]
    assert "work up to 10" in (reasons[2] or "")


def test_a_lane_that_never_began_stands_still_too() -> None:
    dog = Watchdog([Source(Lane("in", 0), 10)], patience=PATIENCE)

    assert dog.stuck(0.0) is None
    assert dog.stuck(121.0) is not None


def test_a_lane_that_moves_lives() -> None:
    lane = Lane("in", 0)
    dog = Watchdog([Source(lane, 1000)], patience=PATIENCE)
    for hundreds in range(5):
        done(lane, hundreds)

        assert dog.stuck(hundreds * 100.0) is None


def test_a_lane_at_the_end_of_its_log_lives() -> None:
    lane = Lane("in", 0)
    source = Source(lane, 4)
    dog = Watchdog([source], patience=PATIENCE)
    done(lane, 3)

    assert [dog.stuck(now) for now in (0.0, 1000.0, 2000.0)] == [None] * 3

    source.end = 5

    assert dog.stuck(2100.0) is None
    assert dog.stuck(2121.0) is not None


def test_a_lane_that_waits_for_a_dependency_lives() -> None:
    lane = Lane("in", 0)
    dog = Watchdog([Source(lane, 10)], patience=PATIENCE)
    for now in range(0, 1000, 100):
        lane.waits += 1

        assert dog.stuck(float(now)) is None


def test_a_coordinator_that_died_silently_ends_the_process() -> None:
    source = Source(Lane("in", 0), 0)
    dog = Watchdog([source], patience=PATIENCE)
    source.broken = "the coordination with the group failed"

    assert dog.stuck(0.0) == source.broken


class Waiting(ListingPublisher):
    """A publisher whose oldest record waits since a given moment."""

    def __init__(self, since: float | None) -> None:
        super().__init__()
        self._since = since

    @property
    def oldest_unconfirmed(self) -> float | None:
        return self._since


def test_a_record_that_waits_too_long_for_its_confirmation_ends_the_process() -> None:
    dog = Watchdog([], [Waiting(None), Waiting(1000.0)], PATIENCE)

    assert dog.stuck(1149.0) is None
    assert "151 s" in (dog.stuck(1151.0) or "")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "BEAT_SECONDS", 0.02)


@pytest.mark.usefixtures("quick")
async def test_a_blocked_loop_ends_the_process_from_outside_the_loop() -> None:
    ends: list[str] = []
    async with Watchdog([], patience=PATIENCE, end=ends.append):
        await asyncio.sleep(0)
        blocked_since = time.monotonic()
        while not ends and time.monotonic() < blocked_since + 10:
            time.sleep(0.05)  # noqa: ASYNC251  # the point

    assert len(ends) == 1
    assert "blocked" in ends[0]


@pytest.mark.usefixtures("quick")
async def test_a_living_process_is_left_alone() -> None:
    ends: list[str] = []
    async with Watchdog([Source(Lane("in", 0), 0)], patience=PATIENCE, end=ends.append):
        await asyncio.sleep(0.6)

    assert ends == []


async def test_what_is_stuck_on_the_loop_ends_the_process() -> None:
    ends: list[str] = []
    source = Source(Lane("in", 0), 0)
    source.broken = "gone"
    async with Watchdog([source], patience=PATIENCE, end=ends.append):
        await asyncio.sleep(0.05)

    assert ends == ["gone"]
