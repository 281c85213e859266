"""Which deliveries an alert makes."""

from __future__ import annotations

import pytest

from tests.builders import ALERT_ID, NOON, an_alert
from wirekit.contracts import ids
from wirewatch.notifier.backoff import Answer, DeliveryOutcome, Verdict
from wirewatch.notifier.delivery import State, plan, plan_test, report_attempt, state_after
from wirewatch.notifier.endpoints import Endpoint


def known(*names: str, **changes: object) -> dict[str, Endpoint]:
    return {name: Endpoint.model_validate({"id": name, "url": "https://hooks.example/", **changes}) for name in names}


def test_an_alert_makes_one_delivery_for_each_endpoint_it_names() -> None:
    planned = plan(an_alert(notify=("desk-1", "desk-2", "desk-1")), known("desk-1", "desk-2", "desk-3"), (), NOON)

    assert [each.delivery.endpoint for each in planned] == ["desk-1", "desk-2"]
    assert [each.outcome for each in planned] == [None, None]
    assert planned[0].delivery.webhook_id == ids.webhook_id(ALERT_ID, 1, "desk-1")


def test_a_kind_that_an_endpoint_does_not_want_makes_none() -> None:
    assert plan(an_alert(kind="updated"), known("desk-1"), (), NOON) == []
    assert plan(an_alert(kind="digested"), known("desk-1"), (), NOON) == []


def test_an_endpoint_that_nobody_knows_is_unroutable_whatever_the_kind() -> None:
    (planned,) = plan(an_alert(kind="updated"), {}, (), NOON)

    assert planned.outcome is DeliveryOutcome.UNROUTABLE


def test_an_endpoint_that_said_it_is_gone_gets_none_but_a_test_event() -> None:
    (planned,) = plan(an_alert(), known("desk-1"), {"desk-1"}, NOON)

    assert planned.outcome is DeliveryOutcome.DISABLED
    assert plan_test("order-1", "desk-1", known("desk-1"), NOON).outcome is None


def test_the_same_order_makes_the_same_test_event_and_another_order_another() -> None:
    again = [plan_test(order, "desk-1", known("desk-1"), NOON).delivery.webhook_id for order in ("a", "a", "b")]

    assert again[0] == again[1] != again[2]


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (DeliveryOutcome.DELIVERED, State.DELIVERED),
        (DeliveryOutcome.RETRIED, State.PENDING),
        (DeliveryOutcome.DEAD, State.DEAD),
        (DeliveryOutcome.DISABLED, State.DEAD),
        (DeliveryOutcome.UNROUTABLE, State.UNROUTABLE),
    ],
)
def test_each_outcome_leaves_one_state(outcome: DeliveryOutcome, state: State) -> None:
    assert state_after(outcome) is state


def test_a_report_tells_what_was_tried_and_what_follows() -> None:
    (planned,) = plan(an_alert(), known("desk-1"), (), NOON)

    report = report_attempt(planned.delivery, Answer(503), Verdict(DeliveryOutcome.RETRIED, NOON), NOON, 0.1234567)

    told = (report.outcome, report.status, report.duration_seconds, report.next_attempt_at, report.watch_id)
    assert told == ("retried", 503, 0.123457, NOON, "brodie-ilk")
