"""`wirewatch topics`: create what is missing, say what differs. Never changes a topic that exists."""

from __future__ import annotations

import typer

from wirekit.contracts.topology import TOPICS
from wirekit.kafka import Connection, TopicAdmin
from wirewatch.cli.terminal import FAILED, KafkaAddress, OfNewsroom, on_kafka, say


def create(kafka: KafkaAddress = "", newsroom: OfNewsroom = None) -> None:
    """Create the topics that are missing; leave the others as they are."""

    async def create_missing(connection: Connection) -> list[str]:
        async with TopicAdmin(connection) as admin:
            return await admin.create_missing(TOPICS.values())

    created = on_kafka(kafka, create_missing, newsroom)
    for name in created:
        say(f"created {name}")
    if not created:
        say(f"all {len(TOPICS)} topics are there already")


def check(kafka: KafkaAddress = "", newsroom: OfNewsroom = None) -> None:
    """Say which topics are missing or set otherwise than Wirewatch wants them."""

    async def differences(connection: Connection) -> list[str]:
        async with TopicAdmin(connection) as admin:
            return [str(difference) for difference in await admin.check(TOPICS.values())]

    found = on_kafka(kafka, differences, newsroom)
    for line in found:
        say(f"✗ {line}")
    if found:
        raise typer.Exit(FAILED)
    say(f"all {len(TOPICS)} topics are as they should be")
