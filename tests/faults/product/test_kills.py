"""The whole product under kills, freezes and restarts: nothing lost, nobody told twice."""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.newsroom import Layout, Newsroom, a_newsroom
from tests.faults.product.misfortunes import Misfortunes
from tests.faults.product.oracle import Verdict, judge
from tests.faults.product.wire import ENDPOINTS, PAIRS, Wire, watchlist

pytestmark = pytest.mark.faults

IN_FLIGHT = 4
"""Requests that a notifier has under way at most, at each endpoint."""


@pytest.fixture
def newsroom(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Newsroom]:
    feeds, named = request.param
    layout = Layout(tuple(f"feed-{number}" for number in range(feeds)), watchlist(), ENDPOINTS, named=named)
    with a_newsroom(tmp_path, layout) as running:
        yield running


@pytest.mark.parametrize(
    ("newsroom", "articles", "rounds"),
    [
        pytest.param((8, True), 300, 1, id="300 articles, named replicas"),
        pytest.param((40, False), 2000, 4, id="2000 articles, as up runs them", marks=pytest.mark.slow),
    ],
    indirect=["newsroom"],
)
async def test_whatever_befalls_them_every_alert_comes_once(newsroom: Newsroom, articles: int, rounds: int) -> None:
    seed = random.randrange(10**6)
    sys.stdout.write(f"seed {seed}\n")
    luck = random.Random(seed)
    misfortunes = Misfortunes(newsroom, luck)
    supervising = asyncio.create_task(misfortunes.keep_running())
    feeding = asyncio.create_task(feed(newsroom, Wire(random.Random(seed), newsroom.layout.feeds), articles))
    try:
        await misfortunes.befall(rounds)
        await feeding
        await until_told(newsroom)
        await newsroom.until_settled()
    finally:
        supervising.cancel()
        feeding.cancel()

    verdict = verdict_on(newsroom)
    sys.stdout.write(f"{verdict}\n")
    codes = {child.exit_code for child in newsroom.children}
    assert verdict.is_exact
    assert verdict.told >= articles / 4
    assert verdict.repeats <= misfortunes.unclean * IN_FLIGHT * len(ENDPOINTS)
    assert [code for _, code in misfortunes.stopped if code] == []
    assert codes <= {None, 0, -9, -15, 70}
    assert await newsroom.stop_all() == {0}


async def feed(newsroom: Newsroom, wire: Wire, articles: int) -> None:
    """About ten articles a second."""
    for _ in range(articles):
        name, item = wire.following()
        newsroom.publish(name, item)
        await asyncio.sleep(0.1)


async def until_told(newsroom: Newsroom) -> None:
    """Return when nothing is lost any more, or will not be found: the verdict says which."""
    for _ in range(120):
        if not verdict_on(newsroom).lost:
            return
        await asyncio.sleep(1)


def verdict_on(newsroom: Newsroom) -> Verdict:
    return judge(newsroom.served(), newsroom.received(), PAIRS)
