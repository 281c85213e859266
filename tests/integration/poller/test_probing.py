"""Asking a feed once, as ``wirewatch check`` does."""

from __future__ import annotations

import pytest

from tests.integration.poller.feed_server import FeedServer, Page, rss
from wirekit.clock import SystemClock
from wirekit.net import AddressPolicy, HttpClient
from wirewatch.poller.adapters.probing import Probe, probe


async def probed(page: Page, allow: str = "127.0.0.1") -> Probe:
    async with FeedServer() as server, HttpClient(AddressPolicy.parse(allow), user_agent="test") as http:
        server.pages["/feed.xml"] = page
        return await probe(server.url("/feed.xml"), http, SystemClock())


async def test_a_feed_says_its_title_and_how_much_it_lists() -> None:
    items = [("ferry", "Ferry runs again", "x"), ("crane", "Crane repaired", "y")]

    assert await probed(Page(rss(*items))) == Probe("ok", "Harbour", 2)


@pytest.mark.parametrize(
    ("page", "status", "words"),
    [
        (Page(status=404), "http_404", "HTTP 404"),
        (Page(b'<html><link type="application/rss+xml" href="/f.xml">'), "html", "/f.xml"),
        (Page(b"<title>Just a moment...</title>", 403), "blocked", "browser"),
    ],
)
async def test_what_is_no_feed_says_why(page: Page, status: str, words: str) -> None:
    outcome = await probed(page)

    assert outcome.status == status
    assert words in (outcome.error or "")


async def test_an_address_that_is_not_allowed_is_not_asked() -> None:
    assert (await probed(Page(rss()), allow="")).status == "blocked_address"
