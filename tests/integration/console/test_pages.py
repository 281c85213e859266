"""The pages over real topics: what is written to Kafka is what a browser is shown."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests import builders
from wirekit.clock import SystemClock
from wirekit.contracts import Message, RecordRef
from wirekit.contracts.topology import ALERTS_RAISED, ARTICLES_ENRICHED, DELIVERIES_ATTEMPTED, FEEDS_STATE
from wirekit.kafka import Connection, Outgoing
from wirekit.streams import Envelope, Publisher, encode
from wirewatch.console.access import access_rules
from wirewatch.console.adapters.lags import GroupLags
from wirewatch.console.adapters.queries import Queries
from wirewatch.console.adapters.read_model import ReadModel
from wirewatch.console.adapters.topics import EnrichedArticles, FollowedTopics
from wirewatch.console.folding import FOLLOWED
from wirewatch.console.service import ConsoleService
from wirewatch.console.web import Backend, console_app

HOSTILE = "Ana Brodie <script>alert(1)</script> met Tomas Ilk"


def record(message: Message, topic: str, key: str) -> Outgoing:
    envelope = Envelope(id=f"{key}-1", source="/wirewatch/test", time=builders.NOON)
    return encode(message, topic=topic, key=key, event=envelope, partition=0)


@pytest.fixture
async def written(blank_topics: Connection) -> Connection:
    evidence = builders.an_evidence(record=RecordRef(topic=ARTICLES_ENRICHED.name, partition=0, offset=0))
    async with Publisher(blank_topics) as publisher:
        await publisher.publish(record(builders.an_article(title=HOSTILE), ARTICLES_ENRICHED.name, "art"))
        await publisher.publish(
            record(builders.an_alert(evidence=(evidence,)), ALERTS_RAISED.name, "brodie-ilk"),
            record(builders.a_delivery_attempt(), DELIVERIES_ATTEMPTED.name, "desk-1"),
            record(builders.a_feed_state(), FEEDS_STATE.name, "example"),
            Outgoing(ALERTS_RAISED.name, b"brodie-ilk", b"\xff not json", partition=0),
        )
    return blank_topics


@contextlib.asynccontextmanager
async def console(connection: Connection, database: Path, token: str = "") -> AsyncIterator[httpx.AsyncClient]:
    topics = FollowedTopics(connection, FOLLOWED)
    async with GroupLags(connection) as lags, EnrichedArticles(connection) as articles:
        model = ReadModel(database)
        service = ConsoleService(topics, articles, model, SystemClock())
        following = asyncio.create_task(service.run())
        await topics.caught_up.wait()
        app = console_app(
            Backend(Queries(model), service.changed, lags.lags, asyncio.Event()), access_rules("127.0.0.1", "", token)
        )
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8780") as browser:
            yield browser
        following.cancel()
        await asyncio.wait([following])
        model.close()


async def test_an_alert_on_the_topic_is_on_the_list_and_has_a_page(written: Connection, tmp_path: Path) -> None:
    async with console(written, tmp_path / "console.db") as browser:
        listed = await browser.get("/")
        page = await browser.get(f"/alerts/{builders.ALERT_ID}")

    assert f"/alerts/{builders.ALERT_ID}" in listed.text
    assert '<mark class="name" title="ana-brodie">' in page.text
    assert "delivered" in page.text


async def test_each_block_of_an_articles_text_has_the_direction_of_its_script(
    written: Connection, tmp_path: Path
) -> None:
    async with console(written, tmp_path / "console.db") as browser:
        listed = await browser.get("/")
        page = await browser.get(f"/alerts/{builders.ALERT_ID}")

    assert '<h2 lang="en" dir="auto"><a' in listed.text
    assert '<blockquote lang="en" dir="auto">' in listed.text
    assert ['<h3 dir="auto">' in page.text, page.text.count('<p dir="auto">')] == [True, 2]


async def test_the_text_of_an_article_cannot_act(written: Connection, tmp_path: Path) -> None:
    async with console(written, tmp_path / "console.db") as browser:
        page = await browser.get(f"/alerts/{builders.ALERT_ID}")

    assert "<script>alert" not in page.text
    assert "script-src 'self'" in page.headers["content-security-policy"]


async def test_an_unreadable_record_is_counted_and_the_rest_is_shown(written: Connection, tmp_path: Path) -> None:
    async with console(written, tmp_path / "console.db") as browser:
        status = (await browser.get("/api/status")).json()

    (raised,) = [topic for topic in status["traffic"] if topic["topic"] == ALERTS_RAISED.name]
    assert (raised["records"], raised["unreadable"]) == (2, 1)
    assert [feed["spec"]["feed_id"] for feed in status["feeds"]] == ["example"]


async def test_a_console_that_was_restarted_shows_each_alert_once(written: Connection, tmp_path: Path) -> None:
    async with console(written, tmp_path / "console.db"):
        pass
    async with console(written, tmp_path / "console.db") as browser:
        listed = (await browser.get("/api/alerts")).json()

    assert [alert["alert_id"] for alert in listed] == [builders.ALERT_ID]


async def test_a_page_of_somebody_else_cannot_reach_the_console_by_its_own_name(
    written: Connection, tmp_path: Path
) -> None:
    async with console(written, tmp_path / "console.db") as browser:
        answer = await browser.get("/", headers={"Host": "evil.example"})

    assert answer.status_code == 421


async def test_without_the_token_a_reader_is_asked_for_it(written: Connection, tmp_path: Path) -> None:
    async with console(written, tmp_path / "console.db", token="t0ken") as browser:
        page = await browser.get("/")
        api = await browser.get("/api/alerts")
        wrong = await browser.post("/sign-in", data={"token": "guess"})
        right = await browser.post("/sign-in", data={"token": "t0ken"})
        inside = await browser.get("/")

    assert (page.status_code, page.headers["location"]) == (303, "/sign-in")
    assert (api.status_code, wrong.status_code, right.status_code, inside.status_code) == (401, 403, 303, 200)


@pytest.mark.parametrize("path", [f"/?before={10**30}", f"/api/alerts?before={-(10**30)}", f"/live?after={10**30}"])
async def test_a_place_that_no_list_has_is_refused(written: Connection, tmp_path: Path, path: str) -> None:
    async with console(written, tmp_path / "console.db") as browser:
        answer = await browser.get(path)

    assert answer.status_code == 422


async def test_what_is_wrong_with_an_address_is_said_on_a_page_and_to_programs_in_json(
    written: Connection, tmp_path: Path
) -> None:
    async with console(written, tmp_path / "console.db") as browser:
        bad, api_bad = await browser.get("/?before=yesterday"), await browser.get("/api/alerts?before=yesterday")
        lost, api_lost = await browser.get("/alerts/alr_x"), await browser.get("/api/alerts/alr_x")

    assert (bad.status_code, api_bad.status_code, lost.status_code, api_lost.status_code) == (422, 422, 404, 404)
    for page in (bad, lost):
        assert '<a class="brand" href="/">Wirewatch</a>' in page.text
    assert "before: must be a whole number" in bad.text
    assert api_bad.json()["detail"][0]["loc"] == ["query", "before"]
    assert api_lost.json() == {"detail": "there is no alert with this id"}


async def test_a_page_that_there_is_not_is_said_once(written: Connection, tmp_path: Path) -> None:
    async with console(written, tmp_path / "console.db") as browser:
        answer = await browser.get("/nowhere")

    assert (answer.status_code, answer.text.count("404 Not Found")) == (404, 1)
    assert "Not Found." not in answer.text


async def test_a_token_that_no_cookie_can_hold_is_wrong(written: Connection, tmp_path: Path) -> None:
    async with console(written, tmp_path / "console.db") as browser:
        answer = await browser.post("/sign-in", data={"token": "ключ"})

    assert answer.status_code == 403


async def test_evidence_that_lies_nowhere_leaves_the_alert_without_a_text(
    blank_topics: Connection, tmp_path: Path
) -> None:
    nowhere = RecordRef(topic=ARTICLES_ENRICHED.name, partition=99, offset=2**63 - 1)
    alert = builders.an_alert(evidence=(builders.an_evidence(record=nowhere),))
    async with Publisher(blank_topics) as publisher:
        await publisher.publish(record(alert, ALERTS_RAISED.name, "brodie-ilk"))

    async with console(blank_topics, tmp_path / "console.db") as browser:
        page = await browser.get(f"/alerts/{builders.ALERT_ID}")

    assert page.status_code == 200
