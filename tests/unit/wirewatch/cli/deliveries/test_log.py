from __future__ import annotations

import datetime as dt

import pytest

from tests import builders
from wirekit.contracts import DeliveryAttempted
from wirekit.errors import ConfigError
from wirewatch.cli.deliveries.log import OVER, DeliveryLog, outcome_of, to_send_again
from wirewatch.notifier.backoff import DeliveryOutcome

AGAIN = "`wirewatch deliveries redeliver a` sends it again"


def log_of(*attempts: DeliveryAttempted) -> DeliveryLog:
    log = DeliveryLog()
    for attempt in attempts:
        log.hear(attempt)
    return log


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "endpoint desk-1 accepted the webhook (HTTP 200)"),
        ({"attempt": 3}, "endpoint desk-1 accepted the webhook (HTTP 200) at attempt 3"),
        (
            {"outcome": "retried", "status": 503, "next_attempt_at": builders.an_instant(32)},
            "endpoint desk-1 did not accept the webhook at attempt 1: HTTP 503; next try 2026-03-02 12:00:32 UTC",
        ),
        (
            {"outcome": "dead", "status": None, "error": "refused", "attempt": 11, "webhook_id": "a"},
            f"the webhook to endpoint desk-1 is given up at attempt 11: refused; {AGAIN}",
        ),
        (
            {"outcome": "dead", "status": 410, "webhook_id": "a"},
            (
                "the webhook to endpoint desk-1 is given up at attempt 1: "
                f"HTTP 410, which disables the endpoint until it accepts a test event; {AGAIN}"
            ),
        ),
        (
            {"outcome": "disabled", "status": None},
            (
                "no webhook is sent to endpoint desk-1: it has answered 410 and is disabled; "
                "`wirewatch endpoints test desk-1` enables it once it accepts, then "
                "`wirewatch deliveries redeliver --endpoint desk-1` sends what it missed"
            ),
        ),
        (
            {"outcome": "unroutable", "status": None},
            (
                "no webhook is sent to endpoint desk-1: the notifier's endpoints.yaml does not name it; "
                "name it in endpoints.yaml and start again, then "
                "`wirewatch deliveries redeliver --endpoint desk-1` sends what it missed"
            ),
        ),
        (
            {"outcome": "unroutable", "status": None, "alert_id": "test-1"},
            (
                "no webhook is sent to endpoint desk-1: the notifier's endpoints.yaml does not name it; "
                "name it in endpoints.yaml and start again, then `wirewatch endpoints test desk-1` sends another"
            ),
        ),
        ({"outcome": "snoozed", "status": None}, "the webhook to endpoint desk-1 is snoozed: no answer"),
    ],
)
def test_an_outcome_is_said_in_a_sentence(changes: dict[str, object], said: str) -> None:
    assert outcome_of(builders.a_delivery_attempt(**changes)) == said


def test_every_outcome_but_delivered_and_retried_is_the_end_of_a_delivery() -> None:
    assert {outcome.value for outcome in DeliveryOutcome} - {"delivered", "retried"} == OVER


def test_only_the_last_word_on_a_delivery_counts() -> None:
    log = log_of(
        builders.a_delivery_attempt(webhook_id="a", outcome="dead"),
        builders.a_delivery_attempt(webhook_id="b", outcome="retried", endpoint="desk-2"),
        builders.a_delivery_attempt(webhook_id="a", attempt=2),
    )

    assert [attempt.webhook_id for attempt in log.of()] == ["b", "a"]
    assert [attempt.webhook_id for attempt in log.of("desk-2")] == ["b"]
    assert log.of(over=True) == []
    assert [line.partition(":")[0] for line in log.undelivered(builders.NOON)] == ["endpoint desk-2"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {"outcome": "dead", "status": 500},
            (
                "1 delivery dead, the last 2026-03-02 12:00:02 UTC: HTTP 500; once it accepts, "
                "`wirewatch deliveries redeliver --endpoint desk-1` sends what it missed"
            ),
        ),
        (
            {"outcome": "disabled", "status": None},
            (
                "1 delivery disabled, the last 2026-03-02 12:00:02 UTC: it has answered 410 and is disabled; "
                "`wirewatch endpoints test desk-1` enables it once it accepts, "
                "then `wirewatch deliveries redeliver --endpoint desk-1` sends what it missed"
            ),
        ),
        (
            {"outcome": "unroutable", "status": None},
            (
                "1 delivery unroutable, the last 2026-03-02 12:00:02 UTC: the notifier's endpoints.yaml does not name "
                "it; name it in endpoints.yaml and start again, "
                "then `wirewatch deliveries redeliver --endpoint desk-1` sends what it missed"
            ),
        ),
        (
            {"outcome": "retried", "status": 503, "next_attempt_at": builders.an_instant(32)},
            "1 delivery retried, the last 2026-03-02 12:00:02 UTC: HTTP 503; next try 2026-03-02 12:00:32 UTC",
        ),
    ],
)
def test_what_is_not_delivered_is_told_with_when_it_happened_and_what_clears_it(
    changes: dict[str, object], told: str
) -> None:
    log = log_of(builders.a_delivery_attempt(**changes))

    assert list(log.undelivered(builders.NOON)) == [f"endpoint desk-1: {told}"]


def test_what_is_older_than_the_topic_keeps_is_not_complained_about() -> None:
    log = log_of(builders.a_delivery_attempt(outcome="dead"))

    assert len(list(log.undelivered(builders.NOON + dt.timedelta(days=29)))) == 1
    assert list(log.undelivered(builders.NOON + dt.timedelta(days=31))) == []


def a_test(outcome: str) -> DeliveryAttempted:
    return builders.a_delivery_attempt(alert_id="test-1", webhook_id="msg_1", status=500, outcome=outcome)


@pytest.mark.parametrize("outcome", ["unroutable", "delivered"])
def test_a_test_event_for_nobody_or_one_that_arrived_is_no_trouble(outcome: str) -> None:
    assert list(log_of(a_test(outcome)).undelivered(builders.NOON)) == []


def test_a_test_event_that_failed_is_told_until_something_arrives() -> None:
    failed = log_of(a_test("dead"))
    said = list(failed.undelivered(builders.NOON))
    failed.hear(builders.a_delivery_attempt())

    assert said == [
        (
            "endpoint desk-1 did not accept the test event: HTTP 500, 2026-03-02 12:00:02 UTC; "
            "`wirewatch endpoints test desk-1` sends another"
        )
    ]
    assert list(failed.undelivered(builders.NOON)) == []


def test_sending_again_what_an_endpoint_missed_leaves_out_test_events() -> None:
    assert to_send_again(log_of(a_test("dead")), [], "desk-1") == []
    assert to_send_again(log_of(a_test("dead")), ["msg_1"], None) == [a_test("dead")]


def test_of_too_many_deliveries_the_oldest_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wirewatch.cli.deliveries.log.MOST", 2)
    log = log_of(*(builders.a_delivery_attempt(webhook_id=name) for name in "abc"))

    assert ([attempt.webhook_id for attempt in log.of()], log.left_out) == (["b", "c"], 1)


def test_only_what_was_given_up_may_be_sent_again() -> None:
    dead = builders.a_delivery_attempt(webhook_id="dead", outcome="dead")
    log = log_of(dead, builders.a_delivery_attempt(webhook_id="sent"))

    assert to_send_again(log, ["dead", "dead"], None) == [dead]
    assert to_send_again(log, ["dead"], "desk-1") == [dead]
    assert to_send_again(log, [], "desk-1") == [dead]
    with pytest.raises(ConfigError, match="sent is delivered: only what was given up is sent again"):
        to_send_again(log, ["sent"], None)
    with pytest.raises(ConfigError, match="of nothing nothing was reported"):
        to_send_again(log, ["nothing"], None)
    with pytest.raises(ConfigError, match="name a WEBHOOK_ID"):
        to_send_again(log, [], None)
