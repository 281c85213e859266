"""Wires the alerter and runs it: ``python -m wirewatch.alerter``."""

from __future__ import annotations

from functools import partial

from wirekit.clock import SystemClock
from wirekit.kafka import WatchlistView
from wirekit.runtime.lifecycle import Process, run_service
from wirekit.runtime.metrics import StreamMetrics
from wirekit.streams import DeadLetters, FaustSource, Membership, OwnedState, Pipeline, Publisher, Watchdog
from wirewatch.alerter.adapters import ListInForce, candidates, check_topics
from wirewatch.alerter.service import DecideHalf, MatchHalf, Mender, ownership
from wirewatch.alerter.settings import AlerterSettings


async def serve(settings: AlerterSettings, process: Process) -> None:
    """Build both halves and work until told to stop."""
    connection = settings.connection("wirewatch-alerter")
    clock, observer = SystemClock(), StreamMetrics()
    source = FaustSource(connection, Membership.of(MatchHalf.GROUP, settings.instance))
    listed = ListInForce()
    view = WatchlistView(connection, listed.swap)
    half = DecideHalf(listed, clock, settings.console_url)
    state = OwnedState(connection, ownership(settings.instance), half.fold, half.opened, observer=observer)
    mender = Mender(half, partial(candidates, connection), state.update)
    process.ready.add("watchlist", view.missing)
    process.ready.add("match", lambda: None if source.is_assigned else "no partitions of articles yet")
    process.ready.add("decide", lambda: None if state.is_assigned else "no rows of watches yet")
    await check_topics(connection)
    async with Publisher(connection) as publisher, Watchdog((source, state)):
        handle = MatchHalf(listed, clock).handle
        pipeline = Pipeline(source, handle, publisher, DeadLetters("alerter"), observer=observer)
        halves = view.complete_before(pipeline.run), view.complete_before(state.run)
        await process.until_stopped(view.run(), mender.run(), *halves)


if __name__ == "__main__":
    run_service(AlerterSettings, serve)
