"""A transactional writer and the coordinator that it looks for; what it writes is tested on Kafka."""

from __future__ import annotations

import pytest
from aiokafka import TopicPartition
from aiokafka.client import AIOKafkaClient, CoordinationType
from aiokafka.errors import KafkaConnectionError

from wirekit.kafka import Connection
from wirekit.streams.publisher import FencedWriter

KAFKA = "127.0.0.1:9"


async def test_a_broker_that_dies_while_it_looks_for_the_coordinator_is_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers: list[int | Exception] = [KafkaConnectionError("closed"), KafkaConnectionError("closed"), 3]

    async def lookup(*_: object) -> int:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def at_once(*_: object, **__: object) -> bool:
        return True

    monkeypatch.setattr(AIOKafkaClient, "coordinator_lookup", lookup)
    monkeypatch.setattr(AIOKafkaClient, "force_metadata_update", at_once)
    monkeypatch.setattr(AIOKafkaClient, "ready", at_once)
    writer = FencedWriter(Connection(KAFKA), "poller", TopicPartition("feeds.registry", 7))

    found = await writer._producer._sender._find_coordinator(CoordinationType.TRANSACTION, "poller-7")
    await writer.stop()

    assert found == 3
