"""``python -m wirewatch.poller``: wires the poller."""

from __future__ import annotations

from wirekit.clock import SystemClock
from wirekit.contracts import topology
from wirekit.kafka import TopicAdmin, TopicTail
from wirekit.net import AddressPolicy, HttpClient
from wirekit.runtime.lifecycle import Process, run_service
from wirekit.runtime.pool import Pool
from wirekit.streams import Watchdog
from wirewatch import __version__
from wirewatch.poller.adapters.ledger import FeedLedger
from wirewatch.poller.adapters.parsers import PARSER, PoolReader
from wirewatch.poller.service import Poller
from wirewatch.poller.settings import ALLOWING, PollerSettings


async def serve(settings: PollerSettings, process: Process) -> None:
    """Poll the feeds that the registry names until told to stop."""
    connection = settings.connection("wirewatch-poller")
    policy = AddressPolicy.parse(settings.allow, ALLOWING)
    async with TopicAdmin(connection) as admin:
        await admin.check((topology.FEEDS_REGISTRY, topology.FEEDS_STATE))
    ledger = FeedLedger(connection, settings.instance)
    process.ready.add("feeds", lambda: None if ledger.owned.is_assigned else "no feeds assigned yet")
    async with (
        HttpClient(policy, user_agent=f"wirewatch/{__version__} {settings.contact}".rstrip()) as http,
        Pool(PARSER, workers=settings.parsers, timeout_seconds=settings.parse_seconds, patient=False) as pool,
        Watchdog([ledger.owned]),
    ):
        poller = Poller(http, PoolReader(pool), ledger, SystemClock(), settings)
        commands = TopicTail(connection, topology.FEEDS_COMMANDS.name, poller.command)
        await process.until_stopped(ledger.run(poller), poller.run(), commands.run())


if __name__ == "__main__":
    run_service(PollerSettings, serve)
