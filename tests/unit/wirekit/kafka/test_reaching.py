"""Asking a Kafka that does not answer."""

from __future__ import annotations

import pytest
from aiokafka.errors import (
    ClusterAuthorizationFailedError,
    KafkaConnectionError,
    KafkaError,
    KafkaTimeoutError,
    NodeNotReadyError,
)

from wirekit.kafka import reaching
from wirekit.kafka.reaching import until_answered


class Failing:
    """Fails with each of *errors*, then answers."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)

    async def ask(self) -> str:
        if self.errors:
            raise self.errors.pop(0)
        return "answer"


async def test_a_broker_that_is_away_is_asked_until_it_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaching, "AGAIN_SECONDS", 0)
    broker = Failing(
        KafkaConnectionError("Unable to bootstrap"),
        NodeNotReadyError(),
        KafkaError("Unable to get cluster metadata"),
        KafkaTimeoutError(),
        TimeoutError(),
    )

    assert await until_answered(broker.ask) == "answer"
    assert broker.errors == []


async def test_what_kafka_refuses_is_not_asked_again() -> None:
    with pytest.raises(ClusterAuthorizationFailedError):
        await until_answered(Failing(ClusterAuthorizationFailedError()).ask)
