"""Feeds from the registry to articles, against Apache Kafka and a web server on loopback."""

from __future__ import annotations

from tests.integration.poller.feed_server import FeedServer, Page, rss
from tests.integration.poller.running import a_spec, articles, polling, registration, removal, send, states, titles
from tests.integration.streams.topics import until
from wirekit.streams import Connection

FERRY = ("ferry", "Ferry runs again", "The ferry to Bril runs again.")
CRANE = ("crane", "Crane repaired", "The crane in the harbour was repaired.")


async def test_a_feed_is_polled_revised_changed_and_removed_as_the_registry_says(newsroom_kafka: Connection) -> None:
    async with FeedServer() as server, polling(newsroom_kafka):
        server.pages["/feed.xml"] = Page(rss(FERRY))
        spec = a_spec("harbour", server.url("/feed.xml"))
        await send(newsroom_kafka, registration(spec))
        await until(lambda: server.statuses("/feed.xml")[:2] == [200, 304])
        first = await articles(newsroom_kafka)

        server.pages["/feed.xml"] = Page(rss(CRANE, ("ferry", "Ferry runs again", "It runs twice a day.")))
        await until(lambda: server.statuses("/feed.xml").count(200) == 2)
        await until(lambda: _has(newsroom_kafka, 3))

        assert [(article.title, article.revision) for article in first] == [("Ferry runs again", 1)]
        assert (first[0].feed_id, first[0].ingest_mode) == ("harbour", "live")
        assert await titles(newsroom_kafka) == [("Crane repaired", 1), ("Ferry runs again", 1), ("Ferry runs again", 2)]

        state = (await states(newsroom_kafka))["harbour"]
        assert state.articles == 3
        assert state.etag == server.pages["/feed.xml"].etag

        server.pages["/other.xml"] = Page(rss(CRANE))
        await send(newsroom_kafka, registration(a_spec("harbour", server.url("/other.xml"))))
        await until(lambda: server.statuses("/other.xml")[:1] == [200])

        await send(newsroom_kafka, removal(spec))
        await until(lambda: _is_empty(newsroom_kafka))
        asked = len(server.asked)
        await send(newsroom_kafka, registration(a_spec("second", server.url("/feed.xml"))))
        await until(lambda: server.statuses("/feed.xml").count(200) == 3)

        assert "/other.xml" not in [request.path for request in server.asked[asked + 1 :]]


async def _has(connection: Connection, number: int) -> bool:
    return len(await articles(connection)) == number


async def _is_empty(connection: Connection) -> bool:
    return not await states(connection)
