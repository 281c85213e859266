"""Deliveries: what happened to an alert at an endpoint, and orders to the notifier."""

from __future__ import annotations

from typing import ClassVar

from wirekit.contracts.base import Count, Instant, Message, Slug


class DeliveryAttempted(Message):
    """One attempt (``deliveries.attempted``, key endpoint), or the verdict that none can be made.

    ``outcome``: delivered, retried, dead, unroutable, … (open string). ``status`` is the HTTP status, null without
    answer; ``next_attempt_at`` is null when the delivery is over.
    """

    event_type: ClassVar[str] = "wirewatch.delivery.attempted.v1"

    webhook_id: str
    endpoint: str
    alert_id: str
    alert_revision: Count
    watch_id: str
    attempt: Count
    outcome: str
    status: Count | None = None
    error: str | None = None
    duration_seconds: float | None = None
    attempted_at: Instant
    next_attempt_at: Instant | None = None


class DeliveryCommand(Message):
    """An order to the notifier: ``test`` an endpoint, or ``redeliver`` a webhook id."""

    event_type: ClassVar[str] = "wirewatch.delivery.commanded.v1"

    endpoint: Slug
    command: str
    webhook_id: str | None = None
    requested_at: Instant
