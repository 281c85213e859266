"""Wires the notifier and runs it: ``python -m wirewatch.notifier``."""

import asyncio
import os

from wirekit.clock import SystemClock
from wirekit.net import AddressPolicy, HttpClient
from wirekit.runtime.lifecycle import Process, run_service
from wirekit.runtime.metrics import StreamMetrics
from wirekit.streams import Connection, DeadLetters, Membership, Pipeline, Publisher, Subscription
from wirewatch import __version__
from wirewatch.notifier.adapters import DeliveryTable, Outbox, opened, read_keys
from wirewatch.notifier.endpoints import load_endpoints
from wirewatch.notifier.service import Caretaker, Intake, Sender
from wirewatch.notifier.settings import NotifierSettings


async def serve(settings: NotifierSettings, process: Process) -> None:
    """Build what the settings say and work until told to stop."""
    endpoints = [(endpoint, read_keys(endpoint, os.environ)) for endpoint in load_endpoints(settings.endpoints)]
    policy, clock = AddressPolicy.parse(settings.allow), SystemClock()
    connection = Connection(settings.kafka, "wirewatch-notifier")
    source = Subscription(connection, Membership("notifier", Intake.TOPICS), observer=StreamMetrics())
    process.ready.add("partitions", lambda: None if source.is_assigned else "none assigned yet")
    async with (
        opened(settings.database) as engine,
        HttpClient(policy, user_agent=f"wirewatch/{__version__}") as http,
        Publisher(connection) as publisher,
        asyncio.TaskGroup() as jobs,
    ):
        table = DeliveryTable(engine)
        senders = {e.id: Sender(e, keys, table, http, clock, settings) for e, keys in endpoints}
        handle = Intake(table, senders, clock).handle
        pipeline = Pipeline(source, handle, publisher, DeadLetters("notifier"), observer=StreamMetrics())
        outbox, caretaker = Outbox(engine, publisher, clock), Caretaker(table, senders, clock)
        work = (pipeline.run(), outbox.run(), caretaker.run(), *(sender.run() for sender in senders.values()))
        running = [jobs.create_task(each) for each in work]
        await process.stopping.wait()
        for task in running:
            task.cancel()


if __name__ == "__main__":
    run_service(NotifierSettings, serve)
