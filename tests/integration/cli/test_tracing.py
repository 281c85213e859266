"""How far a trace looks, on Apache Kafka; what it makes of the records of real services, tests/e2e shows."""

from __future__ import annotations

import datetime as dt

import pytest

from tests import builders
from tests.integration.streams.topics import fill
from wirekit.clock import SystemClock
from wirekit.contracts import Message, ids
from wirekit.contracts.topology import ALERTS_SUPPRESSED, ARTICLES_RAW
from wirekit.errors import ConfigError
from wirekit.kafka import Connection, Outgoing
from wirekit.streams import Envelope, encode
from wirewatch.cli.tracing.journey import stops
from wirewatch.cli.tracing.search import Search, trace

URL = "https://news.example/live"


def record(message: Message, topic: str, key: str, partition: int | None = None) -> Outgoing:
    event = Envelope(key, "/wirewatch/test", builders.NOON)
    return encode(message, topic=topic, key=key, event=event, partition=partition)


def in_a_feed(guid: str) -> Outgoing:
    """An article that the feed lists under a URL that it shares with others."""
    article_id = ids.article_id_in_feed("example", guid)
    article = builders.a_raw_article(article_id=article_id, url=URL, canonical_url=None, found_at=SystemClock().now())
    return record(article, ARTICLES_RAW.name, article_id)


async def test_an_article_whose_id_does_not_come_from_its_url_is_found_by_the_url(blank_topics: Connection) -> None:
    await fill(blank_topics, [in_a_feed("one")])

    facts = await trace(blank_topics, URL)

    assert facts.article_id == ids.article_id_in_feed("example", "one")
    assert [stop.topic for stop in stops(facts)] == [ARTICLES_RAW.name]


async def test_a_url_that_several_articles_share_is_refused_with_their_ids(blank_topics: Connection) -> None:
    await fill(blank_topics, [in_a_feed("one"), in_a_feed("two")])

    with pytest.raises(ConfigError, match=r"several articles have this URL; trace one of art_.*, art_"):
        await trace(blank_topics, URL)


@pytest.mark.parametrize("text", ["", "harbour", "ftp://news.example/a", "https://news.example/", "https://[::1"])
async def test_what_is_neither_an_id_nor_the_url_of_an_article_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match="is neither an id"):
        await trace(Connection("127.0.0.1:1"), text)


async def test_of_a_long_partition_only_the_end_is_looked_at_and_nothing_before_the_article_was_found(
    blank_topics: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wirewatch.cli.tracing.search.MOST", 3)
    told = [record(builders.a_suppressed_alert(), ALERTS_SUPPRESSED.name, f"w{n}", partition=0) for n in range(5)]
    await fill(blank_topics, told)
    search = Search(blank_topics)

    found = await search.records(ALERTS_SUPPRESSED, lambda _: True)
    search.begin_at([None, SystemClock().now() + dt.timedelta(hours=1)])
    later = await search.records(ALERTS_SUPPRESSED, lambda _: True, partition=0)

    assert [record.offset for record in found] == [2, 3, 4]
    assert later == []
    assert [searched.records for searched in search.searched] == [3, 0]
