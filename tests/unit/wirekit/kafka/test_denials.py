"""What an access list denies, in words."""

from __future__ import annotations

import pytest
from aiokafka.errors import (
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    KafkaError,
    TopicAuthorizationFailedError,
    TransactionalIdAuthorizationFailed,
    UnknownTopicOrPartitionError,
)

from wirekit.errors import ConfigError
from wirekit.kafka.denials import Denied, denied_as, denied_to


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (TopicAuthorizationFailedError("articles.raw"), "Kafka denies WRITE on the topic articles.raw"),
        (TopicAuthorizationFailedError({"b", "a"}), "Kafka denies WRITE on the topic a b"),
        (TopicAuthorizationFailedError(), "Kafka denies WRITE on the topic"),
        (GroupAuthorizationFailedError("enricher"), "Kafka denies READ on the group enricher"),
        (TransactionalIdAuthorizationFailed("poller-3"), "Kafka denies WRITE on the transactional id poller-3"),
        (ClusterAuthorizationFailedError(), "Kafka denies WRITE on the cluster"),
    ],
)
def test_a_denial_says_what_is_denied_on_what(error: KafkaError, words: str) -> None:
    with pytest.raises(Denied) as denied, denied_as("WRITE"):
        raise error

    assert str(denied.value) == words
    assert isinstance(denied.value, ConfigError)
    assert denied.value.__cause__ is error


def test_any_other_error_stays_what_it_is() -> None:
    with pytest.raises(UnknownTopicOrPartitionError), denied_as("READ"):
        raise UnknownTopicOrPartitionError


def test_who_knows_who_we_are_adds_it() -> None:
    with (
        pytest.raises(Denied, match=r"^Kafka denies READ on the topic a to User:desk$"),
        denied_to("User:desk"),
        denied_as("READ"),
    ):
        raise TopicAuthorizationFailedError("a")
