"""Decides which deliveries an alert revision makes, and words what became of them. Pure; stores and sends nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from wirekit.contracts import AlertRaised, DeliveryAttempted, ids
from wirewatch.notifier.backoff import Answer, DeliveryOutcome, Verdict
from wirewatch.notifier.body import AlertBody, body_of_test
from wirewatch.notifier.endpoints import Endpoint

TEST_WATCH = "test"
"""Stands where a delivery of a test event would name its watch."""


class State(StrEnum):
    """Where a delivery stands: only a pending one is sent."""

    PENDING = "pending"
    DELIVERED = "delivered"
    DEAD = "dead"
    UNROUTABLE = "unroutable"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One alert revision for one endpoint.

    Attributes:
        webhook_id: Equal on every attempt.
        alert_id: Of the alert; of a test event the id of the command.
        body: The bytes that are sent, equal on every attempt.
        traceparent: W3C trace context of the alert's record.
        attempts: How often it was claimed for sending, ever.
        tries: The same since it was last armed: its place in the retry schedule.
    """

    webhook_id: str
    endpoint: str
    alert_id: str
    revision: int
    watch_id: str
    body: bytes
    traceparent: str | None = None
    attempts: int = 0
    tries: int = 0

    @property
    def is_test(self) -> bool:
        """Whether it is a test event, which somebody waits for: one attempt says it all."""
        return not ids.is_alert_id(self.alert_id)


@dataclass(frozen=True, slots=True)
class Planned:
    """A delivery to remember; *outcome* says why it is not sent, None where it is."""

    delivery: Delivery
    outcome: DeliveryOutcome | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A report that waits to be published; *id* is its place in the outbox."""

    id: int
    attempt: DeliveryAttempted
    traceparent: str | None

    @property
    def event_id(self) -> str:
        """The id under which it is published, every time the same."""
        return f"{self.attempt.webhook_id}-{self.attempt.attempt}-{self.attempt.outcome}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many deliveries wait for an endpoint, and when the first of them may be sent."""

    endpoint: str
    deliveries: int
    due_at: dt.datetime


def plan(
    alert: AlertRaised,
    endpoints: Mapping[str, Endpoint],
    disabled: Collection[str],
    raised_at: dt.datetime,
    traceparent: str | None = None,
) -> list[Planned]:
    """One delivery for each endpoint that *alert* names and that wants its kind.

    Raises:
        InvalidMessage: The alert does not fit into a webhook.
    """
    names = [
        name for name in dict.fromkeys(alert.notify) if name not in endpoints or alert.kind in endpoints[name].events
    ]
    planned: list[Planned] = []
    if not names:
        return planned
    body = AlertBody(alert, raised_at, traceparent)
    for name in names:
        webhook_id = ids.webhook_id(alert.alert_id, alert.revision, name)
        content = body.for_webhook(webhook_id)
        delivery = Delivery(webhook_id, name, alert.alert_id, alert.revision, alert.watch.id, content, traceparent)
        planned.append(Planned(delivery, _obstacle(name, endpoints, disabled)))
    return planned


def plan_test(command_id: str, endpoint: str, endpoints: Mapping[str, Endpoint], requested_at: dt.datetime) -> Planned:
    """A test event for *endpoint*; sent even to one that is disabled, because its success enables it again."""
    webhook_id = ids.webhook_id(command_id, 1, endpoint)
    body = body_of_test(webhook_id, endpoint, requested_at)
    return Planned(Delivery(webhook_id, endpoint, command_id, 1, TEST_WATCH, body), _obstacle(endpoint, endpoints, ()))


def _obstacle(name: str, endpoints: Mapping[str, Endpoint], disabled: Collection[str]) -> DeliveryOutcome | None:
    if name not in endpoints:
        return DeliveryOutcome.UNROUTABLE
    return DeliveryOutcome.DISABLED if name in disabled else None


def state_after(outcome: DeliveryOutcome) -> State:
    """The state in which *outcome* leaves a delivery."""
    match outcome:
        case DeliveryOutcome.DELIVERED:
            return State.DELIVERED
        case DeliveryOutcome.RETRIED:
            return State.PENDING
        case DeliveryOutcome.UNROUTABLE:
            return State.UNROUTABLE
        case _:
            return State.DEAD


def report_unsent(delivery: Delivery, outcome: DeliveryOutcome, at: dt.datetime) -> DeliveryAttempted:
    """Word that *delivery* will not be tried, and why."""
    return DeliveryAttempted(
        webhook_id=delivery.webhook_id,
        endpoint=delivery.endpoint,
        alert_id=delivery.alert_id,
        alert_revision=delivery.revision,
        watch_id=delivery.watch_id,
        attempt=delivery.attempts,
        outcome=outcome.value,
        attempted_at=at,
    )


def report_attempt(
    delivery: Delivery, answer: Answer, verdict: Verdict, started: dt.datetime, seconds: float
) -> DeliveryAttempted:
    """Word an attempt that was *started* then and took *seconds*."""
    told = {
        "status": answer.status,
        "error": answer.error,
        "duration_seconds": round(seconds, 6),
        "next_attempt_at": verdict.next_at,
    }
    return report_unsent(delivery, verdict.outcome, started).model_copy(update=told)
