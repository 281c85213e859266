"""What the broker is told of a topic."""

from __future__ import annotations

import asyncio

import pytest

from wirekit.contracts import topology
from wirekit.errors import ConfigError, TemporaryFailure
from wirekit.kafka import Connection
from wirekit.kafka.admin import Difference, TopicAdmin, _refuse_unpaired, settings_of


class DeafClient:
    """A client whose broker never answers."""

    def __init__(self, **_: object) -> None:
        MADE.append(self)
        self.is_closed = False

    async def start(self) -> None:
        await asyncio.Event().wait()

    async def close(self) -> None:
        self.is_closed = True


MADE: list[DeafClient] = []


async def test_a_broker_that_does_not_answer_in_time_leaves_no_client_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wirekit.kafka.admin.AIOKafkaAdminClient", DeafClient)
    MADE.clear()

    with pytest.raises(TemporaryFailure, match="start one with `wirewatch up`"):
        await TopicAdmin(Connection("127.0.0.1:9"), within=0.01).__aenter__()

    assert [client.is_closed for client in MADE] == [True]


def test_a_topic_with_retention_is_deleted_by_age() -> None:
    assert settings_of(topology.ARTICLES_RAW) == {
        "cleanup.policy": "delete",
        "retention.ms": str(7 * 24 * 3600 * 1000),
        "max.message.bytes": str(4 * 1024 * 1024),
    }


def test_a_compacted_topic_rolls_small_segments() -> None:
    settings = settings_of(topology.FEEDS_STATE)

    assert settings["cleanup.policy"] == "compact"
    assert settings.keys() >= {"segment.bytes", "segment.ms", "min.cleanable.dirty.ratio", "max.message.bytes"}
    assert "retention.ms" not in settings


def test_dead_letters_take_larger_records() -> None:
    assert settings_of(topology.ARTICLES_RAW.dead_letters)["max.message.bytes"] == str(5 * 1024 * 1024)


def test_state_must_have_as_many_partitions_as_its_source() -> None:
    _refuse_unpaired({"feeds.registry": 12, "feeds.state": 12, "alerts.candidates": 3})

    with pytest.raises(ConfigError, match=r"alerts\.candidates has 12 partitions and alerts\.state has 6"):
        _refuse_unpaired({"alerts.candidates": 12, "alerts.state": 6})


def test_a_difference_reads_as_a_sentence() -> None:
    assert str(Difference("t", "partitions", "12", "3")) == "t: partitions is 3, not 12"
