"""What is said of a Kafka that is away, and the sentences of aiokafka on which that rests."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Iterator

import pytest
from aiokafka import client, conn
from aiokafka.consumer import fetcher, group_coordinator
from aiokafka.errors import NodeNotReadyError
from structlog.testing import capture_logs

from wirekit.runtime.outage import Outage

REFUSED = 'Unable connect to "127.0.0.1:9": [Errno 111] Connection refused'
NOT_READY = "Failed fetch messages from 1: NodeNotReadyError: Attempt to send a request to node which is not ready"
DEAD = "Marking the coordinator dead (node 1)for group g."
ANSWER = "Response from 127.0.0.1:9 7: FetchResponse"


@pytest.fixture
def outage() -> Iterator[Outage]:
    answers = logging.getLogger("aiokafka.conn")
    before = list(answers.filters)
    yield Outage()
    answers.filters[:] = before
    answers.setLevel(logging.NOTSET)


def said(outage: Outage, *sentences: tuple[float, str]) -> tuple[list[tuple[str, int]], list[str]]:
    """Our events with their seconds, and the sentences that went further."""
    passed = []
    with capture_logs() as events:
        for at, sentence in sentences:
            is_answer = sentence == ANSWER
            name, level = ("aiokafka.conn", logging.DEBUG) if is_answer else ("aiokafka.client", logging.ERROR)
            record = logging.LogRecord(name, level, "", 0, sentence, None, None)
            record.created = at
            heard_by = logging.getLogger(name) if is_answer else outage
            if heard_by.filter(record):
                passed.append(sentence)
    return [(event["event"], event["seconds"]) for event in events], passed


def test_an_outage_is_one_line_at_its_beginning_one_a_minute_and_one_at_its_end(outage: Outage) -> None:
    hundreds = [(second / 10, NOT_READY) for second in range(1000)]
    events, passed = said(outage, (0.0, REFUSED), *hundreds, (100.0, DEAD), (104.0, ANSWER), (105.0, ANSWER))

    assert events == [("kafka.unreachable", 0), ("kafka.unreachable", 60), ("kafka.answered", 104)]
    assert passed == []


@pytest.mark.parametrize("logger", ["aiokafka.consumer.group_coordinator", "asyncio"])
@pytest.mark.parametrize("error", [AssertionError("Did we not perform bootstrap?"), NodeNotReadyError("node 1")])
def test_what_aiokafka_stumbles_over_while_kafka_is_away_is_no_traceback_of_its_own(
    outage: Outage, logger: str, error: Exception
) -> None:
    record = logging.LogRecord(logger, logging.ERROR, "", 0, "Unexpected error", None, (type(error), error, None))
    with capture_logs() as events:
        is_passed = outage.filter(record)

    assert ([event["event"] for event in events], is_passed) == (["kafka.unreachable"], False)


def test_what_asyncio_says_of_others_passes(outage: Outage) -> None:
    error = ValueError("ours")
    record = logging.LogRecord("asyncio", logging.ERROR, "", 0, "Unexpected", None, (ValueError, error, None))

    assert outage.filter(record)


def test_the_line_says_what_aiokafka_said_first(outage: Outage) -> None:
    with capture_logs() as events:
        outage.filter(logging.LogRecord("aiokafka", logging.ERROR, "", 0, "%s", (REFUSED,), None))

    assert [(event["detail"], event["log_level"]) for event in events] == [(REFUSED, "error")]


def test_one_broker_that_is_away_while_the_others_answer_is_no_flicker(outage: Outage) -> None:
    events, _ = said(outage, *((at / 2, sentence) for at in range(100) for sentence in (NOT_READY, ANSWER)))

    assert events == [("kafka.unreachable", 0)]


def test_answers_are_logged_only_while_they_are_waited_for(outage: Outage) -> None:
    answers = logging.getLogger("aiokafka.conn")
    levels = [answers.level]
    said(outage, (0.0, REFUSED))
    levels.append(answers.level)
    said(outage, (9.0, ANSWER))
    levels.append(answers.level)

    assert levels == [logging.NOTSET, logging.DEBUG, logging.NOTSET]


def test_what_follows_from_an_outage_is_said_when_there_is_none(outage: Outage) -> None:
    assert said(outage, (0.0, DEAD)) == ([], [DEAD])
    assert said(outage, (1.0, REFUSED), (2.0, DEAD), (9.0, ANSWER), (10.0, DEAD))[1] == [DEAD]


def test_other_libraries_and_other_troubles_are_left_alone(outage: Outage) -> None:
    stranger = logging.LogRecord("uvicorn", logging.ERROR, "", 0, "KafkaConnectionError", None, None)
    trouble = "OffsetCommit failed for group g - UnknownMemberIdError"

    assert outage.filter(stranger)
    assert said(outage, (0.0, trouble)) == ([], [trouble])


def test_aiokafka_says_what_we_listen_for() -> None:
    said_by = {module: inspect.getsource(module) for module in (client, conn, fetcher, group_coordinator)}

    assert "Unable connect to" in said_by[client]
    assert "Unable to request metadata from" in said_by[client]
    assert "Unable to update metadata from" in said_by[client]
    assert "Failed fetch messages from" in said_by[fetcher]
    assert "Marking the coordinator dead" in said_by[group_coordinator]
    assert '"Response from' in said_by[conn]
    assert conn.log.name == "aiokafka.conn"


@pytest.mark.parametrize(("level", "is_said"), [(logging.WARNING, False), (logging.ERROR, True)])
def test_a_coordinator_that_moves_without_an_outage_is_not_worth_a_warning(
    outage: Outage, level: int, *, is_said: bool
) -> None:
    record = logging.LogRecord("aiokafka.consumer.group_coordinator", level, "", 0, DEAD, None, None)

    assert outage.filter(record) is is_said
