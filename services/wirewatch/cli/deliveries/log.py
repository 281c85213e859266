"""What became of deliveries, as ``deliveries.attempted`` tells it, and how that is said. Reads no topic itself."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from http import HTTPStatus

from wirekit.contracts import DeliveryAttempted, ids
from wirekit.contracts.topology import DELIVERIES_ATTEMPTED
from wirekit.errors import ConfigError
from wirewatch.cli.phrases import amount, in_utc

OVER = frozenset(("dead", "disabled", "unroutable"))
"""Outcomes after which nothing is sent any more, unless somebody orders it."""
MOST = 100_000
_UNSENT = {
    "disabled": "it has answered 410 and is disabled",
    "unroutable": "the notifier's endpoints.yaml does not name it",
}


class DeliveryLog:
    """The last word on each delivery, in the order in which it was spoken; of more than MOST the latest."""

    def __init__(self) -> None:
        self._last: dict[str, DeliveryAttempted] = {}
        self.left_out = 0

    def hear(self, attempt: DeliveryAttempted) -> None:
        """Take the next attempt."""
        self._last.pop(attempt.webhook_id, None)
        self._last[attempt.webhook_id] = attempt
        if len(self._last) > MOST:
            del self._last[next(iter(self._last))]
            self.left_out += 1

    def find(self, webhook_id: str) -> DeliveryAttempted | None:
        """The last word on one delivery."""
        return self._last.get(webhook_id)

    def of(self, endpoint: str | None = None, *, over: bool = False) -> list[DeliveryAttempted]:
        """The last words on the deliveries to *endpoint*, or to all; with *over* only on those that were given up."""
        return [
            attempt
            for attempt in self._last.values()
            if endpoint in (None, attempt.endpoint) and (not over or attempt.outcome in OVER)
        ]

    def undelivered(self, now: dt.datetime) -> Iterator[str]:
        """What is not delivered, in a sentence for each endpoint and outcome, with what clears it.

        Of test events, which are nobody's loss, only one that failed and was an endpoint's last. What is older than the
        topic keeps is past: it may lie there still.
        """
        since = now - dt.timedelta(days=DELIVERIES_ATTEMPTED.retention_days or 0)
        groups: dict[tuple[str, str], list[DeliveryAttempted]] = defaultdict(list)
        for attempt in self._last.values():
            if attempt.outcome != "delivered" and ids.is_alert_id(attempt.alert_id) and attempt.attempted_at > since:
                groups[attempt.endpoint, attempt.outcome].append(attempt)
        for (endpoint, outcome), attempts in sorted(groups.items()):
            last = max(attempts, key=lambda attempt: attempt.attempted_at)
            counted = amount(len(attempts), "delivery", "deliveries")
            told = f"{counted} {outcome}, the last {in_utc(last.attempted_at)}: {answer_of(last)}"
            yield f"endpoint {endpoint}: {told}; {_remedy(last)}"
        for endpoint, last in {attempt.endpoint: attempt for attempt in self._last.values()}.items():
            if last.outcome == "dead" and not ids.is_alert_id(last.alert_id) and last.attempted_at > since:
                again = f"`wirewatch endpoints test {endpoint}` sends another"
                yield f"{outcome_of(last)}, {in_utc(last.attempted_at)}; {again}"


def to_send_again(log: DeliveryLog, webhook_ids: Iterable[str], endpoint: str | None) -> list[DeliveryAttempted]:
    """The last words on the deliveries *webhook_ids*, and on all alerts that were given up for *endpoint*.

    Raises:
        ConfigError: Neither names one, or one is unknown, or was not given up.
    """
    named = []
    for webhook_id in dict.fromkeys(webhook_ids):
        attempt = log.find(webhook_id)
        if attempt is None:
            raise unknown(webhook_id)
        if attempt.outcome not in OVER:
            raise ConfigError(f"{webhook_id} is {attempt.outcome}: only what was given up is sent again")
        named.append(attempt)
    if not named and endpoint is None:
        raise ConfigError("name a WEBHOOK_ID (`wirewatch deliveries list --dead` shows them), or --endpoint")
    if endpoint is not None:
        given_up = (attempt for attempt in log.of(endpoint, over=True) if ids.is_alert_id(attempt.alert_id))
        named += [attempt for attempt in given_up if attempt not in named]
    return named


def unknown(webhook_id: str) -> ConfigError:
    """Nobody has spoken of that delivery."""
    return ConfigError(f"of {webhook_id} nothing was reported in the last {DELIVERIES_ATTEMPTED.retention_days} days")


def answer_of(attempt: DeliveryAttempted) -> str:
    """What the endpoint answered, or why it could not."""
    if attempt.outcome in _UNSENT:
        return _UNSENT[attempt.outcome]
    if attempt.status == HTTPStatus.GONE:
        return "HTTP 410, which disables the endpoint until it accepts a test event"
    return f"HTTP {attempt.status}" if attempt.status else attempt.error or "no answer"


def _remedy(attempt: DeliveryAttempted) -> str:
    """What clears a delivery of which *attempt* is the last word."""
    endpoint = attempt.endpoint
    again = f"`wirewatch deliveries redeliver --endpoint {endpoint}` sends what it missed"
    if not ids.is_alert_id(attempt.alert_id):
        again = f"`wirewatch endpoints test {endpoint}` sends another"
    match attempt.outcome:
        case "retried":
            return f"next try {in_utc(attempt.next_attempt_at)}" if attempt.next_attempt_at else "tried again by itself"
        case "disabled":
            return f"`wirewatch endpoints test {endpoint}` enables it once it accepts, then {again}"
        case "unroutable":
            return f"name it in endpoints.yaml and start again, then {again}"
        case _:
            return f"once it accepts, {again}"


def outcome_of(attempt: DeliveryAttempted) -> str:
    """What became of an attempt, as an operator would say it."""
    endpoint, answer = attempt.endpoint, answer_of(attempt)
    match attempt.outcome:
        case "dead" if not ids.is_alert_id(attempt.alert_id):
            return f"endpoint {endpoint} did not accept the test event: {answer}"
        case "delivered":
            again = f" at attempt {attempt.attempt}" if attempt.attempt > 1 else ""
            return f"endpoint {endpoint} accepted the webhook ({answer}){again}"
        case "retried":
            when = f"; next try {in_utc(attempt.next_attempt_at)}" if attempt.next_attempt_at else ""
            return f"endpoint {endpoint} did not accept the webhook at attempt {attempt.attempt}: {answer}{when}"
        case "dead":
            again = f"`wirewatch deliveries redeliver {attempt.webhook_id}` sends it again"
            return f"the webhook to endpoint {endpoint} is given up at attempt {attempt.attempt}: {answer}; {again}"
        case "disabled" | "unroutable":
            return f"no webhook is sent to endpoint {endpoint}: {answer}; {_remedy(attempt)}"
        case other:
            return f"the webhook to endpoint {endpoint} is {other}: {answer}"
