"""Which ends are told in one sentence, and the words of aiokafka on which that rests."""

from __future__ import annotations

import inspect

import pytest
from aiokafka import client
from aiokafka.errors import KafkaError, NodeNotReadyError, ProducerFenced, UnknownError

from wirekit.kafka import known_end

BOOTSTRAP = "Did we not perform bootstrap?"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ProducerFenced(), "another process has taken a partition of ours over"),
        (NodeNotReadyError("node 1"), "Kafka could not do it for now: NodeNotReadyError: node 1"),
        (AssertionError(BOOTSTRAP), "Kafka did not answer: it named no broker"),
    ],
)
def test_what_is_kafkas_doing_is_a_sentence(error: Exception, reason: str) -> None:
    assert (known_end(error) or "").startswith(reason)


@pytest.mark.parametrize("error", [KafkaError("bare"), UnknownError(), AssertionError("ours"), ValueError("ours")])
def test_what_nobody_expected_keeps_its_traceback(error: Exception) -> None:
    assert known_end(error) is None


def test_aiokafka_still_stumbles_in_these_words() -> None:
    assert BOOTSTRAP in inspect.getsource(client)
