"""A poller frozen inside its transaction: what it hides from the enricher, for how long, and what becomes of it."""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import a_raw_article, an_instant
from tests.chaos.wire import PAIRS, Wire, watchlist
from tests.e2e.newsroom import Layout, Newsroom, a_newsroom
from tests.faults.streams.stages import hidden_in
from tests.integration.streams import topics
from wirekit.contracts import EnrichedArticle, topology
from wirekit.kafka import Outgoing
from wirekit.streams import Envelope, decode, encode

pytestmark = [pytest.mark.faults, pytest.mark.slow]

PAUSE_SECONDS = 12.0
"""A transaction lasts at most ten seconds; then the broker, which looks once a second, aborts it."""


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    with a_newsroom(tmp_path, Layout(("wire",), watchlist(), services=("enricher",))) as running:
        yield running


async def test_the_enricher_waits_twelve_seconds_at_most_and_nothing_is_lost_or_repeated(newsroom: Newsroom) -> None:
    _, item = Wire(random.Random(1), ("wire",)).story(next(iter(PAIRS)))
    newsroom.publish("wire", item)
    frozen = newsroom.start("poller", module=("tests.faults.product.lingering", "3"))
    raw, enriched = topology.ARTICLES_RAW.name, topology.ARTICLES_ENRICHED.name

    async def is_inside() -> bool:
        return bool(await hidden_in(newsroom.connection, raw))

    await topics.until(is_inside, 60)
    frozen.send(signal.SIGSTOP)
    hidden = await hidden_in(newsroom.connection, raw)
    others = [an_article_for(partition) for partition in range(topology.ARTICLES_RAW.partitions)]
    await topics.fill(newsroom.connection, others)

    async def are_enriched() -> bool:
        return len(await topics.read(newsroom.connection, enriched)) >= len(others)

    await topics.until(are_enriched, 60)
    sent = {r.key: r for r in await topics.read(newsroom.connection, raw)}
    pauses = {
        sent[record.key].partition: (record.timestamp_ms - sent[record.key].timestamp_ms) / 1000
        for record in await topics.read(newsroom.connection, enriched)
    }
    frozen.send(signal.SIGCONT)
    code = await frozen.ended()
    newsroom.start("poller")

    async def is_told() -> bool:
        return any(a.url == item["link"] for a in await articles(newsroom))

    await topics.until(is_told, 60)

    assert hidden
    assert all(4 < pauses[partition] <= PAUSE_SECONDS for partition in hidden), pauses
    assert code == 70
    assert [a.url for a in await articles(newsroom) if a.feed_id == "wire"] == [item["link"]]


def an_article_for(partition: int) -> Outgoing:
    """As another poller would write it, in a given partition."""
    article = a_raw_article(article_id=f"art_other{partition}")
    event = Envelope(id=article.article_id, source="/wirewatch/poller", time=an_instant())
    record = encode(article, topic=topology.ARTICLES_RAW.name, key=article.article_id, event=event)
    return record._replace(partition=partition)


async def articles(newsroom: Newsroom) -> list[EnrichedArticle]:
    records = await topics.read(newsroom.connection, topology.ARTICLES_ENRICHED.name)
    return [decode(record, EnrichedArticle).data for record in records]
