"""Brings a newsroom's feeds and watch list onto their topics: all of a file in one transaction, or nothing.

The file is the whole truth of its rows (`plan`). Endpoints stay where they are: they and their secrets never travel.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from wirekit.contracts import REVISION_KEY, Entity, FeedSpec, Message, Watch, Watchlist, WatchlistRevision
from wirekit.contracts.topology import FEEDS_REGISTRY, WATCHLIST, feed_partition
from wirekit.contracts.watchlist import ENTITY_PREFIX, digest, read_row, rows_of
from wirekit.errors import InvalidMessage
from wirekit.kafka import Connection, Outgoing, Record
from wirekit.streams import Envelope
from wirekit.streams.cloudevents import encode_headers
from wirewatch.cli.newsroom.plan import Plan, plan
from wirewatch.cli.records.reading import last_records
from wirewatch.cli.records.writing import SOURCE, transactions, write

TRANSACTIONAL_ID = "wirewatch-apply"
"""One for all: of two that apply at once, the later one fences the earlier."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What was changed: one plan a file, and the number of the watch list in force."""

    feeds: Plan
    watchlist: Plan
    revision: int


async def apply(connection: Connection, feeds: Sequence[FeedSpec], watchlist: Watchlist, now: dt.datetime) -> Applied:
    """Write what differs; an unchanged file writes nothing and keeps its revision.

    Raises:
        TemporaryFailure: Somebody else applies at the same time; nothing was written.
    """
    async with transactions(connection, TRANSACTIONAL_ID) as producer:
        old_feeds = await last_records(connection, FEEDS_REGISTRY.name)
        on_topic = await last_records(connection, WATCHLIST.name)
        number, sha256 = _mark(on_topic.pop(REVISION_KEY, None))
        old_list = _values(on_topic)
        feed_plan = plan(_values(old_feeds), {spec.feed_id: spec.to_json() for spec in feeds}, _manager_of_feed)
        list_plan = plan(old_list, rows_of(watchlist), _manager_of_row)
        outgoing = [*_feed_records(feed_plan, old_feeds, {spec.feed_id: spec for spec in feeds}, now)]
        if list_plan or sha256 != digest(old_list):
            number += 1
            outgoing += _watchlist_records(list_plan, old_list, number, now)
        if outgoing:
            await write(producer, outgoing)
    return Applied(feed_plan, list_plan, number)


def _mark(record: Record | None) -> tuple[int, str]:
    """Number and digest of the list in force; of an unreadable mark its offset, which no number can have passed."""
    if record is None or record.value is None:
        return 0, ""
    try:
        mark = WatchlistRevision.model_validate_json(record.value)
    except ValidationError:
        return record.offset, ""
    return mark.number, mark.sha256


def _manager_of_feed(feed_id: str, value: bytes) -> str | None:
    try:
        spec = FeedSpec.model_validate_json(value)
    except ValidationError:
        return None
    return spec.managed_by if spec.feed_id == feed_id else None


def _manager_of_row(key: str, value: bytes) -> str | None:
    try:
        return read_row(key, value).managed_by
    except InvalidMessage:
        return None


def _values(rows: Mapping[str, Record]) -> dict[str, bytes]:
    return {key: record.value for key, record in rows.items() if record.value is not None}


def _feed_records(
    changes: Plan, old: Mapping[str, Record], specs: Mapping[str, FeedSpec], now: dt.datetime
) -> Iterable[Outgoing]:
    """A feed that moved to another domain moves to another partition: a tombstone stays behind."""
    for feed_id in changes.rows:
        spec = specs.get(feed_id)
        partition = feed_partition(spec.url, FEEDS_REGISTRY.partitions) if spec else None
        if feed_id in old and old[feed_id].partition != partition:
            yield Outgoing(FEEDS_REGISTRY.name, _bytes(feed_id), None, partition=old[feed_id].partition)
        if spec:
            headers = _headers(spec, feed_id, now)
            yield Outgoing(FEEDS_REGISTRY.name, _bytes(feed_id), spec.to_json(), headers, partition)


def _watchlist_records(changes: Plan, old: Mapping[str, bytes], number: int, now: dt.datetime) -> Iterable[Outgoing]:
    rows = {key: value for key, value in {**old, **changes.rows}.items() if value is not None}
    for key, value in changes.rows.items():
        model: type[Message] = Entity if key.startswith(ENTITY_PREFIX) else Watch
        headers = () if value is None else encode_headers(model.event_type, _envelope(f"{key}@{number}", now))
        yield Outgoing(WATCHLIST.name, _bytes(key), value, headers)
    mark = WatchlistRevision(number=number, sha256=digest(rows))
    yield Outgoing(WATCHLIST.name, REVISION_KEY.encode(), mark.to_json(), _headers(mark, f"@{number}", now))


def _bytes(key: str) -> bytes:
    """As it lay on the topic, where `last_records` read it: also what is not UTF-8 can be removed."""
    return key.encode(errors="surrogateescape")


def _headers(message: Message, event_id: str, now: dt.datetime) -> tuple[tuple[str, bytes | None], ...]:
    return encode_headers(message.event_type, _envelope(event_id, now))


def _envelope(event_id: str, now: dt.datetime) -> Envelope:
    return Envelope(id=f"{event_id}@{now.isoformat()}", source=SOURCE, time=now)
