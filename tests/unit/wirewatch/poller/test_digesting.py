"""What a child of the parser pool makes of a body, in values and as the bytes that travel."""

from __future__ import annotations

import pytest

from tests.builders import NOON
from wirekit.contracts import ids
from wirekit.errors import InvalidMessage
from wirewatch.poller.digest import DIGEST, TASK, Task
from wirewatch.poller.digesting import read_feed, work

ITEM = "<item><title>Ferry runs again</title><link>https://harbour.example/ferry?utm_source=rss</link></item>"
FEED = f"<rss version='2.0'><channel><title>Harbour</title>{ITEM}</channel></rss>".encode()
ASKED = Task("harbour", "https://harbour.example/rss", "application/rss+xml", None, NOON)


def test_a_body_becomes_its_title_and_items_with_the_ids_of_their_canonical_urls() -> None:
    digest = read_feed(FEED, ASKED)

    assert (digest.title, digest.complete, digest.left_out) == ("Harbour", True, 0)
    assert [item.article_id for item in digest.items] == [ids.article_id("https://harbour.example/ferry")]


def test_a_body_that_breaks_off_is_not_complete_and_keeps_its_whole_items() -> None:
    digest = read_feed(FEED.removesuffix(b"</channel></rss>") + b"<item><title>Cut", ASKED)

    assert not digest.complete
    assert [item.entry.title for item in digest.items][:1] == ["Ferry runs again"]


def test_what_travels_between_the_processes_is_the_same() -> None:
    assert DIGEST.validate_json(work(FEED, TASK.dump_json(ASKED))) == read_feed(FEED, ASKED)


def test_what_is_no_feed_is_refused() -> None:
    with pytest.raises(InvalidMessage):
        read_feed(b"<html><body>Sign in</body></html>", ASKED)
