"""What the alerter reads, as records: a standing watch list, enriched articles, candidates in their places."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from tests.builders import a_watchlist, an_instant
from wirealert import Watches
from wirekit.contracts import REVISION_KEY, Candidate, EnrichedArticle, Message, Watchlist, WatchlistRevision, topology
from wirekit.contracts.watchlist import ENTITY_PREFIX, WATCH_PREFIX, digest, rows_of
from wirekit.kafka import Outgoing, Record
from wirekit.streams import Envelope, encode

TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
WRITTEN_MS = int(an_instant(1).timestamp()) * 1000
PARTITIONS = topology.ALERTS_CANDIDATES.partitions


@dataclass
class Standing:
    """A watch list that stands still until it is told otherwise."""

    watches: Watches = field(default_factory=lambda: Watches.of(a_watchlist()))


@dataclass
class Stopped:
    """A clock that stands still."""

    instant: dt.datetime = field(default_factory=lambda: an_instant(1))

    def now(self) -> dt.datetime:
        """The instant at which it stopped."""
        return self.instant


def place_of(watch_id: str) -> int:
    """The partition of a watch."""
    return topology.partition_of(watch_id.encode(), PARTITIONS)


def envelope(name: str) -> Envelope:
    return Envelope(name, "/wirewatch/test", an_instant(), traceparent=TRACE)


def enriched(article: EnrichedArticle) -> Outgoing:
    """*article* on its topic."""
    return encode(
        article, topic=topology.ARTICLES_ENRICHED.name, key=article.article_id, event=envelope(article.revision_id)
    )


def candidate_record(cause: Message, offset: int, watch_id: str = "brodie-ilk") -> Record:
    """*cause* at *offset* of the partition of the watch."""
    key = watch_id if isinstance(cause, Candidate) else "art_x"
    return as_record(
        encode(cause, topic=topology.ALERTS_CANDIDATES.name, key=key, event=envelope("c")), offset, watch_id
    )


def as_record(outgoing: Outgoing, offset: int = 0, watch_id: str = "brodie-ilk") -> Record:
    """What a reader gets of *outgoing*, written a second after noon."""
    place = outgoing.topic, place_of(watch_id), offset
    return Record(*place, outgoing.key, outgoing.value, outgoing.headers, WRITTEN_MS)


def applied(watchlist: Watchlist) -> list[Outgoing]:
    """The records that make *watchlist* the list of its number."""
    mark = WatchlistRevision(number=watchlist.number, sha256=digest(rows_of(watchlist)))
    rows: list[tuple[str, Message]] = [
        *((ENTITY_PREFIX + entity.id, entity) for entity in watchlist.entities),
        *((WATCH_PREFIX + watch.id, watch) for watch in watchlist.watches),
        (REVISION_KEY, mark),
    ]
    return [encode(row, topic=topology.WATCHLIST.name, key=key, event=envelope(key)) for key, row in rows]
