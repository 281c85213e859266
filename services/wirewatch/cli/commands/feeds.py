"""`wirewatch feeds`: how each feed fares. Writes nothing."""

from __future__ import annotations

from wirekit.contracts import FeedSpec, FeedState
from wirekit.contracts.topology import FEEDS_REGISTRY, FEEDS_STATE
from wirekit.errors import InvalidMessage
from wirekit.streams import Connection, Record, decode
from wirewatch.cli.instants import in_utc
from wirewatch.cli.reading import last_records
from wirewatch.cli.terminal import KafkaAddress, on_kafka, say


def list_feeds(kafka: KafkaAddress = "") -> None:
    """List the feeds with the result of the last poll and the reason for the next."""

    async def rows(connection: Connection) -> list[str]:
        registry = await last_records(connection, FEEDS_REGISTRY.name)
        states = await last_records(connection, FEEDS_STATE.name)
        return [_feed_line(feed_id, registry[feed_id], states.get(feed_id)) for feed_id in sorted(registry)]

    for line in on_kafka(kafka, rows):
        say(line)


def _feed_line(feed_id: str, registered: Record, polled: Record | None) -> str:
    try:
        spec = decode(registered, FeedSpec).data
        state = None if polled is None else decode(polled, FeedState).data
    except InvalidMessage as problem:
        return f"{feed_id:24} cannot be read: {problem}"
    if state is None:
        return f"{spec.feed_id:24} not polled yet  {spec.url}"
    result = state.last_error or state.last_status or "not polled yet"
    return (
        f"{spec.feed_id:24} {result}; {state.articles} articles; next poll {in_utc(state.due_at)} "
        f"({state.due_reason})  {spec.url}"
    )
