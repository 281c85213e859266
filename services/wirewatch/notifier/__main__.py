"""Wires the notifier and runs it: ``python -m wirewatch.notifier``."""

from __future__ import annotations

from wirekit.clock import SystemClock
from wirekit.kafka import TopicAdmin
from wirekit.net import AddressPolicy, HttpClient
from wirekit.runtime.lifecycle import Process, run_service
from wirekit.runtime.metrics import StreamMetrics
from wirekit.streams import DeadLetters, Membership, Pipeline, Publisher, Subscription, Watchdog
from wirewatch import __version__
from wirewatch.notifier.adapters import database, deliveries, endpoints_file, outbox, secrets
from wirewatch.notifier.service import Caretaker, Intake, Sender
from wirewatch.notifier.settings import ALLOWING, NotifierSettings


async def serve(settings: NotifierSettings, process: Process) -> None:
    """Deliver until told to stop."""
    endpoints = [(each, secrets.read_keys(each)) for each in endpoints_file.load_endpoints(settings.endpoints)]
    clock = SystemClock()
    connection = settings.connection("wirewatch-notifier")
    source = Subscription(connection, Membership.of(Intake.GROUP))
    process.ready.add("partitions", lambda: None if source.is_assigned else "none assigned yet")
    async with (
        database.opened(settings.database) as store,
        HttpClient(AddressPolicy.parse(settings.allow, ALLOWING), user_agent=f"wirewatch/{__version__}") as http,
        TopicAdmin(connection),  # waits for Kafka
        Publisher(connection) as publisher,
        Watchdog((source,)),
    ):
        table, reports = deliveries.DeliveryTable(store), outbox.Outbox(store, publisher, clock)
        senders = {e.id: Sender(e, keys, table, http, clock, settings) for e, keys in endpoints}
        handle = Intake(table, senders, clock).handle
        line = Pipeline(source, handle, publisher, DeadLetters("notifier"), observer=StreamMetrics())
        caretaker, sending = Caretaker(table, senders, clock), (sender.run() for sender in senders.values())
        await process.until_stopped(line.run(), reports.run(), caretaker.run(), *sending)


if __name__ == "__main__":
    run_service(NotifierSettings, serve)
