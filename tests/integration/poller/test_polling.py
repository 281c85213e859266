"""Feeds from the registry to articles, against Apache Kafka and a web server on loopback."""

from __future__ import annotations

from tests.builders import an_instant
from tests.integration.poller.feed_server import FeedServer, Page, rss
from tests.integration.poller.running import a_spec, articles, polling, registration, removal, send, states, titles
from tests.integration.streams.topics import read
from tests.polling import until
from wirekit.contracts import FeedCommand, FeedEvent, topology
from wirekit.kafka import Connection, Record
from wirekit.streams import Envelope, decode, encode

FERRY = ("ferry", "Ferry runs again", "The ferry to Bril runs again.")
CRANE = ("crane", "Crane repaired", "The crane in the harbour was repaired.")


async def test_a_feed_is_polled_revised_changed_and_removed_as_the_registry_says(blank_topics: Connection) -> None:
    async with FeedServer() as server, polling(blank_topics):
        server.pages["/feed.xml"] = Page(rss(FERRY))
        spec = a_spec("harbour", server.url("/feed.xml"))
        await send(blank_topics, registration(spec))
        await until(lambda: server.statuses("/feed.xml")[:2] == [200, 304])
        first = await articles(blank_topics)

        server.pages["/feed.xml"] = Page(rss(CRANE, ("ferry", "Ferry runs again", "It runs twice a day.")))
        await until(lambda: server.statuses("/feed.xml").count(200) == 2)
        await until(lambda: _has(blank_topics, 3))

        assert [(article.title, article.revision) for article in first] == [("Ferry runs again", 1)]
        assert (first[0].feed_id, first[0].ingest_mode) == ("harbour", "live")
        assert await titles(blank_topics) == [("Crane repaired", 1), ("Ferry runs again", 1), ("Ferry runs again", 2)]

        state = (await states(blank_topics))["harbour"]
        assert state.articles == 2
        assert state.etag == server.pages["/feed.xml"].etag

        server.pages["/other.xml"] = Page(rss(CRANE))
        await send(blank_topics, registration(a_spec("harbour", server.url("/other.xml"))))
        await until(lambda: server.statuses("/other.xml")[:1] == [200])

        await send(blank_topics, removal(spec))
        await until(lambda: _is_empty(blank_topics))
        asked = len(server.asked)
        await send(blank_topics, registration(a_spec("second", server.url("/feed.xml"))))
        await until(lambda: server.statuses("/feed.xml").count(200) == 3)

        assert "/other.xml" not in [request.path for request in server.asked[asked + 1 :]]


async def test_a_restart_asks_again_with_the_validators_and_publishes_nothing_twice(blank_topics: Connection) -> None:
    async with FeedServer() as server:
        server.pages["/feed.xml"] = Page(rss(FERRY))
        await send(blank_topics, registration(a_spec("harbour", server.url("/feed.xml"))))
        async with polling(blank_topics):
            await until(lambda: server.statuses("/feed.xml")[:1] == [200])
            await until(lambda: _has(blank_topics, 1))
        asked = len(server.asked)
        async with polling(blank_topics):
            await until(lambda: len(server.asked) > asked + 1)

        assert {request.status for request in server.asked[asked:]} == {304}
        assert await titles(blank_topics) == [("Ferry runs again", 1)]


async def test_feeds_of_one_host_are_asked_one_at_a_time_and_a_command_makes_one_due_now(
    blank_topics: Connection,
) -> None:
    slow = {"min": "1h", "max": "2h"}
    async with FeedServer() as server, polling(blank_topics) as poller:
        for feed in range(5):
            server.pages[f"/{feed}.xml"] = Page(rss(FERRY))
            spec = a_spec(f"feed-{feed}", server.url(f"/{feed}.xml"), poll_every=slow)
            await send(blank_topics, registration(spec))
        await until(lambda: len(server.asked) == 5)
        await until(lambda: _is_polled(blank_topics, 5))
        poller.command(command("feed-3"))
        poller.command(command("not-ours"))
        await until(lambda: len(server.asked) == 6)

        assert server.asked[-1].path == "/3.xml"
        assert server.most_busy == 1


async def test_an_invalid_registry_record_is_buried_and_the_next_is_obeyed(blank_topics: Connection) -> None:
    async with FeedServer() as server, polling(blank_topics):
        server.pages["/feed.xml"] = Page(rss(FERRY))
        good = registration(a_spec("harbour", server.url("/feed.xml")))
        await send(blank_topics, good._replace(value=b"{}"), good)
        await until(lambda: _has(blank_topics, 1))

        (letter,) = await read(blank_topics, "feeds.registry.dlq")
        assert dict(letter.headers)["dlq.reason"] == b"invalid_data"


async def test_a_feed_behind_a_bot_wall_is_reported(blank_topics: Connection) -> None:
    async with FeedServer() as server, polling(blank_topics):
        server.pages["/feed.xml"] = Page(b"<html><title>Just a moment...</title></html>", 403)
        await send(blank_topics, registration(a_spec("harbour", server.url("/feed.xml"))))
        await until(lambda: _has_event(blank_topics, "blocked"))


def command(feed_id: str) -> Record:
    order = FeedCommand(feed_id=feed_id, command="poll", requested_at=an_instant())
    sent = encode(order, topic="feeds.commands", key=feed_id, event=Envelope("1", "/wirewatch/test", an_instant()))
    return Record(sent.topic, 0, 0, sent.key, sent.value, sent.headers)


async def _has_event(connection: Connection, kind: str) -> bool:
    records = await read(connection, topology.FEEDS_EVENTS.name)
    return kind in [decode(record, FeedEvent).data.kind for record in records]


async def _is_polled(connection: Connection, number: int) -> bool:
    return [state.last_status for state in (await states(connection)).values()] == ["ok"] * number


async def _has(connection: Connection, number: int) -> bool:
    return len(await articles(connection)) == number


async def _is_empty(connection: Connection) -> bool:
    return not await states(connection)
