"""`health` and `doctor`: is a service well, is the whole, and if not, what to do about it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from typing import Annotated

import typer

from wirekit.clock import SystemClock
from wirekit.contracts import FeedState
from wirekit.contracts.topology import DEAD_LETTERS, FEEDS_STATE, SERVICES, TOPICS
from wirekit.errors import ConfigError, InvalidMessage
from wirekit.kafka import Connection, TopicAdmin
from wirekit.streams import decode
from wirewatch.cli.deliveries.history import deliveries_until_now
from wirewatch.cli.machine.ports import Ports, kept_ports, nearest_kafka
from wirewatch.cli.machine.readiness import unready
from wirewatch.cli.phrases import amount, in_utc
from wirewatch.cli.records.reading import last_records, records_until_now
from wirewatch.cli.terminal import FAILED, KafkaAddress, NewsroomDir, clear_errors, complain, on_kafka, say

HealthPort = Annotated[
    int, typer.Option("--port", envvar="WIREWATCH_HEALTH_PORT", help="The health port of the service on this machine.")
]


def health(port: HealthPort) -> None:
    """Exit 0 when the service that serves this health port is ready, else 1 with the reasons; for health checks."""
    if reasons := unready(port):
        complain(reasons)
        raise typer.Exit(FAILED)


def doctor(
    directory: NewsroomDir,
    kafka: KafkaAddress = "",
) -> None:
    """Examine the whole: Kafka, topics, services, feeds, deliveries, dead letters; say what is wrong."""

    async def examine(connection: Connection) -> list[str]:
        findings = [finding async for finding in _topics(connection)]
        if findings:  # what is on missing topics cannot be read
            return findings
        findings += [finding async for finding in _feeds(connection)]
        findings += (await deliveries_until_now(connection)).undelivered(SystemClock().now())
        return findings + [finding async for finding in _dead_letters(connection)]

    with clear_errors():
        address = kafka or nearest_kafka(directory)
    say(f"examining the Kafka at {address}")
    findings = [*on_kafka(address, examine), *_services(kept_ports(directory / "data"))]
    for finding in findings:
        say(f"✗ {finding}")
    if findings:
        raise typer.Exit(FAILED)
    say("all well: Kafka, topics, services, feeds, deliveries")


def _services(ports: Ports) -> Iterator[str]:
    for service in SERVICES:
        port = os.environ.get(f"WIREWATCH_{service.name.upper()}_HEALTH_PORT") or ports.health(service.name)
        if reason := unready(int(port)):
            yield f"{service.name} {reason}"


async def _topics(connection: Connection) -> AsyncIterator[str]:
    async with TopicAdmin(connection) as admin:
        try:
            for difference in await admin.check(TOPICS.values()):
                yield f"topic {difference} (`wirewatch topics create` makes missing ones)"
        except ConfigError as problem:
            yield str(problem)


async def _feeds(connection: Connection) -> AsyncIterator[str]:
    for feed_id, record in sorted((await last_records(connection, FEEDS_STATE.name)).items()):
        try:
            state = decode(record, FeedState).data
        except InvalidMessage:
            continue  # the row of seen articles
        if state.last_error:
            yield f"feed {feed_id}: {state.last_error}; next try {in_utc(state.due_at)} ({state.due_reason})"


async def _dead_letters(connection: Connection) -> AsyncIterator[str]:
    for topic in DEAD_LETTERS:
        count = len([record.offset async for record in records_until_now(connection, topic)])
        if count:
            yield f"{topic} holds {amount(count, 'letter')} (`wirewatch dead-letters list` shows them)"
