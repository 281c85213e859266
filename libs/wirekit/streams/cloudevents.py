"""CloudEvents 1.0 on Kafka, binary mode: context attributes in ``ce_*`` headers, the contract's JSON as the value.

CloudEvents 1.0.2 and its Kafka protocol binding; ``traceparent`` (W3C Trace Context) travels as a header of its own.
Foreign headers are ignored. Never writes the key into the event; knows no structured or batched mode.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from wirekit.contracts.base import Message, first_problem, rfc3339
from wirekit.contracts.traceparent import TraceParent
from wirekit.errors import InvalidMessage
from wirekit.kafka.records import Header, Outgoing, Record

M = TypeVar("M", bound=Message)

CONTENT_TYPE = "application/json"


@dataclass(frozen=True, slots=True)
class Envelope:
    """The context of an event.

    Attributes:
        id: Stable: a replay yields the same. With *source* it names the event.
        source: Who says so, as :func:`source_of` writes it.
        time: When it happened, aware.
        traceparent: W3C trace context, valid where it was decoded; copy it from the event that caused this one.
    """

    id: str
    source: str
    time: dt.datetime
    subject: str | None = None
    traceparent: str | None = None


def source_of(service: str) -> str:
    """How an event names *service* as its source."""
    return f"/wirewatch/{service}"


@dataclass(frozen=True, slots=True)
class Event(Generic[M]):
    """A decoded record."""

    data: M
    envelope: Envelope
    record: Record


def encode(message: Message, *, topic: str, key: str, event: Envelope, partition: int | None = None) -> Outgoing:
    """The record that carries *message*."""
    headers = encode_headers(message.event_type, event)
    return Outgoing(topic, key.encode(), message.to_json(), headers, partition)


def encode_headers(event_type: str, event: Envelope) -> tuple[Header, ...]:
    """The headers of an event of *event_type*, whose data is JSON."""
    attributes = {
        "ce_specversion": "1.0",
        "ce_id": event.id,
        "ce_source": event.source,
        "ce_type": event_type,
        "ce_time": rfc3339(event.time),
        "ce_subject": event.subject,
        "content-type": CONTENT_TYPE,
        "traceparent": event.traceparent,
    }
    return tuple((name, value.encode()) for name, value in attributes.items() if value is not None)


def decode(record: Record, *models: type[M]) -> Event[M]:
    """The event in *record*; its type picks the model.

    Raises InvalidMessage: ``not_cloudevent``, ``unknown_type``, ``not_json``, ``invalid_data`` or ``no_data``.
    """
    attributes = _attributes(record.headers)
    if attributes.get("ce_specversion") != "1.0":
        raise InvalidMessage("not_cloudevent", "there is no header ce_specversion with the value 1.0")
    event_type = _required(attributes, "ce_type")
    model = next((model for model in models if model.event_type == event_type), None)
    if model is None:
        raise InvalidMessage("unknown_type", f"ce_type is {event_type:.500}")
    return Event(_data(record, attributes, model), _envelope(attributes, _trace(record.headers)), record)


def _data(record: Record, attributes: dict[str, str], model: type[M]) -> M:
    content_type = attributes.get("content-type", CONTENT_TYPE)
    if content_type.partition(";")[0].strip().lower() != CONTENT_TYPE:
        raise InvalidMessage("not_json", f"content-type is {content_type:.500}")
    if record.value is None:
        raise InvalidMessage("no_data", "the record has no value")
    try:
        return model.model_validate_json(record.value)
    except ValidationError as error:
        kind = error.errors(include_url=False, include_input=False, include_context=False)[0]["type"]
        raise InvalidMessage("not_json" if kind == "json_invalid" else "invalid_data", first_problem(error)) from None


def _envelope(attributes: dict[str, str], trace: str | None) -> Envelope:
    text = _required(attributes, "ce_time")
    try:
        stated = dt.datetime.fromisoformat(text)
        time = stated.astimezone(dt.UTC) if stated.tzinfo else None
    except (ValueError, OverflowError):  # in UTC it would lie outside the calendar
        time = None
    if time is None:
        raise InvalidMessage("not_cloudevent", f"ce_time is not RFC 3339: {text:.500}")
    names = _required(attributes, "ce_id"), _required(attributes, "ce_source")
    return Envelope(*names, time, attributes.get("ce_subject"), trace)


def _trace(headers: Iterable[Header]) -> str | None:
    """The trace it belongs to. One that is not valid buries nothing: the next event begins a new one."""
    texts = [(value or b"").decode(errors="replace") for name, value in headers if name == "traceparent"]
    trace = TraceParent.parse(texts[0]) if len(texts) == 1 else None
    return str(trace) if trace else None


def _attributes(headers: Iterable[Header]) -> dict[str, str]:
    """The headers that are ours to read. A foreign header may hold anything, repeat, or be null."""
    attributes: dict[str, str] = {}
    for name, value in headers:
        if not (name.startswith("ce_") or name == "content-type"):
            continue
        if name in attributes:
            raise InvalidMessage("not_cloudevent", f"the header {name:.500} occurs twice")
        try:
            attributes[name] = (value or b"").decode()
        except UnicodeDecodeError:
            raise InvalidMessage("not_cloudevent", f"the header {name:.500} is not UTF-8") from None
    return attributes


def _required(attributes: dict[str, str], name: str) -> str:
    if not (value := attributes.get(name)):
        raise InvalidMessage("not_cloudevent", f"the header {name} is missing or empty")
    return value
