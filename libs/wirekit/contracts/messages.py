"""Which contracts the messages of a topic have, by the names in the topology."""

from __future__ import annotations

from wirekit.contracts import topology
from wirekit.contracts.alert import AlertRaised, AlertSuppressed, ArticleRevised, Candidate
from wirekit.contracts.article import EnrichedArticle, RawArticle
from wirekit.contracts.base import Message
from wirekit.contracts.delivery import DeliveryAttempted, DeliveryCommand
from wirekit.contracts.feed import FeedCommand, FeedEvent, FeedSeen, FeedSpec, FeedState
from wirekit.contracts.watch import Entity, Watch
from wirekit.contracts.watchlist import WatchlistRevision

_ALL: tuple[type[Message], ...] = (
    *(FeedSpec, FeedState, FeedSeen, FeedCommand, FeedEvent, RawArticle, EnrichedArticle),
    *(Entity, Watch, WatchlistRevision, Candidate, ArticleRevised, AlertRaised, AlertSuppressed),
    *(DeliveryAttempted, DeliveryCommand),
)
MESSAGES = {model.__name__: model for model in _ALL}
"""Every contract that travels on a topic, by its name."""


def messages_on(topic: str) -> tuple[type[Message], ...]:
    """The contracts of what lies on *topic*; rows and letters that have none are left out."""
    return tuple(MESSAGES[name] for name in topology.TOPICS[topic].messages if name in MESSAGES)
