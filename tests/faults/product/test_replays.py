"""All topics read again, three times, under a watch list that has changed meanwhile: nothing is decided anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chaos.wire import ENDPOINTS, watchlist
from tests.e2e.newsroom import GROUPS, Layout, Newsroom, a_newsroom
from tests.faults.product.test_planted import SERVICES, rewind, tell, until_told, verdict_on
from tests.integration.streams.topics import read
from wirekit.clock import SystemClock
from wirekit.contracts import AlertRaised, topology
from wirekit.streams import decode
from wirewatch.cli.newsroom.applying import apply

pytestmark = [pytest.mark.faults, pytest.mark.slow]

FEED = "told"


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    with a_newsroom(tmp_path, Layout((FEED,), watchlist(), ENDPOINTS, SERVICES)) as running:
        yield running


async def decisions(newsroom: Newsroom) -> set[tuple[str, int, str, int, str]]:
    """What stands on the topic; a replay may repeat it there, word for word."""
    alerts = [decode(r, AlertRaised).data for r in await read(newsroom.connection, topology.ALERTS_RAISED.name)]
    return {(a.alert_id, a.revision, a.kind, a.watch.revision, a.severity.text) for a in alerts}


async def test_three_replays_and_another_watch_list_repeat_what_was_decided(newsroom: Newsroom) -> None:
    await tell(newsroom, FEED)
    await until_told(newsroom, FEED)
    before = await decisions(newsroom)
    changed = watchlist().model_copy(
        update={
            "watches": tuple(
                watch.model_copy(update={"scope": "sentence", "severity": "high"}) for watch in watchlist().watches
            )
        }
    )
    for replay in range(3):
        await newsroom.stop_all()
        for group in GROUPS:
            await rewind(newsroom, group)
        if replay == 1:
            await apply(newsroom.connection, newsroom._specs(), changed, SystemClock().now())
        for service in SERVICES:
            newsroom.start(service)
        await newsroom.until_settled()

    verdict = verdict_on(newsroom, FEED)
    assert verdict.is_exact
    assert verdict.repeats == 0
    assert await decisions(newsroom) == before
