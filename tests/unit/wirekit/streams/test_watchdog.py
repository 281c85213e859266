"""The watchdog ends what stands still, and leaves alone what works or waits on purpose."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time

import pytest

from tests.polling import until
from tests.unit.wirekit.streams.fakes import OneLane
from wirekit.errors import ConfigError
from wirekit.kafka.records import Record
from wirekit.streams import watchdog
from wirekit.streams.lane import Lane
from wirekit.streams.watchdog import Watchdog


def done(lane: Lane, offset: int) -> None:
    lane.take([Record("in", 0, offset, None, None)]).acknowledge()


def test_a_lane_with_work_left_that_stands_still_ends_the_process() -> None:
    lane = Lane("in", 0)
    dog = Watchdog([OneLane(lane, 10)])
    done(lane, 3)
    reasons = [dog.stuck(now) for now in (0.0, 100.0, 121.0)]

    assert reasons[:2] == [None, None]
    assert "work up to 10" in (reasons[2] or "")


def test_a_lane_that_never_began_stands_still_too() -> None:
    dog = Watchdog([OneLane(Lane("in", 0), 10)])

    assert dog.stuck(0.0) is None
    assert dog.stuck(121.0) is not None


def test_a_lane_that_moves_lives() -> None:
    lane = Lane("in", 0)
    dog = Watchdog([OneLane(lane, 1000)])
    for hundreds in range(5):
        done(lane, hundreds)

        assert dog.stuck(hundreds * 100.0) is None


def test_a_lane_at_the_end_of_its_log_lives() -> None:
    lane = Lane("in", 0)
    source = OneLane(lane, 4)
    dog = Watchdog([source])
    done(lane, 3)

    assert [dog.stuck(now) for now in (0.0, 1000.0, 2000.0)] == [None] * 3

    source.end = 5

    assert dog.stuck(2100.0) is None
    assert dog.stuck(2121.0) is not None


def test_a_lane_that_waits_for_a_dependency_lives() -> None:
    lane = Lane("in", 0)
    dog = Watchdog([OneLane(lane, 10)])
    for now in range(0, 1000, 100):
        lane.waits += 1

        assert dog.stuck(float(now)) is None


def test_lanes_that_wait_for_work_with_a_limit_of_its_own_live() -> None:
    busy = True
    dog = Watchdog([OneLane(Lane("in", 0), 10)], is_busy=lambda: busy)
    reasons = [dog.stuck(now) for now in (0.0, 200.0, 400.0)]
    busy = False

    assert reasons == [None] * 3
    assert dog.stuck(500.0) is None
    assert "has not moved for 121 s" in (dog.stuck(521.0) or "")


def test_a_coordinator_that_died_silently_ends_the_process() -> None:
    source = OneLane(Lane("in", 0), 0)
    dog = Watchdog([source])
    source.broken = RuntimeError("the coordination with the group failed")

    assert dog.stuck(0.0) == "the coordination with the group failed"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "BEAT_SECONDS", 0.02)
    monkeypatch.setattr(watchdog, "LOOP_SECONDS", 0.4)


@pytest.mark.usefixtures("quick")
async def test_a_blocked_loop_ends_the_process_from_outside_the_loop() -> None:
    ends: list[str] = []
    async with Watchdog([], ends.append):
        await asyncio.sleep(0)
        blocked_since = time.monotonic()
        while not ends and time.monotonic() < blocked_since + 10:
            time.sleep(0.05)  # noqa: ASYNC251  # the point

    assert len(ends) == 1
    assert "blocked" in ends[0]


@pytest.mark.usefixtures("quick")
async def test_a_living_process_is_left_alone() -> None:
    ends: list[str] = []
    async with Watchdog([OneLane(Lane("in", 0), 0)], ends.append):
        await asyncio.sleep(0.6)

    assert ends == []


async def test_what_is_stuck_on_the_loop_ends_the_process() -> None:
    ends: list[str] = []
    source = OneLane(Lane("in", 0), 0)
    source.broken = RuntimeError("gone")
    async with Watchdog([source], ends.append):
        await until(lambda: bool(ends))

    assert ends[0] == "gone"


def test_a_reader_that_is_denied_ends_by_itself_and_is_no_concern_of_the_watchdog() -> None:
    source = OneLane(Lane("in", 0), 0)
    source.broken = ConfigError("Kafka denies READ on the group g")

    assert Watchdog([source]).stuck(0.0) is None


def ended_by(code: str) -> subprocess.CompletedProcess[str]:
    program = f"from wirekit.streams.watchdog import fatal, fatal_on_error\n{code}\nprint('went on')"
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fatal('the lane stands still')", "the lane stands still"),
        ("fatal(ValueError('bad offset'))", "ValueError: bad offset"),
        ("with fatal_on_error():\n    raise KeyError('lost')", "KeyError: 'lost'"),
    ],
)
def test_a_fatal_end_says_why_dumps_the_stacks_and_exits_70(code: str, words: str) -> None:
    ended = ended_by(code)

    assert ended.returncode == 70
    assert words in ended.stdout + ended.stderr
    assert "most recent call first" in ended.stderr
    assert "went on" not in ended.stdout


def test_a_fatal_end_that_is_well_known_is_one_line() -> None:
    ended = ended_by("from aiokafka.errors import ProducerFenced\nfatal(ProducerFenced())")

    assert (ended.returncode, ended.stderr) == (70, "")
    assert "another process has taken a partition of ours over" in ended.stdout
    assert len(ended.stdout.splitlines()) == 1


def test_cancellation_and_success_pass() -> None:
    program = """
import asyncio
with fatal_on_error():
    pass
try:
    with fatal_on_error():
        raise asyncio.CancelledError
except asyncio.CancelledError:
    pass
"""
    ended = ended_by(program)

    assert (ended.returncode, ended.stdout) == (0, "went on\n")
