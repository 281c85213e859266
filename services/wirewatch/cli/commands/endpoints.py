"""`wirewatch endpoints`: how each receiver of webhooks fares, and a test event for one of them."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from wirekit.clock import SystemClock
from wirekit.contracts import DeliveryAttempted
from wirekit.errors import ConfigError
from wirekit.kafka import Connection
from wirewatch.cli.deliveries.history import deliveries_until_now
from wirewatch.cli.deliveries.log import DeliveryLog, answer_of, outcome_of
from wirewatch.cli.deliveries.orders import Order, give, order_test
from wirewatch.cli.machine.ports import nearest_kafka
from wirewatch.cli.newsroom.place import ENDPOINTS_FILE
from wirewatch.cli.phrases import in_utc
from wirewatch.cli.terminal import (
    FAILED,
    KafkaAddress,
    NewsroomDir,
    OfNewsroom,
    WaitSeconds,
    clear_errors,
    complain,
    on_kafka,
    say,
)
from wirewatch.notifier.adapters.endpoints_file import load_endpoints
from wirewatch.notifier.endpoints import Endpoint


def list_endpoints(directory: NewsroomDir, kafka: KafkaAddress = "") -> None:
    """List the endpoints of DIR: address, kinds of alerts, where the secret lies, and what became of deliveries."""
    with clear_errors():
        endpoints = load_endpoints(directory / ENDPOINTS_FILE)
        address = kafka or nearest_kafka(directory)
    log = on_kafka(address, deliveries_until_now)
    for endpoint in endpoints:
        say(f"{endpoint.id:24} {endpoint.url}  {', '.join(endpoint.events)}; secret in {_secret_of(endpoint)}")
        say(f"{'':24} {_standing(log, endpoint.id)}")
    if not endpoints:
        say(f"{directory / ENDPOINTS_FILE} names no endpoint")


def send_test(
    endpoint: Annotated[
        str, typer.Argument(metavar="ENDPOINT", help="Its id in endpoints.yaml, as that was when `up` was started.")
    ],
    kafka: KafkaAddress = "",
    newsroom: OfNewsroom = None,
    timeout: WaitSeconds = 60,
) -> None:
    """Let the notifier send a test event to ENDPOINT, and say what it answered; exit code 0 when it accepted."""
    told: list[DeliveryAttempted] = []

    async def send(connection: Connection) -> list[Order]:
        try:
            order = order_test(endpoint, SystemClock().now())
        except ValueError:
            raise ConfigError(f"{endpoint!r} is no id of an endpoint: lower-case letters, digits, - and _") from None
        return await give(connection, [order], timeout, told.append)

    if on_kafka(kafka, send, newsroom):
        complain(f"the notifier has not reported within {timeout:.0f} s: is it running? `wirewatch doctor` examines it")
        raise typer.Exit(FAILED)
    for attempt in told:
        say(outcome_of(attempt))
        if attempt.outcome != "delivered":
            raise typer.Exit(FAILED)


def _secret_of(endpoint: Endpoint) -> str:
    return f"${endpoint.secret_env}" if endpoint.secret_env else str(endpoint.secret_file)


def _standing(log: DeliveryLog, endpoint: str) -> str:
    attempts = log.of(endpoint)
    if not attempts:
        return "nothing was sent to it yet"
    counts = Counter(attempt.outcome for attempt in attempts)
    last = attempts[-1]
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
    return f"{told}; last {in_utc(last.attempted_at)}: {answer_of(last)}"
