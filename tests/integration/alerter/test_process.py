"""The alerter as a process: killed at random moments it loses no article, repeats no alert, and decides as one fold."""

from __future__ import annotations

import asyncio
import random
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.builders import a_watch, a_watchlist
from tests.integration.alerter.running import an_alerter, causes, raised, send, told, until_raised
from tests.newsdesk import applied, enriched, place_of
from wirealert import Watches, WatchRow, decide, retract
from wirekit.contracts import AlertRaised, ArticleRevised
from wirekit.kafka import Connection
from wirekit.streams import Publisher

SEED = 20260302
KILLS = 3
WATCHES = a_watchlist(*(a_watch(id=f"watch-{n}") for n in range(4)))


@pytest.mark.long
async def test_kills_lose_no_alert_and_repeat_none(newsroom_kafka: Connection, tmp_path: Path) -> None:
    print(f"seed {SEED}")  # noqa: T201  # to repeat a failure
    moments = random.Random(SEED)
    await send(newsroom_kafka, applied(WATCHES))
    async with an_alerter(newsroom_kafka, tmp_path / "log") as alerter:
        enough = asyncio.Event()
        feeding = asyncio.create_task(feed(newsroom_kafka, enough))
        for _ in range(KILLS):
            seen = len(await raised(newsroom_kafka))
            await until_raised(newsroom_kafka, seen + moments.randint(1, 40))
            await alerter.kill()
            await alerter.start()
        await alerter.until_ready()
        enough.set()
        stories = await feeding
        await until_raised(newsroom_kafka, 4 * (stories + 2))
        assert await alerter.stop() == 0

    alerts = [event.data for event in await raised(newsroom_kafka)]
    opened = Counter((alert.watch.id, alert.story.id) for alert in alerts if alert.kind == "opened")
    assert len(opened) == 4 * stories
    assert set(opened.values()) == {1}
    assert Counter(alert.kind for alert in alerts)["retracted"] == 4
    assert max(Counter((alert.alert_id, alert.revision) for alert in alerts).values()) == 1
    assert said(alerts) == said(await refold(newsroom_kafka))


async def feed(connection: Connection, enough: asyncio.Event) -> int:
    """Stories, each through two feeds; at last both correct the last one. How many there were."""
    stories, story = 0, ""
    async with Publisher(connection) as publisher:
        while not enough.is_set():
            story = str(stories)
            for feed_id in ("f1", "f2"):
                await publisher.publish(enriched(told(story, story=story, feed_id=feed_id)))
            stories += 1
            await asyncio.sleep(0.05)
        for feed_id in ("f1", "f2"):
            await publisher.publish(enriched(told(story, "Rain fell.", revision=2, feed_id=feed_id)))
    return stories


async def refold(connection: Connection) -> list[AlertRaised]:
    """What one fold over the log of candidates raises."""
    watches = Watches.of(WATCHES)
    rows: dict[int, dict[str, WatchRow]] = defaultdict(dict)
    alerts: list[AlertRaised] = []
    for event in await causes(connection):
        here = rows[event.record.partition]
        if isinstance(event.data, ArticleRevised):
            outcomes = [retract(watches, row, event.data, event.record.offset) for row in here.values()]
        else:
            assert event.record.partition == place_of(event.data.watch_id)
            outcomes = [decide(watches, here.get(event.data.watch_id), event.data, event.record.offset)]
        for row, decisions in outcomes:
            here[row.watch_id] = row
            alerts += [decision for decision in decisions if isinstance(decision, AlertRaised)]
    return alerts


def said(alerts: list[AlertRaised]) -> list[str]:
    """The alerts without what the moment of sending adds."""
    bare = (
        alert.model_copy(
            update={
                "latency": alert.latency.model_copy(update={"raised": None}),
                "links": alert.links.model_copy(update={"console": None}),
            }
        )
        for alert in alerts
    )
    return sorted(alert.model_dump_json() for alert in bare)
