"""Orders polls on ``feeds.commands`` and waits for what ``feeds.state`` says of them."""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress

from wirekit.contracts import FeedCommand, FeedState
from wirekit.contracts.topology import FEEDS_COMMANDS, FEEDS_STATE
from wirekit.errors import InvalidMessage
from wirekit.kafka import Connection, Outgoing
from wirekit.streams import Envelope, Publisher, decode, encode
from wirewatch.cli.records.reading import Records, coming
from wirewatch.cli.records.writing import SOURCE

LastPolls = Mapping[str, dt.datetime | None]
"""When each feed was last polled, by its id."""


async def poll_now(
    connection: Connection, feeds: LastPolls, now: dt.datetime, seconds: float, tell: Callable[[FeedState], None]
) -> set[str]:
    """Let the poller ask *feeds* at once and *tell* how each fared; those not polled within *seconds* are returned."""
    waiting = dict(feeds)
    async with coming(connection, FEEDS_STATE.name) as records, Publisher(connection) as publisher:
        await publisher.publish(*(_order(feed_id, now) for feed_id in feeds))
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await _polled(records, waiting, tell)
    return set(waiting)


async def _polled(records: Records, waiting: dict[str, dt.datetime | None], tell: Callable[[FeedState], None]) -> None:
    """Return when each feed of *waiting* was polled later than it says."""
    while waiting:
        record = await anext(records)
        with suppress(InvalidMessage):  # the row of seen articles
            state = decode(record, FeedState).data
            feed_id = state.spec.feed_id
            if feed_id in waiting and state.last_polled_at != waiting[feed_id]:
                del waiting[feed_id]
                tell(state)


def _order(feed_id: str, now: dt.datetime) -> Outgoing:
    command = FeedCommand(feed_id=feed_id, command="poll", requested_at=now)
    event = Envelope(f"poll-{uuid.uuid4()}", SOURCE, now)
    return encode(command, topic=FEEDS_COMMANDS.name, key=feed_id, event=event)
