"""Reads what was reported of deliveries up to now. Writes nothing."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import suppress

from wirekit.contracts import DeliveryAttempted
from wirekit.contracts.topology import DELIVERIES_ATTEMPTED
from wirekit.errors import InvalidMessage
from wirekit.kafka import Connection
from wirekit.streams import decode
from wirewatch.cli.deliveries.log import DeliveryLog
from wirewatch.cli.records.reading import records_until_now


async def deliveries_until_now(connection: Connection) -> DeliveryLog:
    """What has become of all deliveries."""
    log = DeliveryLog()
    async for attempt in attempts_until_now(connection):
        log.hear(attempt)
    return log


async def attempts_until_now(connection: Connection) -> AsyncGenerator[DeliveryAttempted, None]:
    """Every attempt of a delivery; what cannot be read on their topic is passed over."""
    async for record in records_until_now(connection, DELIVERIES_ATTEMPTED.name):
        with suppress(InvalidMessage):
            yield decode(record, DeliveryAttempted).data
