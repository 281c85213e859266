"""What the delivery table and the outbox promise; run on SQLite and on PostgreSQL.

A test module names the database by a fixture ``url`` and imports everything from here.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from tests.builders import an_instant
from tests.integration.notifier.running import Published, an_endpoint
from wirewatch.notifier.adapters.database import Database, opened
from wirewatch.notifier.adapters.deliveries import DeliveryTable
from wirewatch.notifier.adapters.outbox import LEASE, Outbox
from wirewatch.notifier.adapters.tables import METADATA
from wirewatch.notifier.backoff import Answer, DeliveryOutcome, Verdict
from wirewatch.notifier.delivery import Delivery, Planned, report_attempt

__all__ = [
    "database",
    "other_database",
    "test_a_batch_of_a_thousand_is_one_transaction",
    "test_a_claim_lends_each_delivery_once_until_its_lease_lapses",
    "test_a_delivery_whose_lease_lapsed_is_settled_by_its_new_owner_alone",
    "test_a_later_revision_is_not_lent_while_an_earlier_one_waits",
    "test_an_instant_comes_back_aware",
    "test_pruning_forgets_what_is_over_and_old",
    "test_reports_are_published_in_order_and_only_once",
    "test_reports_that_were_not_confirmed_come_again_under_the_same_ids",
    "test_the_migrations_make_the_tables",
    "test_two_notifiers_may_start_at_once",
    "test_two_notifiers_never_claim_the_same_delivery",
    "test_what_is_planned_twice_is_kept_once",
]

NOW = an_instant()
LATER = an_instant(60)
DELIVERED = Verdict(DeliveryOutcome.DELIVERED)


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    async with opened(url) as database:
        yield database


@pytest.fixture
async def other_database(url: str, database: Database) -> AsyncIterator[Database]:
    """Another notifier's, on the same database."""
    del database
    async with opened(url) as other:
        yield other


class Away(Exception):
    """Kafka does not confirm."""


class NoKafka:
    """Stands for Kafka when it is away."""

    async def publish(self, *outgoing: object) -> None:
        """Fail."""
        del outgoing
        raise Away


class SteppedClock:
    """Tells the time it was set to."""

    def __init__(self) -> None:
        self.time = NOW

    def now(self) -> dt.datetime:
        """The time it was set to."""
        return self.time


def planned(count: int = 1, outcome: DeliveryOutcome | None = None, *, first: int = 0, **changes: Any) -> list[Planned]:
    """Deliveries of *count* alerts, from the number *first* on."""
    made = []
    for number in range(first, first + count):
        defaults = {"webhook_id": f"msg_{number}", "alert_id": f"alr_{number}", "endpoint": "desk-1", "revision": 1}
        delivery = Delivery(**{**defaults, "watch_id": "brodie-ilk", "body": b"\x00\xff", **changes})
        made.append(Planned(delivery, outcome))
    return made


async def settle(table: DeliveryTable, delivery: Delivery, verdict: Verdict = DELIVERED) -> int | None:
    return await table.settle(delivery, verdict, report_attempt(delivery, Answer(200), verdict, NOW, 0.1))


async def ids_claimed(table: DeliveryTable, now: dt.datetime = NOW, limit: int = 10) -> list[str]:
    claimed = await table.claim("desk-1", limit, now, now + dt.timedelta(seconds=60))
    return sorted(delivery.webhook_id for delivery in claimed)


async def test_the_migrations_make_the_tables(database: Database) -> None:
    differences = await database.transact(
        lambda connection: compare_metadata(MigrationContext.configure(connection), METADATA)
    )

    assert differences == []


async def test_two_notifiers_may_start_at_once(url: str) -> None:
    async def start() -> int:
        async with opened(url) as database:
            count = text("SELECT count(*) FROM deliveries")
            return int(await database.transact(lambda connection: connection.execute(count).scalar_one()))

    counts = await asyncio.gather(*(start() for _ in range(3)))

    assert counts == [0, 0, 0]


async def test_what_is_planned_twice_is_kept_once(database: Database) -> None:
    table = DeliveryTable(database)
    await table.add([*planned(2), *planned(1)], NOW)
    await table.add(planned(3), LATER)

    assert await ids_claimed(table) == ["msg_0", "msg_1"]
    assert await ids_claimed(table, LATER) == ["msg_0", "msg_1", "msg_2"]


async def test_a_batch_of_a_thousand_is_one_transaction(database: Database) -> None:
    table = DeliveryTable(database)
    await table.add(planned(1500, DeliveryOutcome.UNROUTABLE), NOW)
    published = Published()

    counts = [await Outbox(database, published, SteppedClock()).publish_waiting() for _ in range(4)]

    assert counts == [500, 500, 500, 0]
    assert len({outgoing.headers for outgoing in published.outgoing}) == 1500


async def test_a_claim_lends_each_delivery_once_until_its_lease_lapses(database: Database) -> None:
    table = DeliveryTable(database)
    await table.add(planned(3), NOW)

    claims = [await ids_claimed(table, limit=2), await ids_claimed(table, limit=2), await ids_claimed(table)]

    assert sorted(claims[0] + claims[1]) == ["msg_0", "msg_1", "msg_2"]
    assert claims[2] == []
    assert await ids_claimed(table, an_instant(61)) == ["msg_0", "msg_1", "msg_2"]


async def test_two_notifiers_never_claim_the_same_delivery(database: Database, other_database: Database) -> None:
    tables = [DeliveryTable(database), DeliveryTable(other_database)]
    await tables[0].add(planned(200), NOW)

    async def drain(table: DeliveryTable) -> list[str]:
        claimed: list[str] = []
        while some := await ids_claimed(table, limit=7):
            claimed += some
        return claimed

    drained = await asyncio.gather(*map(drain, tables))

    assert sorted(drained[0] + drained[1]) == sorted(f"msg_{number}" for number in range(200))


async def test_a_delivery_whose_lease_lapsed_is_settled_by_its_new_owner_alone(database: Database) -> None:
    table = DeliveryTable(database)
    await table.add(planned(1), NOW)
    (stale,) = await table.claim("desk-1", 1, NOW, LATER)
    (fresh,) = await table.claim("desk-1", 1, LATER, an_instant(120))

    settled = [await settle(table, stale, Verdict(DeliveryOutcome.DEAD)), await settle(table, fresh)]

    assert (stale.attempts, fresh.attempts) == (1, 2)
    assert settled == [None, 0]
    assert await ids_claimed(table, an_instant(1000)) == []


async def test_a_later_revision_is_not_lent_while_an_earlier_one_waits(database: Database) -> None:
    table = DeliveryTable(database)
    await table.add([*planned(1), *planned(1, webhook_id="msg_next", revision=2)], NOW)
    await table.add(planned(1, webhook_id="msg_elsewhere", endpoint="desk-2", revision=2), NOW)
    (first,) = await table.claim("desk-1", 10, NOW, LATER)
    meanwhile = await ids_claimed(table)
    later = await settle(table, first, Verdict(DeliveryOutcome.RETRIED, an_instant(3600)))
    while_it_is_retried = await ids_claimed(table, LATER)
    (again,) = await table.claim("desk-1", 10, an_instant(3600), an_instant(3660))
    await settle(table, again, Verdict(DeliveryOutcome.DEAD))

    assert first.webhook_id == again.webhook_id == "msg_0"
    assert meanwhile == while_it_is_retried == []
    assert later == 1
    assert await ids_claimed(table, an_instant(3600)) == ["msg_next"]


async def test_an_instant_comes_back_aware(database: Database) -> None:
    table = DeliveryTable(database)
    zone = dt.timezone(dt.timedelta(hours=9))
    await table.add(planned(2), NOW.astimezone(zone))

    (waiting,) = await table.waiting()

    assert (waiting.endpoint, waiting.deliveries, waiting.due_at) == ("desk-1", 2, NOW)
    assert waiting.due_at.utcoffset() == dt.timedelta(0)


async def test_pruning_forgets_what_is_over_and_old(database: Database) -> None:
    table = DeliveryTable(database)
    await table.add(planned(2), NOW)
    (claimed,) = await table.claim("desk-1", 1, NOW, LATER)
    await settle(table, claimed)
    await table.disable(an_endpoint("http://desk-2/", id="desk-2"), NOW)

    assert await table.prune(NOW) == 0
    assert await table.prune(LATER) == 1
    assert len(await ids_claimed(table)) == 1


async def test_reports_are_published_in_order_and_only_once(database: Database, other_database: Database) -> None:
    table, published, clock = DeliveryTable(database), Published(), SteppedClock()
    for first in range(0, 2500, 50):  # where claims may overlap, some of so many do
        await table.add(planned(50, DeliveryOutcome.UNROUTABLE, first=first, traceparent="00-a-b-01"), NOW)
        await asyncio.gather(
            *(Outbox(each, published, clock).publish_waiting() for each in (database, other_database, database))
        )

    assert [report.webhook_id for report in published.reports] == [f"msg_{number}" for number in range(2500)]
    assert {dict(outgoing.headers)["traceparent"] for outgoing in published.outgoing} == {b"00-a-b-01"}


async def test_reports_that_were_not_confirmed_come_again_under_the_same_ids(database: Database) -> None:
    table, published, clock = DeliveryTable(database), Published(), SteppedClock()
    await table.add(planned(1, DeliveryOutcome.UNROUTABLE), NOW)
    with pytest.raises(Away):
        await Outbox(database, NoKafka(), clock).publish_waiting()

    at_once = await Outbox(database, published, clock).publish_waiting()
    clock.time += LEASE
    after_the_lease = await Outbox(database, published, clock).publish_waiting()

    assert (at_once, after_the_lease) == (0, 1)
    assert dict(published.outgoing[0].headers)["ce_id"] == b"msg_0-0-unroutable"
