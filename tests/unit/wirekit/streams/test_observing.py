"""An observer is told how far the lanes are, what was lost, and which are gone."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable

import pytest

from tests.polling import until
from tests.unit.wirekit.streams.fakes import CountingObserver, OneLane
from wirekit.errors import ConfigError
from wirekit.kafka.records import Record
from wirekit.streams import observing
from wirekit.streams.lane import Lane
from wirekit.streams.observing import report


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observing, "LOOK_SECONDS", 0.02)


async def test_who_reports_of_a_reader_that_is_denied_ends_with_it() -> None:
    source = OneLane(Lane("in", 0), 0)
    source.broken = ConfigError("Kafka denies READ on the group g")
    observer = CountingObserver()

    with pytest.raises(ConfigError, match="denies READ"):
        await report(source, observer)


async def test_an_observer_is_told_what_retention_took_once() -> None:
    lane, observer = Lane("in", 0), CountingObserver()
    lane.lost = 30
    reporting = asyncio.create_task(report(OneLane(lane, 0), observer))
    await until(lambda: observer.counts["lost"] > 0)
    reporting.cancel()

    assert (observer.counts["lost"], lane.lost) == (30, 0)


@pytest.mark.usefixtures("quick")
async def test_an_observer_is_told_how_far_a_lane_is_and_when_it_is_gone() -> None:
    lanes = [Lane("in", partition, epoch=1) for partition in range(2)]
    for lane in lanes:
        lane.rest(5)

    class Two(OneLane):
        def progress(self) -> Iterable[tuple[Lane, int]]:
            return [(lane, self.end) for lane in lanes]

    observer = CountingObserver()
    reporting = asyncio.create_task(report(Two(lanes[0], 9), observer))
    await until(lambda: len(observer.progress) == len(lanes))
    before = dict(observer.progress)
    lanes.pop()
    async with asyncio.timeout(5):
        while len(observer.progress) == len(before):
            await asyncio.sleep(0.01)
    reporting.cancel()

    assert before == {0: (4, 0), 1: (4, 0)}
    assert observer.progress == {0: (4, 0)}
    assert observer.rebalances == 1


@pytest.mark.usefixtures("quick")
async def test_an_observer_is_told_how_long_the_oldest_record_has_waited() -> None:
    lane, observer = Lane("in", 0, epoch=1), CountingObserver()
    now_ms = int(time.time() * 1000)
    written = [now_ms - 90_000, now_ms - 60_000, now_ms - 30_000]
    batches = [lane.take([Record("in", 0, offset, None, b"", (), at)]) for offset, at in enumerate(written)]
    batches[0].acknowledge()
    reporting = asyncio.create_task(report(OneLane(lane, 3), observer))
    await until(lambda: 0 in observer.progress)
    behind = observer.progress[0]
    for batch in batches[1:]:
        batch.acknowledge()
    async with asyncio.timeout(5):
        while observer.progress[0][0]:
            await asyncio.sleep(0.01)
    reporting.cancel()

    assert (behind[0], 59 <= behind[1] <= 65) == (2, True)
    assert observer.progress[0] == (0, 0)
