"""The enricher as a process, on Kafka."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.builders import a_raw_article, a_watchlist, an_instant
from tests.services import ServiceProcess
from wirekit.contracts import REVISION_KEY, EnrichedArticle, Message, Watchlist, WatchlistRevision, topology
from wirekit.contracts.watchlist import digest, rows_of
from wirekit.kafka import Connection, Outgoing, Record
from wirekit.streams import Envelope, Event, Membership, Publisher, Subscription, decode, encode

DEADLINE_SECONDS = 90.0


def records_of(watchlist: Watchlist) -> list[Outgoing]:
    rows = rows_of(watchlist)
    mark = WatchlistRevision(number=watchlist.number, sha256=digest(rows)).to_json()
    return [
        Outgoing(topology.WATCHLIST.name, key.encode(), value) for key, value in {**rows, REVISION_KEY: mark}.items()
    ]


def a_record(message: Message, key: str) -> Outgoing:
    event = Envelope(id=key, source="/wirewatch/poller", time=an_instant())
    return encode(message, topic=topology.ARTICLES_RAW.name, key=key, event=event)


async def enriched(connection: Connection, count: int) -> list[Event[EnrichedArticle]]:
    """The first *count* enriched articles."""
    found: list[Event[EnrichedArticle]] = []
    async with Subscription(connection, Membership("test", (topology.ARTICLES_ENRICHED.name,))) as source:
        async for batch in source.batches():
            found += [decode(record, EnrichedArticle) for record in batch.records]
            if len(found) >= count:
                break
    return found


async def first_record(connection: Connection, topic: str) -> Record:
    async with Subscription(connection, Membership("test-letters", (topic,))) as source:
        async for batch in source.batches():
            return batch.records[0]
    raise AssertionError


async def test_articles_wait_for_the_watch_list_and_come_out_enriched(blank_topics: Connection, tmp_path: Path) -> None:
    articles = [a_raw_article(article_id=f"art_{number}") for number in range(40)]
    records = [a_record(article, article.article_id) for article in articles]
    torn = records[0]._replace(value=b'{"article_id":"art_0","feed_id":"example"}')
    enricher = ServiceProcess("enricher", blank_topics, tmp_path / "log", workers=1)
    async with enricher, Publisher(blank_topics) as publisher:
        await publisher.publish(torn, *records)
        await publisher.publish(*records_of(a_watchlist()))

        events = await asyncio.wait_for(enriched(blank_topics, len(articles)), DEADLINE_SECONDS)

        assert {event.data.article_id for event in events} == {article.article_id for article in articles}
        assert {event.data.enricher.watchlist_revision for event in events} == {3}
        assert {event.record.key for event in events} == {event.data.article_id.encode() for event in events}
        letter = await asyncio.wait_for(
            first_record(blank_topics, topology.ARTICLES_RAW.dead_letters.name), DEADLINE_SECONDS
        )
        assert (letter.value, dict(letter.headers)["dlq.reason"]) == (torn.value, b"invalid_data")
        assert await asyncio.wait_for(enricher.stop(), DEADLINE_SECONDS) == 0
