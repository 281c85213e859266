"""All metrics of all services: name, meaning, labels. docs/metrics.md is generated from this list.

Names follow Prometheus: prefix ``wirewatch_``, base units, ``_total`` for counters. Labels have few values; no URL, no
article, no free text ever becomes one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.metrics import MetricWrapperBase

PREFIX = "wirewatch_"
REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

_FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_SLOW = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0, 21600.0, 86400.0)


@dataclass(frozen=True, slots=True)
class Described:
    """One row of docs/metrics.md."""

    name: str
    kind: str
    meaning: str
    labels: tuple[str, ...]


CATALOGUE: list[Described] = []
M = TypeVar("M", bound=MetricWrapperBase)


def _noted(metric: M, name: str, meaning: str, labels: tuple[str, ...]) -> M:
    CATALOGUE.append(Described(PREFIX + name, type(metric).__name__.lower(), meaning, labels))
    return metric


def _counter(name: str, meaning: str, *labels: str) -> Counter:
    return _noted(Counter(PREFIX + name, meaning, labels, registry=REGISTRY), name, meaning, labels)


def _gauge(name: str, meaning: str, *labels: str) -> Gauge:
    return _noted(Gauge(PREFIX + name, meaning, labels, registry=REGISTRY), name, meaning, labels)


def _histogram(name: str, meaning: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
    return _noted(Histogram(PREFIX + name, meaning, labels, buckets=buckets, registry=REGISTRY), name, meaning, labels)


BUILD_INFO = _gauge("build_info", "1; the version runs in this process.", "service", "version")

TASKS = _gauge("tasks", "Tasks of the event loop that have not ended.")

# Streams
RECORDS = _counter(
    "records_total",
    "Records by fate: in, out, buried, retried, stale, lost (retention took them unread).",
    "topic",
    "fate",
)
BATCH_SECONDS = _histogram("batch_seconds", "From reading a batch to its acknowledgement.", _FAST, "topic")
LAG_RECORDS = _gauge("lag_records", "Records not done yet, of the partitions owned here.", "topic", "partition")
LAG_SECONDS = _gauge("lag_seconds", "How long the oldest of them has waited; 0 for none.", "topic", "partition")
REBALANCES = _counter("rebalances_total", "Times the consumer group gave us partitions anew.", "topic")

# Pool
POOL_CHILDREN_LOST = _counter(
    "pool_children_lost_total", "Pool children that crashed or were killed for hanging.", "reason"
)

# Poller
POLLS = _counter("polls_total", "Polls of feeds by outcome.", "status")
POLL_SECONDS = _histogram("poll_seconds", "From asking a feed to having decided about its answer.", _FAST)
ARTICLES_PUBLISHED = _counter("articles_published_total", "Article revisions published, by ingest mode.", "mode")

# Enricher
ARTICLES_ENRICHED = _counter("articles_enriched_total", "Articles enriched, by language.", "language")
MENTIONS = _counter("mentions_total", "Mentions found, by method.", "method")

# Alerter
CANDIDATES = _counter("candidates_total", "Pairs of article and watch that were matched.")
DECISIONS = _counter("decisions_total", "Decisions about candidates, by reason code.", "reason")
ALERTS_RAISED = _counter("alerts_raised_total", "Alerts raised, by kind.", "kind")
STORIES_CLOSED = _counter("stories_closed_total", "Open stories forgotten early: the row of their watch was full.")
ROWS_REBUILT = _counter("rows_rebuilt_total", "Rows of watches that could not be read and were made anew.")
ALERT_LATENCY_SECONDS = _histogram("alert_latency_seconds", "From an article found to its alert raised.", _SLOW)

# Notifier
DELIVERIES = _counter("deliveries_total", "Attempts of deliveries, by outcome.", "outcome")
DELIVERIES_PENDING = _gauge("deliveries_pending", "Deliveries that are due or wait for their next attempt.")
DELIVERY_SECONDS = _histogram("delivery_seconds", "Duration of one attempt.", _FAST)


class StreamMetrics:
    """What ``wirekit.streams`` tells its observer, as metrics."""

    def counted(self, topic: str, fate: str, records: int) -> None:
        """*records* of *topic* met *fate*."""
        RECORDS.labels(topic, fate).inc(records)

    def batch_took(self, topic: str, seconds: float) -> None:
        """A batch went from the reader to its acknowledgement."""
        BATCH_SECONDS.labels(topic).observe(seconds)

    def progressed(self, topic: str, partition: int, records: int, seconds: float) -> None:
        """So many *records* are not done, and the oldest was written *seconds* ago."""
        LAG_RECORDS.labels(topic, str(partition)).set(records)
        LAG_SECONDS.labels(topic, str(partition)).set(seconds)

    def released(self, topic: str, partition: int) -> None:
        """The partition is another owner's now, and so is its lag."""
        LAG_RECORDS.remove(topic, str(partition))
        LAG_SECONDS.remove(topic, str(partition))

    def rebalanced(self, topic: str) -> None:
        """The group gave us partitions of *topic* anew."""
        REBALANCES.labels(topic).inc()


def exposition() -> bytes:
    """All metrics in Prometheus' text format."""
    return generate_latest(REGISTRY)


def metrics_table() -> str:
    """The body of docs/metrics.md."""
    head = "| metric | kind | labels | meaning |\n|---|---|---|---|"
    rows = (
        f"| `{row.name}` | {row.kind} | {', '.join(f'`{label}`' for label in row.labels) or '-'} | {row.meaning} |"
        for row in CATALOGUE
    )
    return "\n".join((head, *rows, ""))
