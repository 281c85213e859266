"""`wirewatch deliveries`: what became of webhooks, and an order to send some again."""

from __future__ import annotations

from typing import Annotated

import typer

from wirekit.clock import SystemClock
from wirekit.contracts import DeliveryAttempted
from wirekit.kafka import Connection
from wirewatch.cli.deliveries.history import attempts_until_now, deliveries_until_now
from wirewatch.cli.deliveries.log import answer_of, outcome_of, to_send_again, unknown
from wirewatch.cli.deliveries.orders import Order, give, order_redelivery
from wirewatch.cli.phrases import amount, in_utc
from wirewatch.cli.terminal import FAILED, KafkaAddress, OfNewsroom, WaitSeconds, complain, on_kafka, say

OfEndpoint = Annotated[str | None, typer.Option("--endpoint", metavar="ID", help="Only those to this endpoint.")]


def list_deliveries(
    kafka: KafkaAddress = "",
    newsroom: OfNewsroom = None,
    endpoint: OfEndpoint = None,
    limit: Annotated[int, typer.Option(min=1, help="So many at most, the latest.")] = 50,
    *,
    dead: Annotated[bool, typer.Option("--dead", help="Only those that were given up.")] = False,
) -> None:
    """List the last word on each delivery, the latest at the end."""
    log = on_kafka(kafka, deliveries_until_now, newsroom)
    found = sorted(log.of(endpoint, over=dead), key=lambda attempt: attempt.attempted_at)
    for attempt in found[-limit:]:
        say(
            f"{in_utc(attempt.attempted_at)}  {attempt.outcome:10} {attempt.endpoint:16} {attempt.webhook_id}  "
            f"{attempt.watch_id}, attempt {attempt.attempt}: {answer_of(attempt)}"
        )
    left_out = max(0, len(found) - limit) + log.left_out
    older = f"; {amount(left_out, 'older one is', 'older ones are')} not shown" if left_out else ""
    say(amount(len(found), "delivery", "deliveries") + older)


def show(
    webhook_id: Annotated[str, typer.Argument(metavar="WEBHOOK_ID", help="As `deliveries list` shows it.")],
    kafka: KafkaAddress = "",
    newsroom: OfNewsroom = None,
) -> None:
    """Show every attempt of one delivery."""

    async def find(connection: Connection) -> list[DeliveryAttempted]:
        every = attempts_until_now(connection)
        found = [attempt async for attempt in every if attempt.webhook_id == webhook_id]
        if not found:
            raise unknown(webhook_id)
        return found

    attempts = on_kafka(kafka, find, newsroom)
    first, last = attempts[0], attempts[-1]
    say(f"{webhook_id} to {first.endpoint}: alert {first.alert_id} revision {first.alert_revision}, {first.watch_id}")
    for attempt in attempts:
        took = "" if attempt.duration_seconds is None else f", {attempt.duration_seconds:.3f} s"
        told = f"attempt {attempt.attempt}: {attempt.outcome} ({answer_of(attempt)}{took})"
        say(f"{in_utc(attempt.attempted_at)}  {told}")
    say(outcome_of(last))


def redeliver(
    webhook_ids: Annotated[list[str] | None, typer.Argument(metavar="WEBHOOK_ID...", help="Which to send.")] = None,
    kafka: KafkaAddress = "",
    newsroom: OfNewsroom = None,
    endpoint: Annotated[str | None, typer.Option(metavar="ID", help="All that were given up of this endpoint.")] = None,
    timeout: WaitSeconds = 60,
) -> None:
    """Let the notifier start over with deliveries that were given up; exit code 0 when all are accepted at once."""
    told: list[DeliveryAttempted] = []

    async def send(connection: Connection) -> list[Order]:
        chosen = to_send_again(await deliveries_until_now(connection), webhook_ids or [], endpoint)
        now = SystemClock().now()
        return await give(connection, [order_redelivery(attempt, now) for attempt in chosen], timeout, told.append)

    unanswered = on_kafka(kafka, send, newsroom)
    for attempt in told:
        say(f"{attempt.webhook_id}: {outcome_of(attempt)}")
    for order in unanswered:
        complain(
            f"{order.command.webhook_id}: no report within {timeout:.0f} s: `wirewatch doctor` examines the notifier"
        )
    if unanswered or any(attempt.outcome != "delivered" for attempt in told):
        raise typer.Exit(FAILED)
    say(f"{amount(len(told), 'delivery was', 'deliveries were')} sent again")
