"""Articles to alerts, through both halves of the alerter, on Apache Kafka."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.builders import a_watch, a_watchlist, an_entity
from tests.integration.alerter.running import (
    BOTH,
    NOBODY,
    an_alerter,
    raised,
    send,
    suppressed,
    told,
    until_raised,
)
from tests.integration.streams.topics import read
from tests.newsdesk import TRACE, applied, enriched
from tests.polling import until
from tests.services import ServiceProcess
from wirekit.contracts import AlertRaised, topology
from wirekit.kafka import Connection, Outgoing

PAIR = a_watchlist()


def kinds(alerts: list[AlertRaised]) -> list[tuple[str, str, int]]:
    return [(alert.kind, alert.reason, alert.revision) for alert in alerts]


async def test_one_story_alerts_once_and_follows_its_articles(blank_topics: Connection, tmp_path: Path) -> None:
    await send(blank_topics, applied(PAIR))
    async with an_alerter(blank_topics, tmp_path / "log") as alerter:
        await send(blank_topics, [enriched(told("a"))])
        (opened,) = await until_raised(blank_topics, 1)
        await send(
            blank_topics, [enriched(told("copy")), enriched(told("other", story="t")), enriched(told("c", NOBODY))]
        )
        await until_raised(blank_topics, 2)
        await send(blank_topics, [enriched(told("a", NOBODY, revision=2))])
        await until_raised(blank_topics, 3)
        await send(blank_topics, [enriched(told("copy", NOBODY, revision=2))])
        alerts = await until_raised(blank_topics, 4)
        assert await alerter.stop() == 0

    (event, *_) = await raised(blank_topics)
    silent = await suppressed(blank_topics)
    assert [decision.reason for decision in silent] == ["same_story_in_cooldown"]
    assert silent[0].alert_id == opened.alert_id
    assert kinds([alert for alert in alerts if alert.alert_id == opened.alert_id]) == [
        ("opened", "new_story", 1),
        ("updated", "article_left", 2),
        ("retracted", "wording_revised", 3),
    ]
    assert kinds([alert for alert in alerts if alert.alert_id != opened.alert_id]) == [("opened", "new_story", 1)]
    assert opened.evidence[0].sentence == BOTH
    assert opened.evidence[0].record is not None
    assert opened.links.console == f"https://desk.example/alerts/{opened.alert_id}"
    assert opened.latency.matched is not None
    assert opened.latency.raised is not None
    assert opened.latency.matched <= opened.latency.raised
    assert (event.envelope.id, event.envelope.traceparent) == (f"{opened.alert_id}-1", TRACE)


async def test_articles_wait_for_the_first_watch_list_and_a_list_counts_from_its_revision_on(
    blank_topics: Connection, tmp_path: Path
) -> None:
    wider = a_watchlist(
        a_watch(),
        a_watch(id="ilk-soto", entities=("tomas-ilk", "mira-soto")),
        number=4,
        entities=(*PAIR.entities, an_entity("Mira Soto")),
    )
    text = "Ana Brodie and Mira Soto met Tomas Ilk."
    async with an_alerter(blank_topics, tmp_path / "log") as alerter:
        await send(blank_topics, [enriched(told("a", text, story="1"))])
        await until(lambda: _says(alerter, "no watch list was applied yet"))
        early = await raised(blank_topics)

        await send(blank_topics, applied(PAIR))
        await until_raised(blank_topics, 1)
        await alerter.until_ready()
        rows, mark = applied(wider)[:-1], applied(wider)[-1]
        await send(blank_topics, rows)
        await send(blank_topics, [enriched(told("b", text, story="2"))])
        half_way = await until_raised(blank_topics, 2)
        await send(blank_topics, [mark])
        await send(blank_topics, [enriched(told("c", text, story="3", list_number=4))])
        after = await until_raised(blank_topics, 4)

    assert early == []
    assert [alert.watch.id for alert in half_way] == ["brodie-ilk"] * 2
    assert sorted((alert.watch.id, alert.watch.revision) for alert in after) == [
        ("brodie-ilk", 3),
        ("brodie-ilk", 3),
        ("brodie-ilk", 4),
        ("ilk-soto", 4),
    ]


async def test_what_cannot_be_read_is_buried_and_the_rest_goes_on(blank_topics: Connection, tmp_path: Path) -> None:
    await send(blank_topics, applied(PAIR))
    nonsense = [
        Outgoing(topology.ARTICLES_ENRICHED.name, b"k", b"nonsense"),
        Outgoing(topology.ALERTS_CANDIDATES.name, b"k", b"nonsense"),
    ]
    async with an_alerter(blank_topics, tmp_path / "log") as alerter:
        await send(blank_topics, [*nonsense, enriched(told("a"))])
        await until_raised(blank_topics, 1)
        for topic in (topology.ARTICLES_ENRICHED, topology.ALERTS_CANDIDATES):
            await until(partial(_is_buried, blank_topics, topic.dead_letters.name), 60)
        assert await alerter.stop() == 0


async def _is_buried(connection: Connection, topic: str) -> bool:
    return [letter.value for letter in await read(connection, topic)] == [b"nonsense"]


async def _says(alerter: ServiceProcess, words: str) -> bool:
    return words in (await alerter.unready()).values()
