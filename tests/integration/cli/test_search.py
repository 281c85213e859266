"""What a trace finds on Apache Kafka and how far it looks; what real services leave there, tests/e2e shows."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests import builders
from tests.integration.streams.topics import fill
from wirekit.clock import SystemClock
from wirekit.contracts import Message, ids
from wirekit.contracts.topology import (
    ALERTS_CANDIDATES,
    ALERTS_RAISED,
    ALERTS_SUPPRESSED,
    ARTICLES_ENRICHED,
    ARTICLES_RAW,
    DEAD_LETTERS,
    DELIVERIES_ATTEMPTED,
    WATCHLIST,
)
from wirekit.contracts.watchlist import REVISION_KEY, digest, rows_of
from wirekit.errors import ConfigError, InvalidMessage
from wirekit.kafka import Connection, Outgoing, Record
from wirekit.streams import DeadLetters, Envelope, encode
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


def found(**changes: Any) -> Outgoing:
    """The article of the builders on its first topic."""
    article = builders.a_raw_article(found_at=SystemClock().now(), **changes)
    return record(article, ARTICLES_RAW.name, article.article_id)


async def test_an_alert_is_traced_with_its_retraction_and_its_own_deliveries(blank_topics: Connection) -> None:
    other_evidence = builders.an_evidence(article=builders.an_article_ref(article_id="art_other"))
    linked = builders.an_evidence(article=builders.an_article_ref(article_id="art_other", url=builders.ARTICLE_ID))
    told = [
        builders.an_alert(),
        builders.an_alert(alert_id="alr_other", evidence=(other_evidence,)),
        builders.an_alert(alert_id="alr_linked", evidence=(linked,)),
        builders.an_alert(alert_id="alr_other", revision=2, kind="retracted", evidence=()),
        builders.an_alert(revision=2, kind="updated", evidence=(other_evidence,)),
        builders.an_alert(revision=3, kind="retracted", evidence=()),
    ]
    attempts = [
        builders.a_delivery_attempt(),
        builders.a_delivery_attempt(alert_revision=2),
        builders.a_delivery_attempt(alert_revision=3),
        builders.a_delivery_attempt(alert_id="alr_other"),
    ]
    await fill(blank_topics, [found(), *(record(alert, ALERTS_RAISED.name, "w") for alert in told)])
    await fill(blank_topics, [record(attempt, DELIVERIES_ATTEMPTED.name, "w") for attempt in attempts])

    facts = await trace(blank_topics, builders.ARTICLE_ID)

    assert [(event.data.alert_id, event.data.revision) for event in facts.raised] == [
        (builders.ALERT_ID, 1),
        (builders.ALERT_ID, 3),
    ]
    assert [event.data.alert_revision for event in facts.attempts] == [1, 3]


async def test_what_was_decided_on_another_article_is_left_out_and_a_correction_counts_once(
    blank_topics: Connection,
) -> None:
    copies = [
        record(builders.a_revised_article(), ALERTS_CANDIDATES.name, "w", partition=number) for number in range(3)
    ]
    other = builders.an_article_ref(article_id="art_other", url=builders.ARTICLE_ID)
    decided = [
        record(builders.a_candidate(), ALERTS_CANDIDATES.name, "w"),
        record(builders.a_candidate(article=other), ALERTS_CANDIDATES.name, "w"),
        record(builders.a_revised_article(article=other), ALERTS_CANDIDATES.name, "w"),
        record(builders.a_suppressed_alert(), ALERTS_SUPPRESSED.name, "w"),
        record(builders.a_suppressed_alert(article=other), ALERTS_SUPPRESSED.name, "w"),
    ]
    await fill(blank_topics, [found(), *copies, *decided])

    facts = await trace(blank_topics, builders.ARTICLE_ID)

    assert [event.data.article.article_id for event in facts.candidates] == [builders.ARTICLE_ID]
    assert [event.data.article.article_id for event in facts.corrections] == [builders.ARTICLE_ID]
    assert [event.data.article.article_id for event in facts.suppressed] == [builders.ARTICLE_ID]


async def test_bytes_that_are_no_event_are_no_trace_and_the_letter_that_buried_them_is(
    blank_topics: Connection,
) -> None:
    key = builders.ARTICLE_ID.encode()
    broken = Record(ARTICLES_RAW.name, 0, 0, key, b"{")
    letters = DeadLetters("enricher")
    buried = letters.letter(broken, InvalidMessage("not_json", "cut"))
    another = letters.letter(Record(ARTICLES_RAW.name, 0, 1, b"art_other", b"{"), InvalidMessage("not_json", "cut"))
    await fill(blank_topics, [Outgoing(ARTICLES_RAW.name, key, b"{"), found(), buried, another])

    facts = await trace(blank_topics, builders.ARTICLE_ID)

    assert (len(facts.raw), len(facts.letters)) == (1, 1)
    assert facts.letters[0].reason == "not_json"


async def test_the_list_in_force_is_told_and_where_was_searched(blank_topics: Connection) -> None:
    watchlist = builders.a_watchlist()
    rows = rows_of(watchlist)
    rows[REVISION_KEY] = builders.a_watchlist_revision(sha256=digest(rows)).to_json()
    listed = [Outgoing(WATCHLIST.name, key.encode(), value) for key, value in rows.items()]
    await fill(
        blank_topics, [found(), record(builders.an_article(), ARTICLES_ENRICHED.name, builders.ARTICLE_ID), *listed]
    )

    facts = await trace(blank_topics, builders.ARTICLE_ID)

    assert (facts.watchlist, facts.title) == (watchlist, builders.TITLE)
    assert {searched.topic for searched in facts.searched} == {
        *(topic.name for topic in (ARTICLES_RAW, ARTICLES_ENRICHED, ALERTS_CANDIDATES, ALERTS_SUPPRESSED)),
        *(topic.name for topic in (ALERTS_RAISED, DELIVERIES_ATTEMPTED, *DEAD_LETTERS.values())),
    }
    assert [len(searched.partitions) for searched in facts.searched[:2]] == [1, 1]


async def test_of_very_many_records_that_are_wanted_the_latest_are_kept(
    blank_topics: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wirewatch.cli.tracing.search.MOST_FOUND", 2)
    await fill(blank_topics, [found(revision=number) for number in (1, 2, 3)])

    facts = await trace(blank_topics, builders.ARTICLE_ID)

    assert [event.data.revision for event in facts.raw] == [2, 3]
