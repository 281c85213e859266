"""Bodies read in child processes, those that harm their reader too."""

from __future__ import annotations

import pytest

from tests.builders import NOON
from tests.integration.poller.feed_server import rss
from wirekit.errors import InvalidMessage
from wirekit.runtime.pool import Pool
from wirewatch.poller.adapters.parsers import PARSER, PoolReader
from wirewatch.poller.digest import Task

TASK = Task("harbour", "https://harbour.example/feed.xml", "text/xml", None, NOON)
NESTED = b"<rss version='2.0'><channel><item><title>x</title><description>" + b"<div>" * 400_000


async def test_a_body_is_read_in_a_child_and_what_is_no_feed_says_why() -> None:
    async with Pool(PARSER, workers=1) as pool:
        reader = PoolReader(pool)
        digest = await reader.read(rss(("ferry", "Ferry runs again", "It runs.")), TASK)
        with pytest.raises(InvalidMessage) as refusal:
            await reader.read(b"<html></html>", TASK)

    assert (digest.title, digest.complete) == ("Harbour", True)
    assert [item.entry.title for item in digest.items] == ["Ferry runs again"]
    assert refusal.value.reason == "html"


async def test_a_body_that_takes_too_long_costs_a_child_and_the_next_is_read() -> None:
    async with Pool(PARSER, workers=1, timeout_seconds=2) as pool:
        reader = PoolReader(pool)
        with pytest.raises(InvalidMessage) as refusal:
            await reader.read(NESTED * 6, TASK)
        digest = await reader.read(rss(("ferry", "Ferry runs again", "It runs.")), TASK)

    assert refusal.value.reason == "parser_timed_out"
    assert refusal.value.detail == (
        "a document of 12.0 MB: no answer within 2 s; WIREWATCH_POLLER_PARSE_SECONDS allows it more"
    )
    assert len(digest.items) == 1
