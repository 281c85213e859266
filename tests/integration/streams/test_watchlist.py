"""The view of the watch list on Kafka."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from tests import builders
from tests.polling import until
from wirekit.contracts import Watchlist
from wirekit.kafka import Connection, WatchlistView
from wirewatch.cli.newsroom.applying import apply


async def test_work_begins_with_the_first_closed_revision_and_each_later_one_is_swapped_in(
    blank_topics: Connection,
) -> None:
    swapped: list[Watchlist] = []
    began = asyncio.Event()
    view = WatchlistView(blank_topics, swapped.append)

    async def work() -> None:
        began.set()

    running = [asyncio.create_task(view.run()), asyncio.create_task(view.complete_before(work))]
    await until(lambda: view.missing() == "no watch list was applied yet")
    assert not began.is_set()
    await apply(blank_topics, [], builders.a_watchlist(), builders.NOON)
    await until(began.is_set)
    await apply(blank_topics, [], builders.a_watchlist(builders.a_watch(scope="sentence")), builders.NOON)
    await until(lambda: len(swapped) == 2)
    for task in running:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    assert view.missing() is None
    assert [(one.number, one.watches[0].scope) for one in swapped] == [(1, "article"), (2, "sentence")]
