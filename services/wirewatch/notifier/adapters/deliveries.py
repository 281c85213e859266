"""The delivery table: remembers what is to be sent, lends it out under a lease, and settles it.

What happens to a delivery and the report of it are one transaction. Decides nothing about when and whether.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    Table,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from wirekit.contracts import DeliveryAttempted
from wirewatch.notifier.adapters.database import Database, patient, undisturbed
from wirewatch.notifier.adapters.tables import DELIVERIES, DISABLED_ENDPOINTS, REPORTS
from wirewatch.notifier.backoff import DeliveryOutcome, Verdict
from wirewatch.notifier.delivery import Delivery, Planned, State, Waiting, report_unsent, state_after
from wirewatch.notifier.endpoints import Endpoint

_INSERT: dict[str, Callable[[Table], postgresql.Insert | sqlite.Insert]] = {
    "postgresql": postgresql.insert,
    "sqlite": sqlite.insert,
}
_ROW = DELIVERIES.c
_DELIVERY = [_ROW[name] for name in Delivery.__dataclass_fields__]

# Statements of every delivery are made once: making one takes longer than running it. A literal where the index of what
# is pending has one: for a parameter there SQLite would plan anew at every run.
_PENDING = literal_column(f"'{State.PENDING}'", String)
_EARLIER = DELIVERIES.alias("earlier").c
_OVERTAKES = exists().where(
    _EARLIER.endpoint == _ROW.endpoint,
    _EARLIER.alert_id == _ROW.alert_id,
    _EARLIER.revision < _ROW.revision,
    _EARLIER.state == _PENDING,
)
_DUE = (
    select(_ROW.webhook_id)
    .where(_ROW.state == _PENDING, _ROW.endpoint == bindparam("whose"), _ROW.due_at <= bindparam("now"), ~_OVERTAKES)
    .order_by(_ROW.due_at)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
    .cte("due")
)
_CLAIM = (
    update(DELIVERIES)
    .where(_ROW.webhook_id.in_(select(_DUE.c.webhook_id)))
    .values(due_at=bindparam("until"), attempts=_ROW.attempts + 1, tries=_ROW.tries + 1)
    .returning(*_DELIVERY)
)
_SETTLE = (
    update(DELIVERIES)
    .where(_ROW.webhook_id == bindparam("settled"), _ROW.attempts == bindparam("attempt"))
    .values(state=bindparam("becomes"), due_at=bindparam("next_at"))
)
_LATER = select(func.count()).where(
    _ROW.endpoint == bindparam("whose"),
    _ROW.alert_id == bindparam("alert"),
    _ROW.revision > bindparam("this"),
    _ROW.state == _PENDING,
)
_WAITING = (
    select(_ROW.endpoint, func.count(), func.min(_ROW.due_at)).where(_ROW.state == _PENDING).group_by(_ROW.endpoint)
)
_MARKS = select(DISABLED_ENDPOINTS)
_UNMARK = delete(DISABLED_ENDPOINTS).where(DISABLED_ENDPOINTS.c.endpoint == bindparam("whose"))
_REPORT = insert(REPORTS)


class DeliveryTable:
    """Deliveries by webhook id."""

    def __init__(self, database: Database) -> None:
        """*database* is open and its tables are up to date."""
        self.database = database
        self._insert = _INSERT[database.engine.dialect.name]
        self._add = self._insert(DELIVERIES).on_conflict_do_nothing().returning(_ROW.webhook_id)

    @undisturbed
    def add(self, connection: Connection, planned: Sequence[Planned], now: dt.datetime) -> Collection[str]:
        """Remember *planned*, and report those of them that will not be sent; what is known already changes nothing.

        Returns:
            The webhook ids of those that were not known.
        """
        if not planned:
            return ()
        rows = [_row(each, now) for each in planned]
        added = set(connection.scalars(self._add, rows))
        _report(
            connection,
            [
                (each.delivery, report_unsent(each.delivery, each.outcome, now))
                for each in planned
                if each.outcome is not None and each.delivery.webhook_id in added
            ],
        )
        return added

    @undisturbed
    def claim(
        self, connection: Connection, endpoint: str, limit: int, now: dt.datetime, until: dt.datetime
    ) -> list[Delivery]:
        """Lend out up to *limit* due deliveries of *endpoint*, each until *until*: then it is due again.

        A revision is not lent out while an earlier one of its alert waits for the same endpoint.
        """
        asked = {"whose": endpoint, "most": limit, "now": now, "until": until}
        return [Delivery(*row) for row in connection.execute(_CLAIM, asked)]

    @patient
    def waiting(self, connection: Connection) -> Sequence[Waiting]:
        """What is pending, by endpoint."""
        return [Waiting(*row) for row in connection.execute(_WAITING)]

    @patient
    def settle(
        self, connection: Connection, delivery: Delivery, verdict: Verdict, report: DeliveryAttempted
    ) -> int | None:
        """Write down what became of an attempt.

        Returns:
            How many later revisions of its alert wait for the same endpoint. None, and nothing written, when the lease
            lapsed and somebody claimed *delivery* after us.
        """
        mark = {"settled": delivery.webhook_id, "attempt": delivery.attempts, "becomes": state_after(verdict.outcome)}
        mark["next_at"] = verdict.next_at or report.attempted_at
        if not connection.execute(_SETTLE, mark).rowcount:
            return None
        _report(connection, [(delivery, report)])
        if verdict.outcome is DeliveryOutcome.DELIVERED:
            connection.execute(_UNMARK, {"whose": delivery.endpoint})
        if verdict.rest_until is not None:
            connection.execute(
                update(DELIVERIES)
                .where(_ROW.state == _PENDING, _ROW.endpoint == delivery.endpoint)
                .where(_ROW.due_at < verdict.rest_until)
                .values(due_at=verdict.rest_until)
            )
        later = {"whose": delivery.endpoint, "alert": delivery.alert_id, "this": delivery.revision}
        return connection.scalar(_LATER, later)

    @patient
    def disable(self, connection: Connection, endpoint: Endpoint, now: dt.datetime) -> int:
        """Send nothing more to *endpoint* at this address; what waits there is dead, and reported; returns how many."""
        mark = self._insert(DISABLED_ENDPOINTS).values(endpoint=endpoint.id, url=endpoint.url, since=now)
        mark = mark.on_conflict_do_update(index_elements=["endpoint"], set_={"url": endpoint.url, "since": now})
        connection.execute(mark)
        return _give_up(connection, _ROW.endpoint == endpoint.id, DeliveryOutcome.DISABLED, now)

    @undisturbed
    def disabled(self, connection: Connection, endpoints: Mapping[str, Endpoint]) -> Collection[str]:
        """Which of *endpoints* are disabled at the address that they have now."""
        marks = connection.execute(_MARKS).all()
        return {mark.endpoint for mark in marks if (e := endpoints.get(mark.endpoint)) and e.url == mark.url}

    @patient
    def abandon_unknown(self, connection: Connection, endpoints: Collection[str], now: dt.datetime) -> int:
        """Report as unroutable what waits for endpoints other than *endpoints*; returns how many."""
        return _give_up(connection, _ROW.endpoint.not_in(endpoints), DeliveryOutcome.UNROUTABLE, now)

    @undisturbed
    def rearm(self, connection: Connection, endpoint: str, webhook_id: str | None, now: dt.datetime) -> int:
        """Start over with a dead or unroutable delivery, or with all of *endpoint*; returns how many."""
        chosen = [_ROW.endpoint == endpoint, _ROW.state.in_([State.DEAD, State.UNROUTABLE])]
        if webhook_id is not None:
            chosen.append(_ROW.webhook_id == webhook_id)
        armed = update(DELIVERIES).where(*chosen).values(state=State.PENDING, tries=0, due_at=now)
        return connection.execute(armed).rowcount

    @patient
    def prune(self, connection: Connection, before: dt.datetime) -> int:
        """Forget deliveries that are over and older than *before*; returns how many."""
        old = delete(DELIVERIES).where(_ROW.state != State.PENDING, _ROW.created_at < before)
        return connection.execute(old).rowcount


def _row(planned: Planned, now: dt.datetime) -> dict[str, object]:
    state = State.PENDING if planned.outcome is None else state_after(planned.outcome)
    return {**asdict(planned.delivery), "state": state, "due_at": now, "created_at": now}


def _give_up(connection: Connection, chosen: ColumnElement[bool], outcome: DeliveryOutcome, now: dt.datetime) -> int:
    """End the pending deliveries that are *chosen*; those under way may still end otherwise."""
    given_up = (
        update(DELIVERIES)
        .where(_ROW.state == _PENDING, chosen)
        .values(state=state_after(outcome))
        .returning(*_DELIVERY)
    )
    deliveries = [Delivery(*row) for row in connection.execute(given_up)]
    _report(connection, [(delivery, report_unsent(delivery, outcome, now)) for delivery in deliveries])
    return len(deliveries)


def _report(connection: Connection, reports: Sequence[tuple[Delivery, DeliveryAttempted]]) -> None:
    if reports:
        rows = [{"report": report.to_json(), "traceparent": delivery.traceparent} for delivery, report in reports]
        connection.execute(_REPORT, rows)
