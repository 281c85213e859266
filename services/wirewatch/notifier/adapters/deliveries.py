"""The delivery table: remembers what is to be sent, lends it out under a lease, and settles it.

What happens to a delivery and the report of it are one transaction. Decides nothing about when and whether.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import ColumnElement, Select, Table, delete, exists, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from wirekit.contracts import DeliveryAttempted
from wirewatch.notifier.adapters.database import patient, undisturbed
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


class DeliveryTable:
    """Deliveries by webhook id."""

    def __init__(self, engine: AsyncEngine) -> None:
        """*engine* is open and its tables are up to date."""
        self._engine = engine
        self._insert = _INSERT[engine.dialect.name]

    @undisturbed
    async def add(self, planned: Sequence[Planned], now: dt.datetime) -> Collection[str]:
        """Remember *planned*, and report those of them that will not be sent; what is known already changes nothing.

        Returns:
            The webhook ids of those that were not known.
        """
        if not planned:
            return ()
        rows = [_row(each, now) for each in planned]
        news = self._insert(DELIVERIES).on_conflict_do_nothing().returning(_ROW.webhook_id)
        async with self._engine.begin() as connection:
            added = set((await connection.scalars(news, rows)).all())
            await _report(
                connection,
                [
                    (each.delivery, report_unsent(each.delivery, each.outcome, now))
                    for each in planned
                    if each.outcome is not None and each.delivery.webhook_id in added
                ],
            )
        return added

    @undisturbed
    async def claim(self, endpoint: str, limit: int, now: dt.datetime, until: dt.datetime) -> list[Delivery]:
        """Lend out up to *limit* due deliveries of *endpoint*, each until *until*: then it is due again.

        A revision is not lent out while an earlier one of its alert waits for the same endpoint.
        """
        due = _due(endpoint, now).limit(limit).with_for_update(skip_locked=True).cte("due")
        claim = (
            update(DELIVERIES)
            .where(_ROW.webhook_id.in_(select(due.c.webhook_id)))
            .values(due_at=until, attempts=_ROW.attempts + 1, tries=_ROW.tries + 1)
            .returning(*_DELIVERY)
        )
        async with self._engine.begin() as connection:
            return [Delivery(**row) for row in (await connection.execute(claim)).mappings()]

    @patient
    async def waiting(self) -> Sequence[Waiting]:
        """What is pending, by endpoint."""
        query = select(_ROW.endpoint, func.count(), func.min(_ROW.due_at))
        query = query.where(_ROW.state == State.PENDING).group_by(_ROW.endpoint)
        async with self._engine.begin() as connection:
            return [Waiting(*row) for row in await connection.execute(query)]

    @patient
    async def settle(self, delivery: Delivery, verdict: Verdict, report: DeliveryAttempted) -> bool:
        """Write down what became of an attempt.

        Returns:
            False, and nothing written, when the lease lapsed and somebody claimed *delivery* after us.
        """
        settled = (
            update(DELIVERIES)
            .where(_ROW.webhook_id == delivery.webhook_id, _ROW.attempts == delivery.attempts)
            .values(state=state_after(verdict.outcome), due_at=verdict.next_at or report.attempted_at)
            .returning(_ROW.webhook_id)
        )
        async with self._engine.begin() as connection:
            if (await connection.scalars(settled)).first() is None:
                return False
            await _report(connection, [(delivery, report)])
            if verdict.outcome is DeliveryOutcome.DELIVERED:
                await connection.execute(
                    delete(DISABLED_ENDPOINTS).where(DISABLED_ENDPOINTS.c.endpoint == delivery.endpoint)
                )
            if verdict.rest_until is not None:
                await connection.execute(
                    update(DELIVERIES)
                    .where(_ROW.state == State.PENDING, _ROW.endpoint == delivery.endpoint)
                    .where(_ROW.due_at < verdict.rest_until)
                    .values(due_at=verdict.rest_until)
                )
        return True

    @patient
    async def disable(self, endpoint: Endpoint, now: dt.datetime) -> int:
        """Send nothing more to *endpoint* at this address; what waits there is dead, and reported; returns how many."""
        mark = self._insert(DISABLED_ENDPOINTS).values(endpoint=endpoint.id, url=endpoint.url, since=now)
        mark = mark.on_conflict_do_update(index_elements=["endpoint"], set_={"url": endpoint.url, "since": now})
        async with self._engine.begin() as connection:
            await connection.execute(mark)
            return await _give_up(connection, _ROW.endpoint == endpoint.id, DeliveryOutcome.DISABLED, now)

    @undisturbed
    async def disabled(self, endpoints: Mapping[str, Endpoint]) -> Collection[str]:
        """Which of *endpoints* are disabled at the address that they have now."""
        async with self._engine.begin() as connection:
            marks = (await connection.execute(select(DISABLED_ENDPOINTS))).all()
        return {mark.endpoint for mark in marks if (e := endpoints.get(mark.endpoint)) and e.url == mark.url}

    @patient
    async def abandon_unknown(self, endpoints: Collection[str], now: dt.datetime) -> int:
        """Report as unroutable what waits for endpoints other than *endpoints*; returns how many."""
        async with self._engine.begin() as connection:
            return await _give_up(connection, _ROW.endpoint.not_in(endpoints), DeliveryOutcome.UNROUTABLE, now)

    @undisturbed
    async def rearm(self, endpoint: str, webhook_id: str | None, now: dt.datetime) -> int:
        """Start over with a dead or unroutable delivery, or with all of *endpoint*; returns how many."""
        chosen = [_ROW.endpoint == endpoint, _ROW.state.in_([State.DEAD, State.UNROUTABLE])]
        if webhook_id is not None:
            chosen.append(_ROW.webhook_id == webhook_id)
        async with self._engine.begin() as connection:
            armed = update(DELIVERIES).where(*chosen).values(state=State.PENDING, tries=0, due_at=now)
            return (await connection.execute(armed)).rowcount

    @patient
    async def prune(self, before: dt.datetime) -> int:
        """Forget deliveries that are over and older than *before*; returns how many."""
        async with self._engine.begin() as connection:
            old = delete(DELIVERIES).where(_ROW.state != State.PENDING, _ROW.created_at < before)
            return (await connection.execute(old)).rowcount


def _row(planned: Planned, now: dt.datetime) -> dict[str, object]:
    state = State.PENDING if planned.outcome is None else state_after(planned.outcome)
    return {**asdict(planned.delivery), "state": state, "due_at": now, "created_at": now}


def _due(endpoint: str, now: dt.datetime) -> Select[str]:
    earlier = DELIVERIES.alias("earlier")
    overtakes = exists().where(
        earlier.c.endpoint == _ROW.endpoint,
        earlier.c.alert_id == _ROW.alert_id,
        earlier.c.revision < _ROW.revision,
        earlier.c.state == State.PENDING,
    )
    pending = (_ROW.state == State.PENDING, _ROW.endpoint == endpoint, _ROW.due_at <= now)
    return select(_ROW.webhook_id).where(*pending, ~overtakes).order_by(_ROW.due_at)


async def _give_up(
    connection: AsyncConnection, chosen: ColumnElement[bool], outcome: DeliveryOutcome, now: dt.datetime
) -> int:
    """End the pending deliveries that are *chosen*; those under way may still end otherwise."""
    given_up = (
        update(DELIVERIES)
        .where(_ROW.state == State.PENDING, chosen)
        .values(state=state_after(outcome))
        .returning(*_DELIVERY)
    )
    deliveries = [Delivery(**row) for row in (await connection.execute(given_up)).mappings()]
    await _report(connection, [(delivery, report_unsent(delivery, outcome, now)) for delivery in deliveries])
    return len(deliveries)


async def _report(connection: AsyncConnection, reports: Sequence[tuple[Delivery, DeliveryAttempted]]) -> None:
    if reports:
        rows = [{"report": report.to_json(), "traceparent": delivery.traceparent} for delivery, report in reports]
        await connection.execute(insert(REPORTS), rows)
