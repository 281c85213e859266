"""Publishes reports: they wait in the outbox until Kafka has confirmed them. Words none of them."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from wirekit.clock import Clock
from wirekit.contracts import DeliveryAttempted, topology
from wirekit.kafka import Outgoing
from wirekit.streams import Envelope, encode
from wirewatch.notifier.adapters.database import OUTBOX_LOCK, Database, one_at_a_time, patient
from wirewatch.notifier.adapters.tables import REPORTS
from wirewatch.notifier.body import SOURCE
from wirewatch.notifier.delivery import Report

AT_ONCE = 500
LOOK_SECONDS = 0.5
# Longer than the publisher tries; who died in between leaves the reports to the next one, under the same ids.
LEASE = dt.timedelta(minutes=5)

_ROW = REPORTS.c
_OLDEST = (
    select(_ROW.id)
    .where(or_(_ROW.claimed_until.is_(None), _ROW.claimed_until <= bindparam("now")))
    .order_by(_ROW.id)
    .limit(AT_ONCE)
    .with_for_update(skip_locked=True)
    .cte("oldest")
)
_CLAIM = (
    update(REPORTS)
    .where(_ROW.id.in_(select(_OLDEST.c.id)))
    .values(claimed_until=bindparam("until"))
    .returning(_ROW.id, _ROW.report, _ROW.traceparent)
)
_FORGET = delete(REPORTS).where(_ROW.id.in_(bindparam("ids", expanding=True)))


class Publisher(Protocol):
    """Writes to Kafka."""

    async def publish(self, *outgoing: Outgoing) -> None:
        """Return when the broker has confirmed all."""
        ...


class Outbox:
    """Reports in the order in which they were made."""

    def __init__(self, database: Database, publisher: Publisher, clock: Clock) -> None:
        """*database* is open and its tables are up to date."""
        self.database = database
        self._publisher = publisher
        self._clock = clock

    async def run(self) -> None:
        """Publish what comes, until cancelled."""
        while True:
            if not await self.publish_waiting():
                await asyncio.sleep(LOOK_SECONDS)

    async def publish_waiting(self) -> int:
        """Publish the oldest reports and forget them when Kafka has confirmed them; returns how many."""
        reports = await self._claim()
        if reports:
            await self._publisher.publish(*map(_outgoing, reports))
            await self._forget(reports)
        return len(reports)

    @patient
    def _forget(self, connection: Connection, reports: Sequence[Report]) -> None:
        connection.execute(_FORGET, {"ids": [report.id for report in reports]})

    @patient
    def _claim(self, connection: Connection) -> Sequence[Report]:
        one_at_a_time(connection, OUTBOX_LOCK)  # two claims at once would each get some of one run of reports
        now = self._clock.now()
        rows = sorted(connection.execute(_CLAIM, {"now": now, "until": now + LEASE}), key=lambda row: int(row.id))
        return [Report(row.id, DeliveryAttempted.model_validate_json(row.report), row.traceparent) for row in rows]


def _outgoing(report: Report) -> Outgoing:
    attempt = report.attempt
    envelope = Envelope(report.event_id, SOURCE, attempt.attempted_at, attempt.webhook_id, report.traceparent)
    return encode(attempt, topic=topology.DELIVERIES_ATTEMPTED.name, key=attempt.endpoint, event=envelope)
