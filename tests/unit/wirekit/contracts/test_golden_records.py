"""Every message against its golden record: what was once on the wire stays readable, what we write stays the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import builders
from wirekit.contracts import Message, topology

GOLDEN = Path(__file__).parents[3] / "data" / "contracts"
MESSAGES: dict[str, Callable[[], Message]] = {
    "FeedSpec": builders.a_feed,
    "FeedState": builders.a_feed_state,
    "FeedSeen": builders.a_feed_seen,
    "FeedEvent": builders.a_feed_event,
    "FeedCommand": builders.a_feed_command,
    "RawArticle": builders.a_raw_article,
    "EnrichedArticle": builders.an_article,
    "Entity": builders.an_entity,
    "Watch": builders.a_watch,
    "WatchlistRevision": builders.a_watchlist_revision,
    "Candidate": builders.a_candidate,
    "ArticleRevised": builders.a_revised_article,
    "AlertRaised": builders.an_alert,
    "AlertSuppressed": builders.a_suppressed_alert,
    "DeliveryAttempted": builders.a_delivery_attempt,
    "DeliveryCommand": builders.a_delivery_command,
}
ELSEWHERE = {"WatchRow", "DeadLetter"}  # the alerter's own row, and original bytes


def golden(name: str) -> bytes:
    return (GOLDEN / f"{name}.v1.json").read_bytes()


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_is_written_as_its_golden_record(name: str) -> None:
    written = json.loads(MESSAGES[name]().to_json())

    assert written == json.loads(golden(name))


@pytest.mark.parametrize("name", MESSAGES)
def test_a_golden_record_is_read_as_the_message(name: str) -> None:
    message = MESSAGES[name]()

    assert type(message).model_validate_json(golden(name)) == message


@pytest.mark.parametrize("name", MESSAGES)
def test_a_reader_ignores_a_field_that_it_does_not_know(name: str) -> None:
    message = MESSAGES[name]()
    newer = json.dumps(json.loads(golden(name)) | {"added_later": {"a": 1}})

    assert type(message).model_validate_json(newer) == message


def test_every_message_of_the_topology_has_a_golden_record() -> None:
    named = {message for topic in topology.TOPICS.values() for message in topic.messages}

    assert named - ELSEWHERE == set(MESSAGES)


def test_no_two_messages_share_an_event_type() -> None:
    types = [make().event_type for make in MESSAGES.values()]

    assert len(types) == len(set(types))
