from __future__ import annotations

from wirekit.contracts import FeedSeen, FeedState, topology
from wirekit.contracts.base import Message
from wirekit.contracts.messages import MESSAGES, messages_on


def test_a_topic_has_the_contracts_that_the_topology_names() -> None:
    assert messages_on("feeds.state") == (FeedState, FeedSeen)
    assert messages_on("alerts.state") == messages_on("articles.raw.dlq") == ()


def test_every_contract_lies_on_a_topic_and_no_other_message_is_missing() -> None:
    named = {name for topic in topology.TOPICS.values() for name in topic.messages}
    written = {model.__name__ for model in Message.__subclasses__() if model.__module__.startswith("wirekit.contracts")}

    assert set(MESSAGES) == written == named - {"WatchRow", "DeadLetter"}
