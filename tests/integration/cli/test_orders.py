"""Orders to a real notifier: a test event, and deliveries that were given up sent again."""

from __future__ import annotations

from pathlib import Path

from tests.integration.notifier.receiver import a_receiver
from tests.integration.notifier.running import a_notifier_process, alert_record, outgoing, reports, write_endpoints
from tests.integration.streams.topics import fill
from wirekit.clock import SystemClock
from wirekit.contracts import DeliveryAttempted
from wirekit.kafka import Connection
from wirewatch.cli.deliveries.history import deliveries_until_now
from wirewatch.cli.deliveries.orders import give, order_redelivery, order_test

SECONDS = 60


async def test_a_test_event_is_answered_by_the_receiver_and_one_for_nobody_is_unroutable(
    tmp_path: Path, blank_topics: Connection
) -> None:
    told: list[DeliveryAttempted] = []
    now = SystemClock().now()
    async with a_receiver() as receiver:
        write_endpoints(tmp_path, receiver)
        async with a_notifier_process(tmp_path, blank_topics):
            orders = [order_test("desk-1", now), order_test("nobody", now)]
            unanswered = await give(blank_topics, orders, SECONDS, told.append)

    assert unanswered == []
    assert {attempt.endpoint: attempt.outcome for attempt in told} == {"desk-1": "delivered", "nobody": "unroutable"}


async def test_a_delivery_that_was_given_up_is_sent_again_and_accepted(
    tmp_path: Path, blank_topics: Connection
) -> None:
    told: list[DeliveryAttempted] = []
    async with a_receiver(lambda number: "500 Broken" if number < 3 else "200 OK") as receiver:
        write_endpoints(tmp_path, receiver)
        async with a_notifier_process(tmp_path, blank_topics):
            await fill(blank_topics, [outgoing(alert_record())])
            await reports(blank_topics, 3)
            (dead,) = (await deliveries_until_now(blank_topics)).of("desk-1", over=True)
            order = order_redelivery(dead, SystemClock().now())
            unanswered = await give(blank_topics, [order], SECONDS, told.append)

    assert unanswered == []
    assert [(attempt.webhook_id, attempt.attempt, attempt.outcome) for attempt in told] == [
        (dead.webhook_id, 4, "delivered")
    ]


async def test_where_no_notifier_runs_the_order_comes_back_unanswered(blank_topics: Connection) -> None:
    order = order_test("desk-1", SystemClock().now())

    assert await give(blank_topics, [order], 1, print) == [order]
