from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.builders import an_instant
from wirewatch.demo.receiver import MAX_BODY_BYTES, receiver_app, told
from wirewatch.notifier.body import body_of_test
from wirewatch.notifier.signing import signed_headers

KEY = b"k" * 32
NOW = an_instant(0)
BODY = json.dumps({"data": {"kind": "opened", "watch": {"id": "w"}, "evidence": [{"sentence": "They met."}]}}).encode()


class StoppedClock:
    def now(self) -> dt.datetime:
        return NOW


@pytest.fixture
def received() -> list[tuple[str, dict[str, Any]]]:
    return []


@pytest.fixture
def receiver(received: list[tuple[str, dict[str, Any]]]) -> httpx.AsyncClient:
    app = receiver_app(lambda: KEY, StoppedClock(), lambda webhook_id, body: received.append((webhook_id, body)))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://desk.example")


def signed(body: bytes, key: bytes = KEY) -> dict[str, str]:
    return signed_headers([key], "msg_1", int(NOW.timestamp()), body)


async def test_a_webhook_with_a_good_signature_is_taken_and_told(
    receiver: httpx.AsyncClient, received: list[tuple[str, dict[str, Any]]]
) -> None:
    answer = await receiver.post("/webhook", content=BODY, headers=signed(BODY))

    assert answer.status_code == 204
    assert [line for taken in received for line in told(*taken)] == [
        "verified webhook msg_1: opened · w",
        "      “They met.”",
    ]


def test_a_test_event_is_told_as_one() -> None:
    body = json.loads(body_of_test("msg_1", "desk-1", NOW))

    assert list(told("msg_1", body)) == ["verified webhook msg_1: a test event for endpoint desk-1"]


async def test_a_webhook_signed_with_another_key_is_refused(
    receiver: httpx.AsyncClient, received: list[tuple[str, dict[str, Any]]]
) -> None:
    answer = await receiver.post("/webhook", content=BODY, headers=signed(BODY, b"x" * 32))

    assert (answer.status_code, received) == (401, [])


async def test_a_body_beyond_the_limit_is_refused(receiver: httpx.AsyncClient) -> None:
    body = b" " * (MAX_BODY_BYTES + 1)

    assert (await receiver.post("/webhook", content=body, headers=signed(body))).status_code == 413


async def test_a_body_without_end_is_not_read_to_its_end(receiver: httpx.AsyncClient) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 1
            yield b" " * 1024

    answer = await receiver.post("/webhook", content=endless())

    assert answer.status_code == 413
    assert sent * 1024 <= 2 * MAX_BODY_BYTES
