"""What the answer of a token endpoint comes to, and how long a token is kept."""

from __future__ import annotations

import json
from typing import Any

import pytest
from aiokafka.errors import KafkaConnectionError, SaslAuthenticationFailed

from wirekit.kafka import Tokens, tokens
from wirekit.net import Headers, Response


def a_response(status: int = 200, body: object = None) -> Response:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Response(status, Headers(), raw, None, "https://id.example/token", (), plain_only=False)


class Given(Tokens):
    """Answers with what a test gives it, and counts."""

    def give(self, *answers: Response) -> None:
        self.answers = list(answers)

    async def _ask(self) -> Response:
        return self.answers.pop(0)


def given(*answers: Response) -> Given:
    made = Given("https://id.example/token", "newsroom", "hush")
    made.give(*answers)
    return made


def a_token(name: str, **more: object) -> Response:
    return a_response(body={"access_token": name, "token_type": "Bearer", **more})


class Time:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Time:
    moved = Time()
    monkeypatch.setattr(tokens, "time", moved)
    return moved


async def test_a_token_is_kept_for_four_fifths_of_its_life(clock: Time) -> None:
    source = given(a_token("one", expires_in=100), a_token("two", expires_in=100))
    seen = []
    for at in (0, 79, 81, 160):
        clock.now = 1000.0 + at
        seen.append(await source.token())

    assert seen == ["one", "one", "two", "two"]


async def test_a_token_without_a_life_is_kept_for_a_few_minutes(clock: Time) -> None:
    source = given(a_token("one"), a_token("two"))
    first = await source.token()
    clock.now += 600

    assert (first, await source.token()) == ("one", "two")


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_an_endpoint_that_cannot_answer_now_is_asked_again(status: int) -> None:
    source = given(a_response(status), a_token("one", expires_in=100))

    with pytest.raises(KafkaConnectionError, match=f"answers {status}"):
        await source.token()
    assert KafkaConnectionError.retriable
    assert await source.token() == "one"


@pytest.mark.parametrize(
    ("response", "words"),
    [
        (a_response(401, {"error": "invalid_client"}), "refuses the client newsroom: invalid_client"),
        (
            a_response(400, {"error": "invalid_scope", "error_description": "no such scope"}),
            "refuses the client newsroom: invalid_scope no such scope",
        ),
        (a_response(404, b"<html>not here</html>"), "answers 404 without a token"),
        (a_response(302, b""), "answers 302 without a token"),
        (a_response(200, {"token": "one"}), "answers 200 without a token"),
        (a_response(200, ["one"]), "answers 200 without a token"),
        (a_response(200, {"access_token": "one", "expires_in": "soon"}), "answers 200 without a token"),
        (a_response(200, {"access_token": "one", "expires_in": 0}), "gave a token that has expired"),
    ],
)
async def test_an_answer_without_a_good_token_is_a_refusal(response: Response, words: str) -> None:
    with pytest.raises(SaslAuthenticationFailed, match=words) as refusal:
        await given(response).token()

    assert "hush" not in str(refusal.value)


@pytest.mark.parametrize("challenge", [b'{"status":"invalid_token"}', b"\xff"])
async def test_what_kafka_says_of_a_token_that_it_rejects_is_raised(challenge: bytes) -> None:
    source = given(a_token("one", expires_in=100))
    login: Any = tokens._Authenticator(sasl_oauth_token_provider=source)
    sent = await login.step(None)

    with pytest.raises(SaslAuthenticationFailed, match="Kafka rejects the token"):
        await login.step(challenge)
    assert sent == (b"n,,\x01auth=Bearer one\x01\x01", True)


async def test_a_token_that_kafka_takes_is_the_end_of_the_login() -> None:
    login: Any = tokens._Authenticator(sasl_oauth_token_provider=given(a_token("one", expires_in=100)))
    await login.step(None)

    assert await login.step(b"") is None
