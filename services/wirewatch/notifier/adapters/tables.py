"""The notifier's tables. The migrations make them; a test holds both equal."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BigInteger, Column, DateTime, Dialect, Index, Integer, LargeBinary, MetaData, String, Table, text
from sqlalchemy.types import TypeDecorator


class Instant(TypeDecorator[dt.datetime]):
    """An aware instant, kept in UTC: SQLite forgets the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """To the database."""
        del dialect
        return None if value is None else value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """From the database."""
        del dialect
        return None if value is None else value.replace(tzinfo=value.tzinfo or dt.UTC).astimezone(dt.UTC)


METADATA = MetaData()

DELIVERIES = Table(
    "deliveries",
    METADATA,
    Column("webhook_id", String, primary_key=True),
    Column("endpoint", String, nullable=False),
    Column("alert_id", String, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("watch_id", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("traceparent", String),
    Column("state", String, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("created_at", Instant, nullable=False),
    Index("deliveries_by_alert", "endpoint", "alert_id", "revision", unique=True),
    Index(
        "deliveries_pending",
        "endpoint",
        "due_at",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
)
"""``due_at``: when a pending delivery may be sent; a claim moves it to the end of the lease."""

DISABLED_ENDPOINTS = Table(
    "disabled_endpoints",
    METADATA,
    Column("endpoint", String, primary_key=True),
    Column("url", String, nullable=False),
    Column("since", Instant, nullable=False),
)
"""Endpoints that answered 410 Gone, and at which address."""

REPORTS = Table(
    "reports",
    METADATA,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("report", LargeBinary, nullable=False),
    Column("traceparent", String),
    Column("claimed_until", Instant),
)
"""The outbox: DeliveryAttempted values that are not yet confirmed on Kafka."""
