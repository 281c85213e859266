"""Wires the console and runs it: ``python -m wirewatch.console``."""

from __future__ import annotations

from wirekit.clock import SystemClock
from wirekit.kafka import TopicAdmin
from wirekit.runtime.lifecycle import Process, run_service
from wirekit.runtime.webserver import WebServer
from wirewatch.console.adapters.lags import GroupLags
from wirewatch.console.adapters.queries import Queries
from wirewatch.console.adapters.read_model import ReadModel
from wirewatch.console.adapters.token import access
from wirewatch.console.adapters.topics import EnrichedArticles, FollowedTopics
from wirewatch.console.folding import FOLLOWED
from wirewatch.console.service import ConsoleService
from wirewatch.console.settings import ConsoleSettings
from wirewatch.console.web import Backend, console_app


async def serve(settings: ConsoleSettings, process: Process) -> None:
    """Follow the topics and serve the pages until told to stop."""
    rules = access(settings)
    connection = settings.connection("wirewatch-console")
    model = ReadModel(settings.database)
    topics = FollowedTopics(connection, FOLLOWED)
    process.ready.add("topics", lambda: None if topics.caught_up.is_set() else "still reading the topics")
    async with (
        TopicAdmin(connection),  # waits for Kafka
        GroupLags(connection) as lags,
        EnrichedArticles(connection) as articles,
    ):
        service = ConsoleService(topics, articles, model, SystemClock())
        backend = Backend(Queries(model), service.changed, lags.lags, process.stopping)
        web = WebServer(console_app(backend, rules), settings.host, settings.port)
        await process.until_stopped(service.run(), web.run(), model.until_damaged())
    model.close()


if __name__ == "__main__":
    run_service(ConsoleSettings, serve)
