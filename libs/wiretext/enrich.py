"""Makes an enriched article of a raw one: text, zones, sentences, language, mentions, topics, fingerprint.

Reads no clock and keeps nothing between two articles; the watch list is fixed when the enricher is made.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import attrgetter
from typing import Any

from pydantic import TypeAdapter

from wirekit.contracts import (
    BOILERPLATE,
    TITLE_SEPARATOR,
    EnrichedArticle,
    EnricherInfo,
    Mention,
    RawArticle,
    Span,
    TopicCues,
    Watchlist,
    Zone,
    ids,
)
from wirekit.contracts.text import composed
from wirekit.errors import InvalidMessage
from wiretext import fingerprint, language
from wiretext.content import Content
from wiretext.html import article_text
from wiretext.layout import layout, sentences
from wiretext.matching.aliases import FULL, SHORT
from wiretext.matching.binding import BARE, Bound, bind, longest
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.listening import heard
from wiretext.matching.matcher import Hit, hits
from wiretext.matching.reading import Reading
from wiretext.normal import Normalised, normalise
from wiretext.tagging import Passage, Tagger
from wiretext.topics import MODEL, Topics
from wiretext.unknown import unknown
from wiretext.vetoes import credible
from wiretext.zones import zone_at, zones

VERSION = "1"
_MOST_HITS = 10_000  # places in a text where names may stand, each with an entity; what has more is no article
_MOST_LOOKED_AT = 500_000
_MOST_LINES = 20_000  # no article of the news has as many; what reads the spans of more is busy for long
_SPANS = TypeAdapter(tuple[Span, ...])  # made together in half the time
_SURROGATES = re.compile("[\ud800-\udfff]")
_MODELS = {"language": language.MODELS, "topics": MODEL, "fingerprint": fingerprint.METHOD}
_CONFIDENCE = {"full": 0.95, "short": 0.85, "ambiguous": 0.4, BARE: 0.3}
_INFLECTED = 0.05  # less confidence in a form that is not the watch list's


class Enricher:
    """Enriches articles with the entities of one watch list, and with other names where it has a *tagger*.

    *topics* adds cue words and topics to those that come with the package. What did not change since the list of the
    lexicon *before* is taken from there.

    Attributes:
        lexicon: The watch list as it is searched for.
    """

    def __init__(
        self,
        watchlist: Watchlist,
        version: str = VERSION,
        *,
        tagger: Tagger | None = None,
        topics: Iterable[TopicCues] = (),
        before: Lexicon | None = None,
    ) -> None:
        self.lexicon = Lexicon.compile(watchlist, before)
        self._topics = Topics(topics)
        self._tagger = tagger
        models = _MODELS if tagger is None else {**_MODELS, "tagger": f"{tagger.name}-{tagger.version}"}
        self._info = EnricherInfo(version=version, models=models, watchlist_revision=watchlist.number)

    def enrich(self, raw: RawArticle, *, enriched_at: dt.datetime) -> EnrichedArticle:
        """The enriched form of *raw*; its wording's id is the raw article's.

        Raises:
            InvalidMessage: too_many_lines: more than any article of the news has.
        """
        return self._enriched(
            raw.title,
            article_text(raw),
            raw.language_declared,
            article_id=raw.article_id,
            revision=raw.revision,
            revision_id=raw.revision_id,
            feed_id=raw.feed_id,
            source=raw.source,
            url=raw.url,
            canonical_url=raw.canonical_url,
            published_at=raw.published_at,
            found_at=raw.found_at,
            enriched_at=enriched_at,
            ingest_mode=raw.ingest_mode,
        )

    def enrich_text(self, article_id: str, title: str, text: str, *, declared: str | None = None) -> EnrichedArticle:
        """An article of no feed: *title* and plain *text*; *declared* is its language (BCP 47), if known.

        Raises:
            InvalidMessage: As ``enrich``.
        """
        return self._enriched(title, text, declared, article_id=article_id, revision_id=ids.revision_id(title, text))

    def _enriched(self, title: str, text: str, declared: str | None, **reference: Any) -> EnrichedArticle:
        title, text, declared = _writable(title), _writable(text), _writable(declared) if declared else declared
        full_text = f"{title}{TITLE_SEPARATOR}{text}"
        places = layout(title, text)
        if len(places.lines) > _MOST_LINES:
            raise InvalidMessage("too_many_lines", f"{len(places.lines)} lines; an article has at most {_MOST_LINES}")
        normal = normalise(full_text)
        marked = zones(normal, places)
        spoken = language.detect(full_text, declared)
        said = sentences(full_text, places.lines, spoken.code)
        reading = Reading(normal, spoken.code)
        mentions = tuple(self._mentions(reading, marked))
        passage = Passage(full_text, said, spoken.code, spoken.script)
        own = [(normal.index(zone.start), normal.index(zone.end)) for zone in marked if zone.kind != BOILERPLATE]
        content = Content(reading, own, normal.index(len(title)))
        return EnrichedArticle(
            **reference,
            title=title,
            text=text,
            zones=marked,
            paragraphs=_spans(places.paragraphs),
            sentences=_spans(said),
            language=spoken,
            mentions=self._with_unknown(mentions, passage, marked),
            topics=self._topics.of(content, spoken.code),
            fingerprint=fingerprint.fingerprint(content),
            enricher=self._info,
        )

    def _mentions(self, reading: Reading, marked: tuple[Zone, ...]) -> Iterator[Mention]:
        normal = reading.normal
        spelt = _fewer(hits(self.lexicon, reading))
        candidates = longest([*spelt, *heard(self.lexicon, reading, spelt)])
        found = credible(candidates, self.lexicon.entities, reading)
        outside = [hit for hit in found if _zone_of(normal, hit, marked) != BOILERPLATE]
        for bound in islice(bind(found, [hit for hit in outside if hit.alias.kind == FULL]), _MOST_HITS):
            yield self._mention(normal, bound, _zone_of(normal, bound, marked))

    def _with_unknown(
        self, watched: tuple[Mention, ...], passage: Passage, marked: tuple[Zone, ...]
    ) -> tuple[Mention, ...]:
        if self._tagger is None:
            return watched
        return tuple(sorted((*watched, *unknown(self._tagger, passage, watched, marked)), key=attrgetter("start")))

    def _mention(self, normal: Normalised, bound: Bound, zone: str) -> Mention:
        start, end = normal.span(bound.start, bound.end)
        entities = [self.lexicon.entities[index] for index in bound.entities]
        sure = len(entities) == 1 and bound.method != BARE
        return Mention(
            start=start,
            end=end,
            surface=normal.source[start:end],
            name=entities[0].name if sure else normal.source[start:end],
            type=entities[0].type,
            entity_id=entities[0].id if sure else None,
            candidates=() if sure else tuple(entity.id for entity in entities),
            zone=zone,
            confidence=_CONFIDENCE[bound.method] - _INFLECTED * bound.inflected,
            method=bound.method,
        )


def _fewer(found: Iterator[Hit]) -> list[Hit]:
    """The places of full names and those of short ones, up to a number of each.

    So a name that thousands of a long list share leaves room for others.
    """
    full: list[Hit] = []
    short: list[Hit] = []
    for hit in islice(found, _MOST_LOOKED_AT):
        kind = short if hit.alias.kind == SHORT else full
        if len(kind) < _MOST_HITS:
            kind.append(hit)
    return [*full, *short]


def _spans(ranges: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    return _SPANS.validate_python([{"start": start, "end": end} for start, end in ranges])


def _zone_of(normal: Normalised, place: Hit | Bound, marked: tuple[Zone, ...]) -> str:
    return zone_at(marked, normal.start(place.start))


def _writable(text: str) -> str:
    """As everything on the wire; half a surrogate pair, which no wire takes, becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", composed(text))
