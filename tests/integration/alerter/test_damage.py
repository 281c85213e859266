"""Rows that somebody overwrote, and candidates of a watch that is not known yet, on Apache Kafka."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

from tests.builders import a_watch, a_watchlist
from tests.integration.alerter.running import (
    NOBODY,
    an_alerter,
    raised,
    send,
    suppressed,
    told,
    until_raised,
)
from tests.integration.streams.topics import read
from tests.newsdesk import applied, enriched, envelope, place_of
from tests.sightings import seen, sighted
from wirealert import WatchRow
from wirekit.clock import SystemClock
from wirekit.contracts import topology
from wirekit.kafka import Connection, Outgoing
from wirekit.streams import encode

PAIR = a_watchlist(a_watch(), a_watch(id="second"))


async def test_a_row_that_was_overwritten_is_made_anew_and_no_story_told_twice_or_lost(
    blank_topics: Connection, tmp_path: Path
) -> None:
    await send(blank_topics, applied(PAIR))
    async with an_alerter(blank_topics, tmp_path / "log") as alerter:
        await send(blank_topics, [enriched(told("a")), enriched(told("b", story="t"))])
        before = await until_raised(blank_topics, 4)
        assert await alerter.stop() == 0
        await send(blank_topics, [overwritten(b"brodie-ilk"), overwritten(b"\xff")])
        await alerter.start()
        await send(blank_topics, [enriched(told("copy")), enriched(told("b", NOBODY, story="t", revision=2))])
        alerts = await until_raised(blank_topics, 6)
        await send(blank_topics, [enriched(told("c", story="u"))])
        await until_raised(blank_topics, 8)
        assert await alerter.stop() == 0

    rows = {record.key: record.value for record in await read(blank_topics, topology.ALERTS_STATE.name)}
    openings = {alert.alert_id for alert in before}
    assert {alert.alert_id for alert in alerts} == openings
    assert Counter(alert.kind for alert in alerts) == {"opened": 4, "retracted": 2}
    assert {silent.alert_id for silent in await suppressed(blank_topics)} <= openings
    assert len(await suppressed(blank_topics)) == 2
    assert WatchRow.model_validate_json(rows[b"brodie-ilk"] or b"").candidates == 4
    assert rows[b"\xff"] is None


def overwritten(key: bytes) -> Outgoing:
    """What somebody else writes over the row of *key*, where the row of brodie-ilk lies."""
    return Outgoing(topology.ALERTS_STATE.name, key, b"nonsense", partition=place_of("brodie-ilk"))


async def test_a_candidate_of_a_watch_that_is_not_known_yet_waits_for_the_watch_list_and_others_go_on(
    blank_topics: Connection, tmp_path: Path
) -> None:
    names = [f"w{number}" for number in range(99)]
    behind = next(name for name in names if place_of(name) == place_of("new"))
    elsewhere = next(name for name in names if place_of(name) != place_of("new"))
    known = [a_watch(id=behind), a_watch(id=elsewhere)]
    await send(blank_topics, applied(a_watchlist(*known)))
    async with an_alerter(blank_topics, tmp_path / "log") as alerter:
        await alerter.until_ready()
        await send(blank_topics, [candidate("new", number=4), candidate(behind), candidate(elsewhere)])
        await until_raised(blank_topics, 1)
        first = [event.data.watch.id for event in await raised(blank_topics)]
        await send(blank_topics, applied(a_watchlist(*known, a_watch(id="new"), number=4)))
        alerts = await until_raised(blank_topics, 3)
        assert await alerter.stop() == 0

    assert first == [elsewhere]
    assert sorted(alert.watch.id for alert in alerts) == sorted(["new", behind, elsewhere])


def candidate(watch_id: str, *, number: int = 3) -> Outgoing:
    """A candidate matched under the watch list of *number*, a moment ago for long enough: a slow machine counts too."""
    matched_at = SystemClock().now() + dt.timedelta(minutes=10)
    cause = seen(sighted(), watch_id=watch_id, watchlist_revision=number, matched_at=matched_at)
    place = place_of(watch_id)
    return encode(cause, topic=topology.ALERTS_CANDIDATES.name, key=watch_id, event=envelope(watch_id), partition=place)
