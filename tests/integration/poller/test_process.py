"""The poller as a process: killed and started again it loses no article and repeats none."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path

import pytest

from tests.integration.poller.feed_server import FeedServer, Page, rss
from tests.integration.poller.running import a_poller, a_spec, articles, registration, send
from tests.polling import until
from wirekit.kafka import Connection

SEED = 20260302
FEEDS = 6
ROUNDS = 3


@pytest.mark.long
async def test_kills_between_and_during_polls_lose_no_article_and_repeat_none(
    newsroom_kafka: Connection, tmp_path: Path
) -> None:
    moments = random.Random(SEED)
    poller = a_poller(newsroom_kafka, tmp_path / "poller.log")
    published: list[str] = []
    async with FeedServer() as server:
        for feed in range(FEEDS):
            server.pages[f"/{feed}.xml"] = Page(rss())
            await send(newsroom_kafka, registration(a_spec(f"feed-{feed}", server.url(f"/{feed}.xml"))))
        await poller.start()
        await until(lambda: len(server.asked) >= FEEDS, 60)
        for turn in range(ROUNDS):
            published += publish(server, turn)
            await asked_further(server, moments.randint(1, 2 * FEEDS))
            await poller.kill()
            await poller.start()
            await until(partial(_all_delivered, newsroom_kafka, len(published)), 60)

        assert await poller.stop() == 0

    found = await articles(newsroom_kafka)

    assert sorted(article.title for article in found) == sorted(published)
    assert {article.revision for article in found} == {1}


def publish(server: FeedServer, turn: int) -> list[str]:
    """Put five new items into every feed, in place of the old ones; their titles."""
    titles = []
    for feed in range(FEEDS):
        items = [f"{feed}-{turn}-{item}" for item in range(5)]
        server.pages[f"/{feed}.xml"] = Page(rss(*((item, f"Title {item}", f"Text {item}.") for item in items)))
        titles += [f"Title {item}" for item in items]
    return titles


async def asked_further(server: FeedServer, requests: int) -> None:
    goal = len(server.asked) + requests
    await until(lambda: len(server.asked) >= goal, 60)


async def test_a_poller_without_kafka_says_the_address_and_stops_when_told(tmp_path: Path) -> None:
    log = tmp_path / "poller.log"
    poller = a_poller(Connection("127.0.0.1:9"), log)
    await poller.start()
    await until(lambda: poller.lines("kafka.unreachable", "127.0.0.1:9") > 0)

    await poller.stop()

    assert poller.lines("service.crashed") == poller.lines("service.failed") == 0


async def _all_delivered(connection: Connection, number: int) -> bool:
    return len(await articles(connection)) >= number
