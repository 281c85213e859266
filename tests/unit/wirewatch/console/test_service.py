"""How the console follows the topics: from where, what it commits together, and which articles it looks up."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Iterable, Sequence

from tests import builders
from wirekit.contracts import AlertRaised, EnrichedArticle, RecordRef, topology
from wirekit.kafka import Record
from wirekit.streams import Envelope, encode
from wirewatch.console.folding import Change, kept_article
from wirewatch.console.service import ConsoleService, Positions

PLACE = RecordRef(topic=topology.ARTICLES_ENRICHED.name, partition=0, offset=17)
GONE = RecordRef(topic=topology.ARTICLES_ENRICHED.name, partition=0, offset=3)


class ListingCache:
    """Holds up to offset 7 of one partition; lists what is committed."""

    def __init__(self) -> None:
        self.committed: list[tuple[list[Change], Positions]] = []

    def positions(self) -> Positions:
        return {("alerts.raised", 0): 7}

    def commit(self, changes: Iterable[Change], positions: Positions) -> None:
        self.committed.append((list(changes), dict(positions)))


class ScriptedTopics:
    """Gives out *chunks* to whoever follows from where the cache ends, and no more."""

    def __init__(self, *chunks: Sequence[Record]) -> None:
        self._chunks = chunks

    async def chunks(self, positions: Positions) -> AsyncIterator[Sequence[Record]]:
        assert positions == {("alerts.raised", 0): 7}
        for chunk in self._chunks:
            yield chunk


class OneArticle:
    """Has the article at PLACE alone; lists what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[RecordRef] = []

    async def fetch(self, record: RecordRef) -> EnrichedArticle | None:
        self.asked.append(record)
        return builders.an_article() if record == PLACE else None


class StoppedClock:
    def now(self) -> dt.datetime:
        return builders.an_instant()


def a_record(alert: AlertRaised, offset: int, partition: int = 0) -> Record:
    written = encode(alert, topic="alerts.raised", key="k", event=Envelope("1", "/wirewatch/test", builders.NOON))
    return Record(written.topic, partition, offset, written.key, written.value, written.headers)


async def committed(*chunks: Sequence[Record], articles: OneArticle) -> list[tuple[list[Change], Positions]]:
    cache = ListingCache()
    await ConsoleService(ScriptedTopics(*chunks), articles, cache, StoppedClock()).run()
    return cache.committed


async def test_what_a_chunk_changes_is_committed_with_the_offsets_behind_it() -> None:
    alert = builders.an_alert(evidence=())
    chunk = [a_record(alert, 7), a_record(alert, 8), a_record(alert, 2, partition=1)]

    ((_, first), (_, second)) = await committed(chunk, [a_record(alert, 9)], articles=OneArticle())

    assert first == {("alerts.raised", 0): 9, ("alerts.raised", 1): 3}
    assert second == {("alerts.raised", 0): 10}


async def test_an_article_of_the_evidence_is_looked_up_once_and_kept_where_it_is_still_there() -> None:
    articles = OneArticle()
    proofs = tuple(builders.an_evidence(record=place) for place in (PLACE, PLACE, GONE, None))

    ((changes, _),) = await committed([a_record(builders.an_alert(evidence=proofs), 7)], articles=articles)

    assert sorted(place.offset for place in articles.asked) == [3, 17]
    assert [change for change in changes if change.sql.startswith("INSERT OR REPLACE INTO article")] == [
        kept_article(builders.an_article())
    ]
