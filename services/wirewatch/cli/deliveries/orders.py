"""Gives the notifier orders on ``deliveries.commands`` and waits for what ``deliveries.attempted`` says of them."""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from wirekit.contracts import DeliveryAttempted, DeliveryCommand
from wirekit.contracts.topology import DELIVERIES_ATTEMPTED, DELIVERIES_COMMANDS
from wirekit.errors import InvalidMessage
from wirekit.kafka import Connection, Outgoing
from wirekit.streams import Envelope, Publisher, decode, encode
from wirewatch.cli.records.reading import Records, coming
from wirewatch.cli.records.writing import SOURCE


@dataclass(frozen=True, slots=True)
class Order:
    """An order and the id of its event; the report of a test names that id as its alert."""

    id: str
    command: DeliveryCommand

    def is_answered_by(self, attempt: DeliveryAttempted) -> bool:
        """Whether *attempt* says what became of this order."""
        if self.command.webhook_id is None:
            return attempt.alert_id == self.id
        return attempt.webhook_id == self.command.webhook_id

    def record(self) -> Outgoing:
        """The order on its topic."""
        event = Envelope(self.id, SOURCE, self.command.requested_at)
        return encode(self.command, topic=DELIVERIES_COMMANDS.name, key=self.command.endpoint, event=event)


def order_test(endpoint: str, now: dt.datetime) -> Order:
    """Send a test event to *endpoint*."""
    return Order(f"test-{uuid.uuid4()}", DeliveryCommand(endpoint=endpoint, command="test", requested_at=now))


def order_redelivery(attempt: DeliveryAttempted, now: dt.datetime) -> Order:
    """Start over with the delivery of which *attempt* was the last."""
    command = DeliveryCommand(
        endpoint=attempt.endpoint, command="redeliver", webhook_id=attempt.webhook_id, requested_at=now
    )
    return Order(f"redeliver-{uuid.uuid4()}", command)


async def give(
    connection: Connection, orders: Iterable[Order], seconds: float, tell: Callable[[DeliveryAttempted], None]
) -> list[Order]:
    """Give *orders* and *tell* the first report on each; those on which none came within *seconds* are returned."""
    open_orders = list(orders)
    async with coming(connection, DELIVERIES_ATTEMPTED.name) as records, Publisher(connection) as publisher:
        await publisher.publish(*(order.record() for order in open_orders))
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await _answered(records, open_orders, tell)
    return open_orders


async def _answered(records: Records, open_orders: list[Order], tell: Callable[[DeliveryAttempted], None]) -> None:
    """Return when none of *open_orders* is left."""
    async for record in records:
        with suppress(InvalidMessage):
            attempt = decode(record, DeliveryAttempted).data
            for order in [order for order in open_orders if order.is_answered_by(attempt)]:
                open_orders.remove(order)
                tell(attempt)
        if not open_orders:
            return
