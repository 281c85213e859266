"""Writes the body of a webhook: a structured CloudEvent in JSON, at most 20,000 bytes. Pure; signs and sends nothing.

CloudEvents 1.0.2, JSON format: ``data`` is the AlertRaised as on ``alerts.raised``, ``id`` the ``webhook-id``.
``timestamp`` (an extension attribute, equal to ``time``) makes the body what Standard Webhooks recommends too: type,
timestamp, data. What does not fit is cut, and ``datacut`` is true: evidence from the end, then the story's sources; the
first evidence goes last.
"""

from __future__ import annotations

import datetime as dt
import json
from bisect import bisect_left
from collections.abc import Iterator

from wirekit.contracts import AlertRaised
from wirekit.contracts.base import rfc3339
from wirekit.errors import InvalidMessage
from wirekit.streams import source_of

MAX_BYTES = 20_000
_ID_BYTES = 40  # no webhook id is longer
CONTENT_TYPE = "application/cloudevents+json; charset=utf-8"
TEST_TYPE = "wirewatch.endpoint.tested.v1"
SOURCE = source_of("notifier")


class AlertBody:
    """The bodies of the webhooks that carry *alert*: cut to size once, whatever the number of endpoints.

    Raises:
        InvalidMessage: ``body_too_large``: too large even without evidence and sources.
    """

    def __init__(self, alert: AlertRaised, raised_at: dt.datetime, traceparent: str | None = None) -> None:
        self._head = _attributes(alert.event_type, "", raised_at) | {"subject": alert.alert_id}
        if traceparent is not None:
            self._head["traceparent"] = traceparent
        data = alert.to_json()
        if not self._fits(data):
            self._head["datacut"] = True
            data = self._cut(alert)
        self._data = data

    def for_webhook(self, webhook_id: str) -> bytes:
        """The bytes of the one with this id."""
        return _joined(self._head | {"id": webhook_id}, self._data)

    def _fits(self, data: bytes) -> bool:
        return len(_joined(self._head, data)) + _ID_BYTES <= MAX_BYTES

    def _cut(self, alert: AlertRaised) -> bytes:
        """The data with as much evidence as fits, of one at least; else with fewer sources; else without evidence."""
        evidence = alert.evidence
        kept = bisect_left(range(1, len(evidence)), True, key=lambda n: not self._fits(_with(alert, n).to_json()))  # noqa: FBT003 -- what is looked for
        for shorter in (_with(alert, max(kept, 1)), *_fewer_sources(_with(alert, 1)), _bare(alert)):
            data = shorter.to_json()
            if self._fits(data):
                return data
        raise InvalidMessage("body_too_large", f"over {MAX_BYTES} bytes without evidence and sources")


def body_of_test(webhook_id: str, endpoint: str, requested_at: dt.datetime) -> bytes:
    """The body of a test event; its data names the endpoint."""
    attributes = _attributes(TEST_TYPE, webhook_id, requested_at) | {"subject": endpoint}
    return _joined(attributes, json.dumps({"endpoint": endpoint}).encode())


def _attributes(event_type: str, webhook_id: str, time: dt.datetime) -> dict[str, object]:
    instant = rfc3339(time)
    return {
        "specversion": "1.0",
        "id": webhook_id,
        "source": SOURCE,
        "type": event_type,
        "time": instant,
        "timestamp": instant,
        "datacontenttype": "application/json",
    }


def _joined(attributes: dict[str, object], data: bytes) -> bytes:
    head = json.dumps(attributes, ensure_ascii=False, separators=(",", ":")).encode()
    return head[:-1] + b',"data":' + data + b"}"


def _with(alert: AlertRaised, evidence: int) -> AlertRaised:
    return alert.model_copy(update={"evidence": alert.evidence[:evidence]})


def _fewer_sources(alert: AlertRaised) -> Iterator[AlertRaised]:
    while alert.story.sources:
        fewer = alert.story.sources[: len(alert.story.sources) // 2]
        alert = alert.model_copy(update={"story": alert.story.model_copy(update={"sources": fewer})})
        yield alert


def _bare(alert: AlertRaised) -> AlertRaised:
    """*alert* without evidence and sources."""
    return _with(alert, 0).model_copy(update={"story": alert.story.model_copy(update={"sources": ()})})
