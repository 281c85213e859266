"""Feeds, articles and events as records, and back; draws the ids of traces. Opens nothing, decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from secrets import token_bytes
from typing import TypeVar

from pydantic import ValidationError

from wirekit.contracts import FeedEvent, FeedSeen, FeedSpec, FeedState, RawArticle, topology
from wirekit.contracts.traceparent import TraceParent
from wirekit.errors import InvalidMessage
from wirekit.kafka import Outgoing, Record
from wirekit.streams import Effects, Envelope, Event, decode, encode, source_of
from wirewatch.poller.asking import Poll
from wirewatch.poller.registry import registered
from wirewatch.poller.settlement import Settlement

SOURCE = source_of("poller")
_SEEN = b"#seen"

Row = TypeVar("Row", FeedState, FeedSeen)


def fold_registry(rows: Mapping[bytes, bytes], records: Sequence[Record]) -> Effects:
    """What registry *records* change in *rows*: a tombstone removes the feed with all that is remembered of it."""
    effects = Effects()
    for record in records:
        try:
            event = _registration(record)
        except InvalidMessage as rejection:
            effects.buried.append((record, rejection))
            continue
        key = record.key or b""
        if event is None:
            removed = (key, key + _SEEN)
            effects.rows |= {row: None for row in removed if row in rows or row in effects.rows}
            continue
        row = effects.rows.get(key, rows.get(key))
        if after := registered(_read(FeedState, row), event.data, event.envelope.time):
            effects.rows[key] = after.to_json()
    return effects


def _registration(record: Record) -> Event[FeedSpec] | None:
    """What is registered under the key of *record*; None removes it."""
    if record.value is None:
        return None
    event = decode(record, FeedSpec)
    if record.key != event.data.feed_id.encode():
        raise InvalidMessage("key_mismatch", f"the key is {(record.key or b'')[:80]!r}, the feed {event.data.feed_id}")
    return event


def effects_of(settlements: Iterable[Settlement]) -> Effects:
    """The rows to write and the records to publish."""
    effects = Effects()
    for settlement in settlements:
        feed_id = settlement.state.spec.feed_id
        effects.rows[feed_id.encode()] = settlement.state.to_json()
        if settlement.seen is not None:
            effects.rows[_seen_key(feed_id)] = settlement.seen.to_json()
        effects.outputs += map(_article_record, settlement.articles)
        effects.outputs += map(_event_record, settlement.events)
    return effects


def _article_record(article: RawArticle) -> Outgoing:
    """Every article begins a trace."""
    event = Envelope(
        id=f"{article.article_id}:{article.feed_id}:{article.revision}",
        source=SOURCE,
        time=article.found_at,
        subject=article.feed_id,
        traceparent=str(TraceParent.begin(token_bytes(24))),
    )
    return encode(article, topic=topology.ARTICLES_RAW.name, key=article.article_id, event=event)


def _event_record(change: FeedEvent) -> Outgoing:
    event = Envelope(f"{change.feed_id}:{change.kind}:{change.at.isoformat()}", SOURCE, change.at, change.feed_id)
    return encode(change, topic=topology.FEEDS_EVENTS.name, key=change.feed_id, event=event)


def _seen_key(feed_id: str) -> bytes:
    return feed_id.encode() + _SEEN


def row_type_of(key: bytes) -> str:
    """The event type of the row with *key* on ``feeds.state``."""
    return FeedSeen.event_type if key.endswith(_SEEN) else FeedState.event_type


def feed_ids_of(rows: Iterable[bytes]) -> list[str]:
    """The feeds among the keys of *rows*."""
    return [key.decode(errors="replace") for key in rows if not key.endswith(_SEEN)]


def state_of(rows: Mapping[bytes, bytes], feed_id: str) -> FeedState | None:
    """What is remembered of a feed; None where it is not registered, or its row is not legible."""
    row = rows.get(feed_id.encode())
    return None if row is None else _read_state(row)


def seen_of(rows: Mapping[bytes, bytes], poll: Poll) -> FeedSeen:
    """What the feed delivered so far; read only where there is something to compare."""
    row = rows.get(_seen_key(poll.feed_id)) if poll.items is not None else None
    return _read(FeedSeen, row) or FeedSeen(feed_id=poll.feed_id)


def _read(model: type[Row], row: bytes | None) -> Row | None:
    """The value of *row*. One that somebody else wrote counts as none: it must not stop the feeds beside it."""
    try:
        return None if row is None else model.model_validate_json(row)
    except ValidationError:
        return None


@lru_cache(maxsize=4096)
def _read_state(row: bytes) -> FeedState | None:
    """A row is looked at several times a poll and changes once."""
    return _read(FeedState, row)
