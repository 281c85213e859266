"""Which answers a sender takes for final; what arrives where is proved with real sockets and tables."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from tests import builders
from wirekit.contracts import DeliveryAttempted
from wirekit.net import FetchError, Headers, Reason, RefusedName, RefusedRequest, Request, Response, Unreachable
from wirewatch.notifier.backoff import Verdict
from wirewatch.notifier.delivery import TEST_WATCH, Delivery
from wirewatch.notifier.endpoints import Endpoint
from wirewatch.notifier.service import Sender
from wirewatch.notifier.settings import NotifierSettings

ALERT = Delivery("msg_1", "desk-1", builders.ALERT_ID, 1, "brodie-ilk", b"{}", attempts=1, tries=1)
TEST = Delivery("msg_2", "desk-1", "test-1", 1, TEST_WATCH, b"{}", attempts=1, tries=1)
REFUSED_NAME = RefusedName(Reason.BLOCKED_ADDRESS, "10.0.0.1 is not public")
REFUSED_URL = RefusedRequest(Reason.BLOCKED_ADDRESS, "10.0.0.1 is not public")


class StoppedClock:
    def now(self) -> dt.datetime:
        return builders.NOON


class OneDelivery:
    """A table with one delivery in it, which is due."""

    def __init__(self, delivery: Delivery) -> None:
        self.due = [delivery]
        self.settled: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()

    async def claim(self, endpoint: str, limit: int, now: dt.datetime, until: dt.datetime) -> Sequence[Delivery]:
        assert (endpoint, limit > 0, until > now) == ("desk-1", True, True)
        return [self.due.pop()] if self.due else []

    async def settle(self, delivery: Delivery, verdict: Verdict, report: DeliveryAttempted) -> bool:
        assert report.webhook_id == delivery.webhook_id
        self.settled.set_result(verdict)
        return True

    async def disable(self, endpoint: Endpoint, now: dt.datetime) -> int:
        raise AssertionError(endpoint.id, now)


class Net:
    """Answers every request the same."""

    def __init__(self, answer: Response | FetchError) -> None:
        self.answer = answer

    async def request(self, request: Request) -> Response:
        if isinstance(self.answer, FetchError):
            raise self.answer
        assert request.method == "POST"
        return self.answer


async def sent(delivery: Delivery, answer: Response | FetchError, **settings: Any) -> Verdict:
    """What follows when *delivery* is answered so."""
    table = OneDelivery(delivery)
    endpoint = Endpoint(id="desk-1", url="https://hooks.example/")
    sender = Sender(endpoint, [b"k" * 32], table, Net(answer), StoppedClock(), NotifierSettings(**settings))
    running = asyncio.create_task(sender.run())
    sender.wake()
    verdict = await asyncio.wait_for(table.settled, 5)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    return verdict


def answered(status: int, *fields: tuple[str, str]) -> Response:
    return Response(status, Headers(fields), b"", None, "https://hooks.example/", (), plain_only=False)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (answered(503), "retried"),
        (Unreachable(Reason.CONNECT, "no connection"), "retried"),
        (REFUSED_NAME, "retried"),
        (REFUSED_URL, "dead"),
    ],
    ids=["busy", "down", "a name that resolves to a private address", "a private address in the URL"],
)
async def test_an_alert_is_tried_again_unless_nothing_outside_could_change_the_answer(
    answer: Response | FetchError, outcome: str
) -> None:
    assert (await sent(ALERT, answer)).outcome == outcome


@pytest.mark.parametrize("answer", [answered(503), answered(404), Unreachable(Reason.CONNECT), REFUSED_NAME])
async def test_a_test_event_is_sent_once_whatever_is_answered(answer: Response | FetchError) -> None:
    verdict = await sent(TEST, answer)

    assert (verdict.outcome, verdict.next_at) == ("dead", None)


async def test_an_endpoint_rests_as_long_as_it_asks_and_a_setting_lets_it() -> None:
    busy = answered(429, ("Retry-After", "90000"))

    assert (await sent(ALERT, busy)).rest_until == builders.NOON + dt.timedelta(hours=6)
    assert (await sent(ALERT, busy, retry_after_seconds=60)).rest_until == builders.NOON + dt.timedelta(minutes=1)
