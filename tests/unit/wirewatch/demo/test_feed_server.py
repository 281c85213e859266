from __future__ import annotations

import httpx
import pytest

from tests.builders import an_instant
from wirewatch.demo.feed_server import feed_app
from wirewatch.demo.samples import sample_feeds


@pytest.fixture
def site() -> httpx.AsyncClient:
    transport = httpx.ASGITransport(feed_app(sample_feeds(), an_instant(0)))
    return httpx.AsyncClient(transport=transport, base_url="http://news.example")


async def test_every_feed_that_the_site_lists_is_there_and_names_its_articles(site: httpx.AsyncClient) -> None:
    listed = (await site.get("/")).json()
    bodies = [(await site.get(path)).text for path in listed]

    assert len(listed) == len(sample_feeds())
    assert all("http://news.example/" in body for body in bodies)


async def test_an_unchanged_feed_is_not_sent_again(site: httpx.AsyncClient) -> None:
    first = await site.get("/northern-ledger.xml")
    again = await site.get("/northern-ledger.xml", headers={"If-None-Match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")


async def test_an_article_is_a_page(site: httpx.AsyncClient) -> None:
    page = await site.get("/northern-ledger/chess-evening")

    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "Shoigu" in page.text


@pytest.mark.parametrize("path", ["/nobody.xml", "/nobody/chess-evening", "/northern-ledger/nothing"])
async def test_what_the_site_does_not_have_is_not_found(site: httpx.AsyncClient, path: str) -> None:
    assert (await site.get(path)).status_code == 404
