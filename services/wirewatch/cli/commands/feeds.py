"""`wirewatch feeds`: how each feed fares, and an order to poll now."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from wirekit.clock import SystemClock
from wirekit.contracts import FeedSpec, FeedState
from wirekit.contracts.topology import FEEDS_REGISTRY, FEEDS_STATE
from wirekit.errors import ConfigError, InvalidMessage
from wirekit.kafka import Connection, Record
from wirekit.streams import decode
from wirewatch.cli.feeds.polls import poll_now
from wirewatch.cli.phrases import amount, in_utc
from wirewatch.cli.records.reading import last_records
from wirewatch.cli.terminal import FAILED, KafkaAddress, OfNewsroom, WaitSeconds, complain, on_kafka, say


def list_feeds(kafka: KafkaAddress = "", newsroom: OfNewsroom = None) -> None:
    """List the feeds with the result of the last poll and the reason for the next."""

    async def rows(connection: Connection) -> list[str]:
        registry = await last_records(connection, FEEDS_REGISTRY.name)
        states = await last_records(connection, FEEDS_STATE.name)
        return [_feed_line(feed_id, registry[feed_id], states.get(feed_id)) for feed_id in sorted(registry)]

    for line in on_kafka(kafka, rows, newsroom):
        say(line)


def poll(
    feed: Annotated[str | None, typer.Argument(metavar="FEED", help="Its id; without one every feed.")] = None,
    kafka: KafkaAddress = "",
    newsroom: OfNewsroom = None,
    timeout: WaitSeconds = 60,
) -> None:
    """Let the poller ask FEED now, and say how it fared; exit code 0 when it could be read."""
    told: list[FeedState] = []

    async def order(connection: Connection) -> set[str]:
        known = await last_records(connection, FEEDS_REGISTRY.name)
        if not known:
            raise ConfigError("no feeds are registered: name some in feeds.yaml, then `wirewatch apply`")
        if feed is not None and feed not in known:
            raise ConfigError(f"no feed {feed} is registered: `wirewatch feeds list` shows those that are")
        states = await last_records(connection, FEEDS_STATE.name)
        last = {feed_id: _polled_at(states.get(feed_id)) for feed_id in ([feed] if feed else known)}
        return await poll_now(connection, last, SystemClock().now(), timeout, told.append)

    unanswered = on_kafka(kafka, order, newsroom)
    for state in told:
        say(_state_line(state))
    for feed_id in sorted(unanswered):
        complain(f"feed {feed_id} was not polled within {timeout:.0f} s: `wirewatch doctor` examines the poller")
    if unanswered or any(state.last_error for state in told):
        raise typer.Exit(FAILED)


def _polled_at(record: Record | None) -> dt.datetime | None:
    try:
        return None if record is None else decode(record, FeedState).data.last_polled_at
    except InvalidMessage:
        return None


def _feed_line(feed_id: str, registered: Record, polled: Record | None) -> str:
    try:
        spec = decode(registered, FeedSpec).data
        state = None if polled is None else decode(polled, FeedState).data
    except InvalidMessage as problem:
        return f"{feed_id:24} cannot be read: {problem}"
    return f"{spec.feed_id:24} not polled yet  {spec.url}" if state is None else _state_line(state)


def _state_line(state: FeedState) -> str:
    result = state.last_error or state.last_status or "not polled yet"
    return (
        f"{state.spec.feed_id:24} {result}; {amount(state.articles, 'article')}; next poll {in_utc(state.due_at)} "
        f"({state.due_reason})  {state.spec.url}"
    )
