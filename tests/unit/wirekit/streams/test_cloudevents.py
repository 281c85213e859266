"""The codec against itself, against hostile headers, and against the CloudEvents SDK."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import pytest
from cloudevents.core.bindings.kafka import KafkaMessage, from_binary, to_binary_event
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent
from hypothesis import given
from hypothesis import strategies as st

from wirekit.contracts.base import Message
from wirekit.errors import InvalidMessage
from wirekit.kafka.records import Header, Outgoing, Record
from wirekit.streams.cloudevents import Envelope, decode, encode

UTC = dt.UTC
NOON = dt.datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
TRACE = "00-" + "0a" * 16 + "-" + "0b" * 8 + "-01"


class Thing(Message):
    event_type: ClassVar[str] = "wirewatch.thing.made.v1"
    name: str
    count: int = 0


class Other(Message):
    event_type: ClassVar[str] = "wirewatch.other.made.v1"


def read_back(outgoing: Outgoing) -> Record:
    return Record(outgoing.topic, 0, 7, outgoing.key, outgoing.value, outgoing.headers)


text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
envelopes = st.builds(
    Envelope,
    text,
    text,
    st.datetimes(timezones=st.sampled_from([UTC, dt.timezone(dt.timedelta(hours=9))])),
    st.none() | text,
    st.none() | st.just(TRACE),
)


@given(st.builds(Thing, name=st.text(st.characters(exclude_categories=["Cs"])), count=st.integers()), envelopes, text)
def test_what_is_encoded_is_decoded(thing: Thing, envelope: Envelope, key: str) -> None:
    outgoing = encode(thing, topic="t", key=key, event=envelope)
    event = decode(read_back(outgoing), Other, Thing)

    assert (event.data, event.envelope) == (thing, envelope)
    assert outgoing.key == key.encode()


names = st.text(max_size=12) | st.sampled_from(["ce_id", "ce_type", "traceparent"])


@given(st.lists(st.tuples(names, st.none() | st.binary(max_size=9))), st.none() | st.binary(max_size=60))
def test_hostile_records_are_invalid_messages_and_nothing_else(headers: list[Header], value: bytes | None) -> None:
    sound = encode(Thing(name="x"), topic="t", key="k", event=Envelope("1", "/s", NOON)).headers
    fates = {fate(Record("t", 0, 0, b"\xff", value, mixed)) for mixed in (tuple(headers), (*sound, *headers))}

    assert fates <= {"decoded", "not_cloudevent", "unknown_type", "not_json", "invalid_data", "no_data"}


def fate(record: Record) -> str:
    try:
        decode(record, Thing)
    except InvalidMessage as error:
        return error.reason if len(error.detail) < 700 else "detail too long"
    return "decoded"


def changed(name: str, value: bytes | None) -> tuple[Header, ...]:
    headers = dict(encode(Thing(name="x"), topic="t", key="k", event=Envelope("1", "/s", NOON)).headers)
    headers[name] = value
    return tuple(headers.items())


@pytest.mark.parametrize(
    ("headers", "value", "reason"),
    [
        ((), b"{}", "not_cloudevent"),
        (changed("ce_specversion", b"0.3"), b"{}", "not_cloudevent"),
        (changed("ce_id", None), b'{"name": "x"}', "not_cloudevent"),
        (changed("ce_source", b""), b'{"name": "x"}', "not_cloudevent"),
        (changed("ce_time", b"yesterday"), b'{"name": "x"}', "not_cloudevent"),
        (changed("ce_time", b"2026-05-04T12:00:00"), b'{"name": "x"}', "not_cloudevent"),
        (changed("ce_time", b"9999-12-31T23:59:59-23:59"), b'{"name": "x"}', "not_cloudevent"),
        (changed("ce_time", b"0001-01-01T00:00:00+23:59"), b'{"name": "x"}', "not_cloudevent"),
        (changed("ce_subject", b"\xff"), b"{}", "not_cloudevent"),
        ((*changed("ce_id", b"1"), ("ce_id", b"2")), b"{}", "not_cloudevent"),
        (changed("ce_type", b"wirewatch.unheard.of.v1"), b"{}", "unknown_type"),
        (changed("content-type", b"application/avro"), b"{}", "not_json"),
        (changed("ce_id", b"1"), b"{", "not_json"),
        (changed("ce_id", b"1"), b'{"count": 1}', "invalid_data"),
        (changed("ce_id", b"1"), None, "no_data"),
    ],
)
def test_what_is_wrong_is_named(headers: tuple[Header, ...], value: bytes | None, reason: str) -> None:
    with pytest.raises(InvalidMessage) as caught:
        decode(Record("t", 0, 0, None, value, headers), Thing)

    assert caught.value.reason == reason


def test_a_foreign_header_may_be_null_repeat_and_hold_anything() -> None:
    foreign: tuple[Header, ...] = (("x", None), ("x", b"\xff"), ("trace-id", b"\x00"))
    event = decode(Record("t", 0, 0, None, b'{"name": "x"}', (*foreign, *changed("ce_id", b"1"))), Thing)

    assert event.data == Thing(name="x")


@pytest.mark.parametrize(
    ("traces", "read"),
    [
        ((TRACE.encode(),), TRACE),
        ((b"cc" + TRACE.encode()[2:] + b"-more",), TRACE),
        ((b"00-" + b"0" * 32 + b"-" + b"0" * 16 + b"-01",), None),
        ((b"\xff" * 4000,), None),
        ((None,), None),
        ((TRACE.encode(), TRACE.encode()), None),
    ],
    ids=["valid", "later version", "zeros", "rubbish", "null", "twice"],
)
def test_a_trace_that_is_not_valid_is_dropped_and_buries_nothing(traces: tuple[bytes | None], read: str | None) -> None:
    headers = *changed("ce_id", b"1"), *(("traceparent", trace) for trace in traces)
    event = decode(Record("t", 0, 0, None, b'{"name": "x"}', headers), Thing)

    assert event.envelope.traceparent == read


def test_json_is_not_ascii_escaped_and_time_ends_with_z() -> None:
    outgoing = encode(Thing(name="김정은"), topic="t", key="k", event=Envelope("1", "/s", NOON))

    assert "김정은".encode() in (outgoing.value or b"")
    assert dict(outgoing.headers)["ce_time"] == b"2026-05-04T12:00:00Z"


def test_the_sdk_reads_what_we_write() -> None:
    envelope = Envelope("id-1", "/wirewatch/test", NOON, "a subject", TRACE)
    outgoing = encode(Thing(name="ж", count=3), topic="t", key="k", event=envelope)
    headers = {name: value or b"" for name, value in outgoing.headers}
    event = from_binary(KafkaMessage(headers=headers, key=outgoing.key, value=outgoing.value or b""), JSONFormat())

    assert (event.get_id(), event.get_source(), event.get_type()) == ("id-1", "/wirewatch/test", Thing.event_type)
    assert (event.get_time(), event.get_subject()) == (NOON, "a subject")
    assert event.get_data() == {"name": "ж", "count": 3}


def test_we_read_what_the_sdk_writes() -> None:
    attributes = {"id": "id-1", "source": "/elsewhere", "type": Thing.event_type, "time": NOON, "subject": "s"}
    message = to_binary_event(CloudEvent({**attributes, "specversion": "1.0"}, {"name": "ж"}))
    event = decode(Record("t", 0, 0, None, message.value, tuple(message.headers.items())), Thing)

    assert (event.data, event.envelope) == (Thing(name="ж"), Envelope("id-1", "/elsewhere", NOON, "s"))
