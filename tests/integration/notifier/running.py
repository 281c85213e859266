"""A notifier without Kafka: records go straight to its intake, reports into a list. All the rest is real."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests import builders
from tests.integration.notifier.receiver import Receiver
from tests.integration.streams.topics import read
from tests.polling import until
from tests.services import ServiceProcess
from wirekit.clock import SystemClock
from wirekit.contracts import AlertRaised, DeliveryAttempted, DeliveryCommand, topology
from wirekit.kafka import Connection, Outgoing, Record
from wirekit.net import AddressPolicy, HttpClient
from wirekit.streams import Envelope, Outcome, decode, encode
from wirewatch.notifier.adapters.database import Database, opened
from wirewatch.notifier.adapters.deliveries import DeliveryTable
from wirewatch.notifier.adapters.outbox import Outbox
from wirewatch.notifier.endpoints import Endpoint
from wirewatch.notifier.service import Caretaker, Intake, Sender
from wirewatch.notifier.settings import NotifierSettings

KEY = b"0123456789abcdef01234567"


def an_endpoint(url: str, **changes: Any) -> Endpoint:
    """An endpoint that loses no time."""
    return Endpoint(**{"id": "desk-1", "url": url, "retry": [dt.timedelta(milliseconds=50)] * 3, **changes})


@dataclass
class Published:
    """Stands for Kafka."""

    outgoing: list[Outgoing] = field(default_factory=list)

    async def publish(self, *outgoing: Outgoing) -> None:
        """Keep *outgoing*."""
        self.outgoing += outgoing

    @property
    def reports(self) -> list[DeliveryAttempted]:
        """What was published, decoded."""
        return [decode(as_record(each), DeliveryAttempted).data for each in self.outgoing]

    async def outcomes(self, count: int) -> list[str]:
        """The outcomes, when there are *count*."""
        await until(lambda: len(self.outgoing) >= count)
        return [report.outcome for report in self.reports]


@dataclass
class Running:
    """A running notifier."""

    database: Database
    intake: Intake
    published: Published

    async def alert(self, **changes: Any) -> Sequence[Outcome]:
        """Hand in an alert."""
        return await self.intake.handle([alert_record(**changes)])

    async def order(self, **changes: Any) -> Sequence[Outcome]:
        """Hand in a command."""
        return await self.intake.handle([order_record(**changes)])


def as_record(outgoing: Outgoing, offset: int = 0) -> Record:
    return Record(outgoing.topic, 0, offset, outgoing.key, outgoing.value, outgoing.headers)


def alert_record(offset: int = 0, **changes: Any) -> Record:
    alert: AlertRaised = builders.an_alert(**changes)
    envelope = Envelope(f"{alert.alert_id}-{alert.revision}", "/wirewatch/alerter", builders.an_instant(0.9))
    return as_record(encode(alert, topic=topology.ALERTS_RAISED.name, key=alert.watch.id, event=envelope), offset)


def order_record(event_id: str = "order-1", **changes: Any) -> Record:
    order: DeliveryCommand = builders.a_delivery_command(**changes)
    envelope = Envelope(event_id, "/wirewatch/cli", order.requested_at)
    return as_record(encode(order, topic=topology.DELIVERIES_COMMANDS.name, key=order.endpoint, event=envelope))


def settings(**changes: Any) -> NotifierSettings:
    return NotifierSettings(**{"request_seconds": 2.0, "lease_seconds": 4.0, **changes})


@asynccontextmanager
async def a_notifier(database: str | Path, *endpoints: Endpoint, **changes: Any) -> AsyncIterator[Running]:
    """A notifier for *endpoints* over *database*, a URL or the path of an SQLite file."""
    url = database if isinstance(database, str) else f"sqlite:///{database}"
    clock, published = SystemClock(), Published()
    async with opened(url) as store, HttpClient(AddressPolicy.parse("127.0.0.1"), user_agent="wirewatch/test") as http:
        table = DeliveryTable(store)
        senders = {e.id: Sender(e, (KEY,), table, http, clock, settings(**changes)) for e in endpoints}
        caretaker, outbox = Caretaker(table, senders, clock), Outbox(store, published, clock)
        jobs = (caretaker.run(), outbox.run(), *(sender.run() for sender in senders.values()))
        running = [asyncio.create_task(job) for job in jobs]
        try:
            yield Running(store, Intake(table, senders, clock), published)
        finally:
            for task in running:
                task.cancel()
            ended = await asyncio.gather(*running, return_exceptions=True)
        for error in ended:
            if isinstance(error, Exception):
                raise error


def outgoing(record: Record) -> Outgoing:
    return Outgoing(record.topic, record.key or b"", record.value, record.headers)


def write_endpoints(folder: Path, receiver: Receiver) -> None:
    (folder / "endpoints.yaml").write_text(f"endpoints:\n  - {{id: desk-1, url: '{receiver.url}', retry: [1s, 1s]}}\n")


def a_notifier_process(folder: Path, kafka: Connection) -> ServiceProcess:
    """``python -m wirewatch.notifier`` with its files in *folder*."""
    files = {"endpoints": folder / "endpoints.yaml", "database": f"sqlite:///{folder / 'deliveries.db'}"}
    quick = {"allow": "127.0.0.1", "request_seconds": 1, "lease_seconds": 2}
    return ServiceProcess("notifier", kafka, folder / "log", **files, **quick)


async def reports(kafka: Connection, count: int) -> list[DeliveryAttempted]:
    """What was published on deliveries.attempted, when there are *count*."""
    async with asyncio.timeout(30):
        while len(records := await read(kafka, topology.DELIVERIES_ATTEMPTED.name)) < count:
            await asyncio.sleep(0.2)
    return [decode(record, DeliveryAttempted).data for record in records]
