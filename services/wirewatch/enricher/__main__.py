"""Wires the enricher and runs it: ``python -m wirewatch.enricher``."""

from __future__ import annotations

from wirekit.clock import SystemClock
from wirekit.kafka import TopicAdmin, WatchlistView
from wirekit.runtime.lifecycle import Process, run_service
from wirekit.runtime.metrics import StreamMetrics
from wirekit.runtime.pool import Pool
from wirekit.streams import DeadLetters, FaustSource, Membership, Pipeline, Publisher, Watchdog
from wirewatch.enricher.adapters.files import WatchlistFiles
from wirewatch.enricher.adapters.topics_file import load_topics
from wirewatch.enricher.chunk import FUNCTION
from wirewatch.enricher.service import Enrichment
from wirewatch.enricher.settings import EnricherSettings


async def serve(settings: EnricherSettings, process: Process) -> None:
    """Enrich until told to stop."""
    connection = settings.connection("wirewatch-enricher")
    source = FaustSource(connection, Membership.of(Enrichment.GROUP, settings.instance))
    with WatchlistFiles(load_topics(settings.topics)) as lists:
        view = WatchlistView(connection, lists.swap)
        process.ready.add("watchlist", view.missing)
        process.ready.add("partitions", lambda: None if source.is_assigned else "none assigned yet")
        async with (
            TopicAdmin(connection),  # waits for Kafka
            Publisher(connection) as publisher,
            Pool(
                FUNCTION, workers=settings.workers, timeout_seconds=settings.article_seconds, prepare=settings.tagger
            ) as children,
            Watchdog([source], is_busy=children.is_busy),
        ):
            enrichment = Enrichment(children, lists, SystemClock(), settings.tagger)
            line = Pipeline(source, enrichment.handle, publisher, DeadLetters("enricher"), observer=StreamMetrics())
            await process.until_stopped(view.run(), view.complete_before(line.run))


if __name__ == "__main__":
    run_service(EnricherSettings, serve)
