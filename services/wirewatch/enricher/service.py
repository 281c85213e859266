"""Raw articles become enriched ones, in child processes.

::

    articles.raw ──► Enrichment ──► pool of children (child.py, wiretext) ──► articles.enriched
                         ▲
                     watchlist

No article is enriched before a watch list was applied: one that passes without is never matched again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import ClassVar, Protocol

from wirekit.clock import Clock
from wirekit.contracts import EnrichedArticle, Message, RawArticle, topology
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka import Outgoing, Record
from wirekit.runtime import metrics
from wirekit.runtime.logs import get_logger
from wirekit.runtime.pool import ENVIRONMENT, Failure, Result
from wirekit.streams import Envelope, Event, Outcome, decode, source_of
from wirekit.streams.cloudevents import encode_headers
from wirewatch.enricher.chunk import Context, Enriched

SOURCE = source_of("enricher")
CHUNK_ARTICLES = 16
"""Articles that one child takes at a time: small, so that a batch is spread over all children."""

_LONGEST_TOLD = 100  # characters of an id that may be anything
log = get_logger()


class Children(Protocol):
    """Runs ``child.enrich`` elsewhere."""

    async def run(self, chunk: Sequence[bytes], context: bytes = b"") -> list[Result]:
        """The result of every item, in order."""
        ...


class Lists(Protocol):
    """The watch list, as a file for the children."""

    def borrowed(self) -> AbstractContextManager[Path]:
        """The file of the newest list, kept while it is borrowed."""
        ...


class Reference(Message):
    """The part of a RawArticle that makes the key and the event's id; the rest is read by the child."""

    event_type: ClassVar[str] = RawArticle.event_type

    article_id: str
    feed_id: str
    revision: int = 1


class Enrichment:
    """Turns raw articles into enriched ones; its ``handle`` is a handler for a Pipeline."""

    GROUP = topology.ENRICHER

    def __init__(self, children: Children, lists: Lists, clock: Clock, tagger: str = "off") -> None:
        self._children = children
        self._lists = lists
        self._clock = clock
        self._tagger = tagger

    async def handle(self, records: Sequence[Record]) -> Sequence[Outcome]:
        """The enriched article of each record, or why it is buried."""
        outcomes: list[Outcome] = []
        events: list[tuple[int, Event[Reference]]] = []
        for index, record in enumerate(records):
            try:
                events.append((index, decode(record, Reference)))
                outcomes.append(())
            except InvalidMessage as reason:
                outcomes.append(reason)
        results = await self._results([event.record.value or b"" for _, event in events])
        for (index, event), result in zip(events, results, strict=True):
            outcomes[index] = self._outcome(event, result)
        return outcomes

    async def _results(self, values: Sequence[bytes]) -> list[Result]:
        with self._lists.borrowed() as path:
            context = Context(path, self._clock.now(), self._tagger).to_bytes()
            chunks = [values[at : at + CHUNK_ARTICLES] for at in range(0, len(values), CHUNK_ARTICLES)]
            answers = await asyncio.gather(*(self._children.run(chunk, context) for chunk in chunks))
        return [answer for chunk in answers for answer in chunk]

    def _outcome(self, event: Event[Reference], result: Result) -> Outcome:
        if isinstance(result, Failure) and result.reason == ENVIRONMENT:
            return TemporaryFailure(result.detail)
        if isinstance(result, Failure):
            log.warning(
                "article.rejected",
                article_id=event.data.article_id[:_LONGEST_TOLD],
                reason=result.reason,
                detail=result.detail,
            )
            return InvalidMessage(result.reason, result.detail)
        enriched = Enriched.from_bytes(result)
        metrics.ARTICLES_ENRICHED.labels(enriched.language).inc()
        for method, count in enriched.methods.items():
            metrics.MENTIONS.labels(method).inc(count)
        return [self._outgoing(event, enriched.data)]

    def _outgoing(self, event: Event[Reference], data: bytes) -> Outgoing:
        article = event.data
        envelope = Envelope(
            id=f"{article.article_id}:{article.feed_id}:{article.revision}",
            source=SOURCE,
            time=self._clock.now(),
            traceparent=event.envelope.traceparent,
        )
        headers = encode_headers(EnrichedArticle.event_type, envelope)
        return Outgoing(topology.ARTICLES_ENRICHED.name, article.article_id.encode(), data, headers)
