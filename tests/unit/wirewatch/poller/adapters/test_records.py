"""Feeds, articles and events as records."""

from __future__ import annotations

import datetime as dt

from tests.builders import NOON, a_feed, a_feed_event, a_feed_seen, a_feed_state, a_raw_article
from wirekit.contracts import FeedSeen, FeedSpec, FeedState, RawArticle
from wirekit.contracts.traceparent import TraceParent
from wirekit.kafka import Record
from wirekit.streams import Envelope, decode, encode
from wirewatch.poller.adapters.records import effects_of, feed_ids_of, fold_registry, row_type_of, state_of
from wirewatch.poller.settlement import Settlement


def a_record(spec: FeedSpec, key: str | None = None) -> Record:
    sent = encode(spec, topic="feeds.registry", key=key or spec.feed_id, event=Envelope("1", "/wirewatch/cli", NOON))
    return Record("feeds.registry", 0, 0, sent.key, sent.value, sent.headers)


def a_tombstone(feed_id: str) -> Record:
    return Record("feeds.registry", 0, 1, feed_id.encode(), None)


def rows(*states: FeedState) -> dict[bytes, bytes]:
    return {state.spec.feed_id.encode(): state.to_json() for state in states}


def test_a_registration_makes_a_row_that_is_due_when_it_was_registered() -> None:
    effects = fold_registry({}, [a_record(a_feed())])

    state = FeedState.model_validate_json(effects.rows[b"example"] or b"")
    assert (state.spec, state.due_at) == (a_feed(), NOON)


def test_a_repeated_registration_writes_nothing() -> None:
    assert fold_registry(rows(a_feed_state()), [a_record(a_feed())]).rows == {}


def test_a_tombstone_removes_the_feed_and_what_it_delivered() -> None:
    known = rows(a_feed_state()) | {b"example#seen": a_feed_seen().to_json()}

    assert fold_registry(known, [a_tombstone("example")]).rows == {b"example": None, b"example#seen": None}
    assert fold_registry({}, [a_tombstone("example")]).rows == {}


def test_a_chunk_is_folded_in_order() -> None:
    back = fold_registry(rows(a_feed_state(articles=7)), [a_tombstone("example"), a_record(a_feed())])
    away = fold_registry({}, [a_record(a_feed()), a_tombstone("example")])

    assert FeedState.model_validate_json(back.rows[b"example"] or b"").articles == 0
    assert away.rows == {b"example": None}


def test_a_record_that_is_no_feed_is_buried_and_the_others_are_not() -> None:
    poison = Record("feeds.registry", 0, 0, b"example", b"{}")
    effects = fold_registry({}, [poison, a_record(a_feed(), key="another"), a_record(a_feed())])

    assert [rejection.reason for _, rejection in effects.buried] == ["not_cloudevent", "key_mismatch"]
    assert list(effects.rows) == [b"example"]


def test_a_settlement_becomes_rows_articles_and_events() -> None:
    settlement = Settlement(a_feed_state(), a_feed_seen(), (a_raw_article(),), (a_feed_event(),))
    effects = effects_of([settlement])

    assert effects.rows == {b"example": a_feed_state().to_json(), b"example#seen": a_feed_seen().to_json()}
    assert [(output.topic, output.key) for output in effects.outputs] == [
        ("articles.raw", a_raw_article().article_id.encode()),
        ("feeds.events", b"example"),
    ]


def test_what_was_seen_is_written_only_when_it_changed() -> None:
    assert list(effects_of([Settlement(a_feed_state(), None, (), ())]).rows) == [b"example"]


def test_an_article_has_a_stable_id_and_begins_a_trace() -> None:
    events = [
        decode(Record(sent.topic, 0, 0, sent.key, sent.value, sent.headers), RawArticle)
        for article in (a_raw_article(), a_raw_article(), a_raw_article(revision=2))
        for sent in effects_of([Settlement(a_feed_state(), None, (article,), ())]).outputs
    ]
    first, again, revised = (event.envelope for event in events)

    assert first.id == again.id != revised.id
    assert first.time == NOON
    traces = [TraceParent.parse(envelope.traceparent or "") for envelope in (first, again)]
    assert None not in traces
    assert traces[0] != traces[1]


def test_rows_are_told_apart_by_their_keys() -> None:
    known = rows(a_feed_state()) | {b"example#seen": a_feed_seen().to_json()}

    assert feed_ids_of(known) == ["example"]
    assert state_of(known, "example") == a_feed_state()
    assert state_of(known, "other") is None
    assert row_type_of(b"example") == FeedState.event_type
    assert row_type_of(b"example#seen") == FeedSeen.event_type


def test_a_registration_is_due_by_the_events_time_not_by_kafkas() -> None:
    late = Envelope("1", "/wirewatch/cli", NOON + dt.timedelta(hours=1))
    sent = encode(a_feed(), topic="feeds.registry", key="example", event=late)
    record = Record("feeds.registry", 0, 0, sent.key, sent.value, sent.headers, timestamp_ms=1)

    state = FeedState.model_validate_json(fold_registry({}, [record]).rows[b"example"] or b"")
    assert state.due_at == NOON + dt.timedelta(hours=1)


def test_a_row_that_somebody_else_wrote_counts_as_none() -> None:
    foreign = {b"example": b"not JSON at all", b"\xff": b"{}"}

    again = fold_registry(foreign, [a_record(a_feed())])

    assert [state_of(foreign, feed_id) for feed_id in feed_ids_of(foreign)] == [None, None]
    assert FeedState.model_validate_json(again.rows[b"example"] or b"").spec == a_feed()
