"""A poller that is told to poll now."""

from __future__ import annotations

from pathlib import Path

from tests.integration.poller.feed_server import FeedServer, Page, rss
from tests.integration.poller.running import a_poller, a_spec, registration, send, states
from tests.polling import until
from wirekit.clock import SystemClock
from wirekit.contracts import FeedState
from wirekit.kafka import Connection
from wirewatch.cli.feeds.polls import poll_now

SECONDS = 60
SELDOM = {"min": "1h", "max": "1h"}


async def test_a_feed_that_is_not_due_is_polled_at_once_and_its_result_told(
    blank_topics: Connection, tmp_path: Path
) -> None:
    told: list[FeedState] = []
    async with FeedServer() as server, a_poller(blank_topics, tmp_path / "poller.log") as poller:
        server.pages["/a.xml"] = Page(rss(("one", "One", "Text.")))
        await send(blank_topics, registration(a_spec("a", server.url("/a.xml"), poll_every=SELDOM)))
        await poller.until_ready()
        await until(lambda: server.statuses("/a.xml") == [200], SECONDS)
        await until(lambda: poller.lines("feed.polled") == 1, SECONDS)
        before = {"a": (await states(blank_topics))["a"].last_polled_at}

        unanswered = await poll_now(blank_topics, before, SystemClock().now(), SECONDS, told.append)
        asked = server.statuses("/a.xml")

    assert unanswered == set()
    assert asked == [200, 304]
    assert [(state.spec.feed_id, state.last_status) for state in told] == [("a", "not_modified")]


async def test_where_no_poller_runs_the_feed_comes_back_unanswered(blank_topics: Connection) -> None:
    assert await poll_now(blank_topics, {"a": None}, SystemClock().now(), 1, print) == {"a"}
