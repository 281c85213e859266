"""An article goes in, a signed webhook comes out: all five services as processes, on Apache Kafka."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks import Webhook

from tests.builders import (
    a_candidate,
    a_delivery_attempt,
    a_delivery_command,
    a_feed_command,
    a_feed_event,
    a_mention,
    a_raw_article,
    a_suppressed_alert,
    a_watch,
    a_watchlist,
    an_alert,
    an_article,
    an_entity,
    an_instant,
)
from tests.e2e.newsroom import Layout, Newsroom, Received, a_newsroom
from tests.e2e.processes import page
from tests.integration.streams.topics import fill, read
from tests.polling import until
from wirealert import WatchRow
from wirekit import contracts
from wirekit.contracts import (
    AlertRaised,
    AlertSuppressed,
    EnrichedArticle,
    Entity,
    Message,
    RawArticle,
    Span,
    Watchlist,
    Zone,
    topology,
)
from wirekit.contracts.topology import Topic
from wirekit.kafka import Header, Outgoing
from wirekit.streams import Envelope, decode, encode
from wirekit.streams.cloudevents import encode_headers

SEED = Path(__file__).parents[3] / "shared" / "seed" / "kompas-kim-shoigu.id.txt"

KIM = an_entity("Kim Jong Un", names=("Kim Jong-un",), short={"Latn": ("Kim",)})
SHOIGU = an_entity("Sergei Shoigu")
PAIRS = {
    "harbour": ("Ana Brodie", "Tomas Ilk"),
    "revised": ("Mira Soto", "Jonas Verre"),
    "poisoned": ("Petra Lund", "Oskar Wien"),
    "down": ("Ines Kallo", "Viktor Prahm"),
}
"""For each test its feed, its endpoint (``desk-<feed>``), its watch and the two whom that one names."""


def _watchlist() -> Watchlist:
    watches = [
        a_watch(id=feed, entities=[_slug(name) for name in pair], notify=(f"desk-{feed}",))
        for feed, pair in PAIRS.items()
    ]
    watches[-1] = watches[-1].model_copy(update={"notify": ("desk-down", "desk-slow", "desk-up")})
    seed = a_watch(id="kim-shoigu", entities=(KIM.id, SHOIGU.id), notify=("desk-seed",))
    entities: list[Entity] = [an_entity(name) for pair in PAIRS.values() for name in pair]
    return a_watchlist(*watches, seed, entities=(*entities, KIM, SHOIGU))


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


LAYOUT = Layout(
    feeds=(*PAIRS, "kabar", "kabar-copy"),
    watchlist=_watchlist(),
    endpoints=(*(f"desk-{feed}" for feed in PAIRS), "desk-seed", "desk-slow", "desk-up"),
    named=True,
)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """One for all tests of this file: each has its own feed, watch and endpoint."""
    with a_newsroom(tmp_path_factory.mktemp("newsroom"), LAYOUT) as running:
        yield running


def an_item(name: str, *paragraphs: str, title: str = "", site: str = "news.example") -> dict[str, str]:
    html = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return {"title": title, "link": f"https://{site}/{name}", "html": html}


TALES = {
    "quay": "on the quay, where ropes grow dearer every winter",
    "pier": "to open a library for sailors, long promised and never built",
    "ferry": "when the ferry to the islands was late again",
    "crane": "because a crane had dropped eleven crates of tea",
    "barge": "and nobody asked why forty barges lay idle upstream",
    "lock": "at the upper lock, whose gates have leaked since spring",
    "dock": "after the strike, to count which ships had left without pilots",
}


def a_story(feed: str, tale: str) -> str:
    """A sentence with both names that *feed*'s watch waits for, like none of another tale."""
    one, other = PAIRS[feed]
    return f"{one} met {other} {TALES[tale]}."


def verified(newsroom: Newsroom, request: Received) -> dict[str, Any]:
    """The event of a request, by somebody else's code."""
    secret = newsroom.secret(request.path.strip("/"))
    event: dict[str, Any] = Webhook(secret).verify(request.body, request.headers)
    return event


async def the_only(newsroom: Newsroom, endpoint: str) -> dict[str, Any]:
    """The event of the one webhook that comes, when nothing else is under way."""
    await newsroom.until_received(endpoint)
    await newsroom.until_settled()
    (request,) = newsroom.received(endpoint)
    return verified(newsroom, request)


async def enriched(newsroom: Newsroom, name: str) -> EnrichedArticle:
    """The article that was published as *name*, when it is enriched."""
    found: list[EnrichedArticle] = []

    async def is_there() -> bool:
        records = await read(newsroom.connection, topology.ARTICLES_ENRICHED.name)
        articles = [decode(record, EnrichedArticle).data for record in records if _is_event(record.headers)]
        found[:] = [article for article in articles if (article.url or "").endswith(f"/{name}")]
        return bool(found)

    await until(is_there, 60)
    return found[-1]


def _is_event(headers: tuple[Header, ...]) -> bool:
    return any(name == "ce_type" for name, _ in headers)


async def suppressed(newsroom: Newsroom, watch_id: str, count: int = 1) -> list[AlertSuppressed]:
    """What was not told for a watch, when there are *count*."""
    found: list[AlertSuppressed] = []

    async def is_there() -> bool:
        records = await read(newsroom.connection, topology.ALERTS_SUPPRESSED.name)
        decisions = [decode(record, AlertSuppressed).data for record in records]
        found[:] = [decision for decision in decisions if decision.watch_id == watch_id]
        return len(found) >= count

    await until(is_there, 60)
    return found


async def test_an_item_goes_in_and_one_signed_webhook_comes_out(newsroom: Newsroom) -> None:
    newsroom.publish(
        "harbour",
        an_item("quay", a_story("harbour", "quay"), "The talks lasted two hours.", title="Talks"),
        an_item("rain", "Ana Brodie opened a school. Rain fell all day."),
    )

    event = await the_only(newsroom, "desk-harbour")

    (evidence, *_) = event["data"]["evidence"]
    raw = [decode(r, RawArticle) for r in await read(newsroom.connection, topology.ARTICLES_RAW.name)]
    (source,) = [article for article in raw if article.data.url == "https://news.example/quay"]
    assert event["type"] == AlertRaised.event_type
    assert event["data"]["kind"] == "opened"
    assert evidence["article"]["url"] == "https://news.example/quay"
    assert evidence["sentence"] == a_story("harbour", "quay")
    assert {mention["surface"] for mention in evidence["mentions"]} == set(PAIRS["harbour"])
    assert source.envelope.traceparent is not None
    assert event["traceparent"].split("-")[1] == source.envelope.traceparent.split("-")[1]


async def test_the_console_shows_the_alert_to_which_the_webhook_links(newsroom: Newsroom) -> None:
    newsroom.publish("harbour", an_item("pier", a_story("harbour", "pier"), title="Pier"))

    requests = await newsroom.until_received("desk-harbour", len(newsroom.received("desk-harbour")) + 1)

    link = requests[-1].event["data"]["links"]["console"]
    await until(lambda: page(link)[0] == 200)
    assert re.search(r"<mark[^>]*>Ana Brodie</mark>", page(link)[1])


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not beside the project")
async def test_the_seed_article_and_its_syndicated_copy_make_one_alert(newsroom: Newsroom) -> None:
    lines = SEED.read_text(encoding="utf-8").strip().splitlines()
    newsroom.publish("kabar", an_item("seed", *lines, site="kabar.example"))
    article = await enriched(newsroom, "seed")
    event = await the_only(newsroom, "desk-seed")
    newsroom.publish("kabar-copy", an_item("copy", *lines, "Disalin dari Kabar.", site="kabar-copy.example"))
    (silent,) = await suppressed(newsroom, "kim-shoigu")
    again = await the_only(newsroom, "desk-seed")

    assert article.language.code == "id"
    assert article.topics
    for entity, pattern in ((KIM, r"Kim Jong Un|Kim\b(?! Jong)"), (SHOIGU, r"(?:Sergei )?Shoigu")):
        assert _spans(article, entity) == _expected(article.full_text, pattern)
    told = [evidence["sentence"] for evidence in event["data"]["evidence"]]
    assert lines[0].endswith(told[0])
    assert all("Kim" in sentence and "Shoigu" in sentence for sentence in told)
    assert not any("Baca Juga" in sentence for sentence in told)
    assert silent.reason == "same_story_in_cooldown"
    assert silent.alert_id == event["data"]["alert_id"]
    assert (silent.article.url or "").endswith("/copy")
    assert again == event


def _spans(article: EnrichedArticle, entity: Entity) -> list[tuple[int, int]]:
    """Where the entity is named outside boilerplate; every mention, in whatever zone, must say what stands there."""
    mentions = [mention for mention in article.mentions if mention.entity_id == entity.id]
    assert all(article.full_text[mention.start : mention.end] == mention.surface for mention in mentions)
    return [(mention.start, mention.end) for mention in mentions if mention.zone != "boilerplate"]


def _expected(full_text: str, pattern: str) -> list[tuple[int, int]]:
    start = full_text.index("Baca Juga")
    boilerplate = range(start, full_text.index("\n", start))
    found = [match.span() for match in re.finditer(pattern, full_text)]
    return [span for span in found if span[0] not in boilerplate]


async def test_a_corrected_item_takes_its_alert_back(newsroom: Newsroom) -> None:
    newsroom.publish("revised", an_item("ferry", a_story("revised", "ferry")))
    (opened,) = await newsroom.until_received("desk-revised")

    newsroom.publish("revised", an_item("ferry", "Mira Soto met nobody on the ferry."))

    opened, retracted = await newsroom.until_received("desk-revised", 2)
    assert verified(newsroom, retracted)["data"]["kind"] == "retracted"
    assert retracted.event["data"]["alert_id"] == opened.event["data"]["alert_id"]
    assert retracted.event["data"]["revision"] == 2
    assert retracted.webhook_id != opened.webhook_id


async def test_an_endpoint_that_is_down_holds_up_no_other(newsroom: Newsroom) -> None:
    newsroom.answer(desk_down={"status": 500}, desk_slow={"seconds": 4})
    newsroom.publish("down", an_item("crane", a_story("down", "crane")))
    (first,) = await newsroom.until_received("desk-up")
    refused = await newsroom.until_received("desk-down", 3)
    await newsroom.until_received("desk-slow", 2)

    newsroom.publish("down", an_item("barge", a_story("down", "barge")))
    _, second = await newsroom.until_received("desk-up", 2)
    newsroom.answer()
    ids = {first.webhook_id, second.webhook_id}
    await until(lambda: len(_accepted(newsroom, "desk-down")) == len(_accepted(newsroom, "desk-slow")) == 2)

    assert len({request.webhook_id for request in refused}) == 1
    assert len(ids) == len(newsroom.received("desk-up")) == 2
    for endpoint in ("desk-down", "desk-slow"):
        assert _accepted(newsroom, endpoint).isdisjoint(ids)
        bodies = {(request.webhook_id, request.body) for request in newsroom.received(endpoint)}
        assert len(bodies) == 2


def _accepted(newsroom: Newsroom, endpoint: str) -> set[str]:
    return {request.webhook_id for request in newsroom.received(endpoint) if request.is_accepted}


BURIED = tuple(buried for service in topology.SERVICES for buried in service.buries)
NONSENSE, HALF = b"not JSON at all", b'{"half": '


async def test_poison_on_every_topic_is_buried_with_a_reason_and_the_stream_goes_on(newsroom: Newsroom) -> None:
    before = [child for child in newsroom.children if child.exit_code is None]
    sources = [topic for topic in topology.TOPICS.values() if not topic.name.endswith(".dlq")]
    await fill(newsroom.connection, [each for topic in sources for each in (*poison(topic), *lies(topic))])

    newsroom.publish("poisoned", an_item("lock", a_story("poisoned", "lock")))

    event = await the_only(newsroom, "desk-poisoned")
    for topic in BURIED:
        letters = await read(newsroom.connection, topic.dead_letters.name)
        reasons = {(letter.value, dict(letter.headers)["dlq.reason"]) for letter in letters}
        places = [int(dict(letter.headers)["dlq.partition"] or -1) for letter in letters if letter.value == NONSENSE]
        assert {(NONSENSE, b"not_cloudevent"), (HALF, b"not_json")} <= reasons
        assert sorted(places) == list(range(topic.partitions))
    await until(lambda: page(event["data"]["links"]["console"])[0] == 200)
    assert [child.name for child in before if child.exit_code is not None] == []


async def test_poison_on_the_topics_stops_no_service_from_starting_again(newsroom: Newsroom) -> None:
    for service in newsroom.layout.services:
        for child in newsroom.living(service):
            child.kill()
        newsroom.start(service)

    newsroom.publish("harbour", an_item("dock", a_story("harbour", "dock")))

    links = [request.event["data"]["links"] for request in await newsroom.until_received("desk-harbour", 3)]
    assert [link["article"] for link in links][2:] == ["https://news.example/dock"]
    await until(lambda: page(links[2]["console"])[0] == 200)
    assert [child.name for child in newsroom.children[-5:] if child.exit_code is not None] == []


def poison(topic: Topic) -> list[Outgoing]:
    """On each partition of *topic* what nobody can make sense of, on one of them a well addressed event cut in half."""
    every = [Outgoing(topic.name, b"poison", NONSENSE, (), partition) for partition in range(topic.partitions)]
    model = getattr(contracts, topic.messages[0], WatchRow)
    event = Envelope(id="poison", source="/elsewhere", time=an_instant())
    return [*every, Outgoing(topic.name, b"poison", HALF, encode_headers(model.event_type, event))]


def lies(topic: Topic) -> list[Outgoing]:
    """Events on *topic* that say what cannot be, whether or not the contract could refuse it."""
    mention = a_mention("Petra Lund", "Petra Lund", entity_id="petra-lund")
    beyond, negative = Span.model_construct(start=10**6, end=10**9), Span.model_construct(start=-9, end=-3)
    told: dict[Topic, tuple[Message, dict[str, Any]]] = {
        topology.ARTICLES_RAW: (
            a_raw_article(),
            {"url": "http://[", "title": "\x00" * 9000, "content_html": "<div>" * 100_000},
        ),
        topology.ARTICLES_ENRICHED: (
            an_article(),
            {
                "mentions": (mention.model_copy(update={"start": 10**6, "end": 10**6 + 9}),),
                "sentences": (beyond, negative, Span(start=9, end=3)),
                "paragraphs": (beyond,),
                "zones": (Zone.model_construct(start=-5, end=10**9, kind="no such kind"),),
            },
        ),
        topology.ALERTS_CANDIDATES: (a_candidate(), {"watch_id": "nobody", "entities": (), "evidence": ()}),
        topology.ALERTS_RAISED: (an_alert(), {"reason": "x" * 100_000, "notify": ("desk-nobody", "desk-harbour")}),
        topology.DELIVERIES_COMMANDS: (a_delivery_command(), {"endpoint": "desk-nobody", "command": "redeliver"}),
        topology.FEEDS_COMMANDS: (a_feed_command(), {"feed_id": "nobody", "command": "burn"}),
        topology.FEEDS_EVENTS: (a_feed_event(), {"kind": "\u202e" * 500}),
        topology.DELIVERIES_ATTEMPTED: (a_delivery_attempt(), {"duration_seconds": -1.0, "outcome": "\x00"}),
        topology.ALERTS_SUPPRESSED: (a_suppressed_alert(), {"reason": "", "detail": "x" * 100_000}),
    }
    if topic not in told:
        return []
    message, changes = told[topic]
    event = Envelope("lie", "/elsewhere", an_instant())
    return [encode(message.model_copy(update=changes), topic=topic.name, key="nobody", event=event)]
