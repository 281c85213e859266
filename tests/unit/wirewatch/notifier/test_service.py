"""Which answers a sender takes for final; what arrives where is proved with real sockets and tables."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
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

    def __init__(self, delivery: Delivery, later: int = 0) -> None:
        self.due = [delivery]
        self.later = later
        self.claims = 0
        self.settled: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()

    async def claim(self, endpoint: str, limit: int, now: dt.datetime, until: dt.datetime) -> Sequence[Delivery]:
        assert (endpoint, limit > 0, until > now) == ("desk-1", True, True)
        self.claims += 1
        return [self.due.pop()] if self.due else []

    async def settle(self, delivery: Delivery, verdict: Verdict, report: DeliveryAttempted) -> int | None:
        assert report.webhook_id == delivery.webhook_id
        self.settled.set_result(verdict)
        return self.later

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
    async with sending(table, answer, **settings):
        return await table.settled


@asynccontextmanager
async def sending(
    table: OneDelivery, answer: Response | FetchError, at_once: int = 4, **settings: Any
) -> AsyncIterator[None]:
    """A sender that was woken once."""
    endpoint = Endpoint(id="desk-1", url="https://hooks.example/", max_in_flight=at_once)
    sender = Sender(endpoint, [b"k" * 32], table, Net(answer), StoppedClock(), NotifierSettings(**settings))
    running = asyncio.create_task(sender.run())
    sender.wake()
    async with asyncio.timeout(5):
        yield
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


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


@pytest.mark.parametrize(
    ("at_once", "later", "claims"),
    [(4, 0, 1), (1, 0, 2), (4, 1, 2)],
    ids=["fewer than asked for were due", "as many as asked for were due", "a later revision waited"],
)
async def test_who_has_sent_claims_again_where_something_may_be_left(at_once: int, later: int, claims: int) -> None:
    table = OneDelivery(ALERT, later)
    async with sending(table, answered(200), at_once):
        await table.settled
        await asyncio.sleep(0.05)

    assert table.claims == claims
