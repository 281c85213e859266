"""The topics: names, keys, partitions, retention, and which service reads and writes which, in which group.

The topic admin, the services' README, docker-compose and the documentation are checked against this table.
The partition counts of ``feeds.registry`` and ``feeds.state``, and of ``alerts.candidates`` and ``alerts.state``, are
equal for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

MAX_RECORD_BYTES = 4 * 1024 * 1024
MAX_DEAD_LETTER_BYTES = 5 * 1024 * 1024
DEAD_LETTER_SUFFIX = ".dlq"


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic.

    Attributes:
        key: What the record key holds.
        partitions: Fixed for ever.
        retention_days: Days a record is kept; None for a compacted topic, which keeps the last record of each key.
        messages: Names of the contracts on it.
        public: Whether downstream services may subscribe to it.
        max_bytes: Largest record in bytes.
    """

    name: str
    key: str
    partitions: int
    retention_days: int | None
    messages: tuple[str, ...]
    public: bool = False
    max_bytes: int = MAX_RECORD_BYTES

    @property
    def compacted(self) -> bool:
        """Whether the topic keeps the last record of each key."""
        return self.retention_days is None

    @property
    def dead_letters(self) -> Topic:
        """The topic that takes what could not be handled on this one."""
        return Topic(self.name + DEAD_LETTER_SUFFIX, self.key, 1, 30, ("DeadLetter",), max_bytes=MAX_DEAD_LETTER_BYTES)


@dataclass(frozen=True, slots=True)
class Group:
    """A consumer group: its members share out the partitions of its topics."""

    name: str
    topics: tuple[Topic, ...]

    @property
    def topic_names(self) -> tuple[str, ...]:
        """The names of its topics."""
        return tuple(topic.name for topic in self.topics)


@dataclass(frozen=True, slots=True)
class Service:
    """One process kind: what it reads, writes and buries (unreadable records of that topic), and what it remembers.

    What none of its *groups* shares out, every replica reads whole.
    """

    name: str
    reads: tuple[Topic, ...]
    writes: tuple[Topic, ...]
    remembers: str
    buries: tuple[Topic, ...] = ()
    groups: tuple[Group, ...] = ()


FEEDS_REGISTRY = Topic("feeds.registry", "feed_id", 12, None, ("FeedSpec",))
FEEDS_STATE = Topic("feeds.state", "feed_id", 12, None, ("FeedState", "FeedSeen"))
FEEDS_COMMANDS = Topic("feeds.commands", "feed_id", 1, 1, ("FeedCommand",))
FEEDS_EVENTS = Topic("feeds.events", "feed_id", 1, 30, ("FeedEvent",), public=True)
ARTICLES_RAW = Topic("articles.raw", "article_id", 12, 7, ("RawArticle",), public=True)
ARTICLES_ENRICHED = Topic("articles.enriched", "article_id", 12, 14, ("EnrichedArticle",), public=True)
WATCHLIST = Topic("watchlist", "entity/… | watch/… | @revision", 1, None, ("Entity", "Watch", "WatchlistRevision"))
ALERTS_CANDIDATES = Topic("alerts.candidates", "watch_id", 12, 14, ("Candidate", "ArticleRevised"))
ALERTS_STATE = Topic("alerts.state", "watch_id", 12, None, ("WatchRow",))
ALERTS_RAISED = Topic("alerts.raised", "watch_id", 12, 90, ("AlertRaised",), public=True)
ALERTS_SUPPRESSED = Topic("alerts.suppressed", "watch_id", 12, 7, ("AlertSuppressed",), public=True)
DELIVERIES_ATTEMPTED = Topic("deliveries.attempted", "endpoint", 12, 30, ("DeliveryAttempted",), public=True)
DELIVERIES_COMMANDS = Topic("deliveries.commands", "endpoint", 1, 1, ("DeliveryCommand",))

POLLER = Group("poller", (FEEDS_REGISTRY,))
ENRICHER = Group("enricher", (ARTICLES_RAW,))
ALERTER_MATCH = Group("alerter-match", (ARTICLES_ENRICHED,))
ALERTER_DECIDE = Group("alerter-decide", (ALERTS_CANDIDATES,))
NOTIFIER = Group("notifier", (ALERTS_RAISED, DELIVERIES_COMMANDS))

SERVICES = (
    Service(
        "poller",
        reads=(FEEDS_REGISTRY, FEEDS_STATE, FEEDS_COMMANDS),
        writes=(ARTICLES_RAW, FEEDS_STATE, FEEDS_EVENTS),
        remembers="nothing outside Kafka",
        buries=(FEEDS_REGISTRY,),
        groups=(POLLER,),
    ),
    Service(
        "enricher",
        reads=(ARTICLES_RAW, WATCHLIST),
        writes=(ARTICLES_ENRICHED,),
        remembers="nothing",
        buries=(ARTICLES_RAW,),
        groups=(ENRICHER,),
    ),
    Service(
        "alerter",
        reads=(ARTICLES_ENRICHED, WATCHLIST, ALERTS_CANDIDATES, ALERTS_STATE),
        writes=(ALERTS_CANDIDATES, ALERTS_STATE, ALERTS_RAISED, ALERTS_SUPPRESSED),
        remembers="one row per watch, on Kafka",
        buries=(ARTICLES_ENRICHED, ALERTS_CANDIDATES),
        groups=(ALERTER_MATCH, ALERTER_DECIDE),
    ),
    Service(
        "notifier",
        reads=(ALERTS_RAISED, DELIVERIES_COMMANDS),
        writes=(DELIVERIES_ATTEMPTED,),
        remembers="the delivery table (SQLite file, or PostgreSQL)",
        buries=(ALERTS_RAISED, DELIVERIES_COMMANDS),
        groups=(NOTIFIER,),
    ),
    Service(
        "console",
        reads=(
            FEEDS_STATE,
            FEEDS_EVENTS,
            ARTICLES_ENRICHED,
            ALERTS_RAISED,
            ALERTS_SUPPRESSED,
            DELIVERIES_ATTEMPTED,
        ),
        writes=(),
        remembers="a cache (SQLite file), rebuilt from the topics",
    ),
)

GROUPS = tuple(group for service in SERVICES for group in service.groups)
"""Every consumer group, in the order of the flow."""

SOURCES = {topic.name: topic for service in SERVICES for topic in (*service.reads, *service.writes)}
"""Every topic that a service reads or writes, by its name, in the order of the flow."""

DEAD_LETTERS = {topic.dead_letters.name: topic.dead_letters for service in SERVICES for topic in service.buries}
"""The topics of dead letters, by their names."""

TOPICS = SOURCES | DEAD_LETTERS


def partition_of(key: bytes, partitions: int) -> int:
    """The partition that Kafka's default partitioner (Java client, ``murmur2``) gives to *key*."""
    return (_murmur2(key) & 0x7FFFFFFF) % partitions


def feed_partition(url: str, partitions: int) -> int:
    """The partition of a feed: one registrable domain lives on one replica, so host politeness needs no locks."""
    return partition_of(registrable_domain(url).encode(), partitions)


def registrable_domain(url: str) -> str:
    """The registrable domain of *url* by the bundled public suffix list; an address is its own.

    A top-level domain that the list lacks counts as a suffix of one label (publicsuffix.org, prevailing rule ``*``).
    """
    host = (urlsplit(url).hostname or "").rstrip(".").lower()
    found = _suffixes()(host)
    if found.suffix or found.ipv4 or found.ipv6:
        return found.top_domain_under_public_suffix or host
    return ".".join(host.split(".")[-2:])


@lru_cache(maxsize=1)
def _suffixes() -> Any:
    import tldextract  # noqa: PLC0415 - it loads an HTTP client, and most processes never ask for a domain

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def _murmur2(data: bytes) -> int:
    """MurmurHash2, 32 bits, seed 0x9747b28c (org.apache.kafka.common.utils.Utils.murmur2)."""
    mask, factor = 0xFFFFFFFF, 0x5BD1E995
    state = (0x9747B28C ^ len(data)) & mask
    whole = len(data) & ~3
    for index in range(0, whole, 4):
        word = int.from_bytes(data[index : index + 4], "little") * factor & mask
        word = (word ^ word >> 24) * factor & mask
        state = (state * factor & mask) ^ word
    if tail := data[whole:]:
        state = (state ^ int.from_bytes(tail, "little")) * factor & mask
    state = (state ^ state >> 13) * factor & mask
    return state ^ state >> 15
