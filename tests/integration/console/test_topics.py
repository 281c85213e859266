"""What the console reads: chunks of topics, and single articles from a Kafka that may go away meanwhile."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests import builders
from wirekit.broker import EmbeddedKafka
from wirekit.contracts import RecordRef
from wirekit.contracts.topology import ALERTS_RAISED, ARTICLES_ENRICHED
from wirekit.kafka import Connection, Outgoing, TopicAdmin
from wirekit.streams import Envelope, Publisher, encode
from wirewatch.console.adapters import topics
from wirewatch.console.adapters.topics import EnrichedArticles, FollowedTopics

ARTICLES = [f"Case {number}" for number in range(20)]


def places(count: int) -> list[RecordRef]:
    return [RecordRef(topic=ARTICLES_ENRICHED.name, partition=n % 3, offset=n // 3) for n in range(count)]


async def fill(connection: Connection) -> None:
    envelope = Envelope(id="art-1", source="/wirewatch/test", time=builders.NOON)
    async with Publisher(connection) as publisher:
        for place, title in zip(places(len(ARTICLES)), ARTICLES, strict=True):
            article = builders.an_article(title=title)
            await publisher.publish(
                encode(article, topic=place.topic, key="art", event=envelope, partition=place.partition)
            )


async def titles(articles: EnrichedArticles, asked: list[RecordRef]) -> list[str | None]:
    found = await asyncio.gather(*map(articles.fetch, asked))
    return [article.title if article else None for article in found]


async def test_many_who_ask_at_once_each_get_their_article(blank_topics: Connection) -> None:
    await fill(blank_topics)
    async with EnrichedArticles(blank_topics) as articles:
        found = await titles(articles, places(len(ARTICLES)))
        backwards = await titles(articles, places(len(ARTICLES))[::-1])

    assert found == ARTICLES
    assert backwards == ARTICLES[::-1]


@pytest.mark.parametrize("offset", [7, 2**40])
async def test_what_lies_behind_the_end_is_not_waited_for(
    blank_topics: Connection, monkeypatch: pytest.MonkeyPatch, offset: int
) -> None:
    monkeypatch.setattr(topics, "FETCH_SECONDS", 0.3)
    await fill(blank_topics)
    async with EnrichedArticles(blank_topics) as articles:
        behind = await titles(articles, [RecordRef(topic=ARTICLES_ENRICHED.name, partition=0, offset=offset)])
        afterwards = await titles(articles, places(1))

    assert (behind, afterwards) == ([None], ["Case 0"])


async def test_an_article_that_is_asked_for_while_kafka_is_away_is_found_when_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topics, "FETCH_SECONDS", 0.3)
    async with EmbeddedKafka(tmp_path) as broker:
        connection = Connection(broker.bootstrap_servers)
        async with TopicAdmin(connection) as admin:
            await admin.create_missing([ARTICLES_ENRICHED])
        await fill(connection)
        async with EnrichedArticles(connection) as articles:
            await titles(articles, places(1))
            broker.kill()
            asked = asyncio.create_task(titles(articles, places(2)))
            await asyncio.sleep(1)  # it has given up more than once
            was_answered = asked.done()
            await broker.start()
            found = await asked

    assert not was_answered
    assert found == ["Case 0", "Case 1"]


async def test_what_comes_soon_after_a_chunk_is_one_chunk(
    blank_topics: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topics, "GATHER_SECONDS", 2.0)
    followed = FollowedTopics(blank_topics, [ALERTS_RAISED.name])
    chunks = followed.chunks({})
    async with Publisher(blank_topics) as publisher:
        await publisher.publish(Outgoing(ALERTS_RAISED.name, b"k", b"first", partition=0))
        await anext(chunks)
        following = asyncio.ensure_future(anext(chunks))
        await asyncio.wait_for(followed.caught_up.wait(), 30)
        await publisher.publish(Outgoing(ALERTS_RAISED.name, b"k", b"second", partition=1))
        (second,) = await following
        following = asyncio.ensure_future(anext(chunks))
        await publisher.publish(Outgoing(ALERTS_RAISED.name, b"k", b"third", partition=2))
        await publisher.publish(Outgoing(ALERTS_RAISED.name, b"k", b"fourth", partition=3))
        gathered = await following
    await chunks.aclose()

    assert second.value == b"second"
    assert {record.value for record in gathered} == {b"third", b"fourth"}
