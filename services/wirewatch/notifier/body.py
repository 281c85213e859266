"""Writes the body of a webhook: a structured CloudEvent in JSON, at most 20,000 bytes. Pure; signs and sends nothing.

CloudEvents 1.0.2, JSON format: ``data`` is the AlertRaised as on ``alerts.raised``, ``id`` the ``webhook-id``.
``timestamp`` (an extension attribute, equal to ``time``) makes the body what Standard Webhooks recommends too: type,
timestamp, data. What does not fit is cut, and ``datacut`` is true: evidence from the end, then the story's sources; the
first evidence goes last.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

from wirekit.contracts import AlertRaised
from wirekit.errors import InvalidMessage

MAX_BYTES = 20_000
CONTENT_TYPE = "application/cloudevents+json; charset=utf-8"
TEST_TYPE = "wirewatch.endpoint.tested.v1"
_SOURCE = "/wirewatch/notifier"


def body_of_alert(alert: AlertRaised, webhook_id: str, raised_at: dt.datetime, traceparent: str | None = None) -> bytes:
    """The body that carries *alert*.

    Raises:
        InvalidMessage: ``body_too_large``: too large even without evidence and sources.
    """
    attributes = _attributes(alert.event_type, webhook_id, raised_at) | {"subject": alert.alert_id}
    if traceparent is not None:
        attributes["traceparent"] = traceparent
    for shorter in _shorter_and_shorter(alert):
        cut: dict[str, object] = {} if shorter is alert else {"datacut": True}
        body = _joined(attributes | cut, shorter.to_json())
        if len(body) <= MAX_BYTES:
            return body
    raise InvalidMessage("body_too_large", f"over {MAX_BYTES} bytes without evidence and sources")


def body_of_test(webhook_id: str, endpoint: str, requested_at: dt.datetime) -> bytes:
    """The body of a test event; its data names the endpoint."""
    attributes = _attributes(TEST_TYPE, webhook_id, requested_at) | {"subject": endpoint}
    return _joined(attributes, json.dumps({"endpoint": endpoint}).encode())


def _attributes(event_type: str, webhook_id: str, time: dt.datetime) -> dict[str, object]:
    instant = time.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    return {
        "specversion": "1.0",
        "id": webhook_id,
        "source": _SOURCE,
        "type": event_type,
        "time": instant,
        "timestamp": instant,
        "datacontenttype": "application/json",
    }


def _joined(attributes: dict[str, object], data: bytes) -> bytes:
    head = json.dumps(attributes, ensure_ascii=False, separators=(",", ":")).encode()
    return head[:-1] + b',"data":' + data + b"}"


def _shorter_and_shorter(alert: AlertRaised) -> Iterator[AlertRaised]:
    yield alert
    while len(alert.evidence) > 1:
        alert = alert.model_copy(update={"evidence": alert.evidence[:-1]})
        yield alert
    while alert.story.sources:
        fewer = alert.story.sources[: len(alert.story.sources) // 2]
        alert = alert.model_copy(update={"story": alert.story.model_copy(update={"sources": fewer})})
        yield alert
    yield alert.model_copy(update={"evidence": ()})
