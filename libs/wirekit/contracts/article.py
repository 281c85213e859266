"""Articles: as a feed carried them, and with language, mentions and topics added.

Offsets are Unicode code points into the title, two line breaks and the text, in NFC. An empty title is legal, the two
line breaks stay.
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from wirekit.contracts.base import Count, Instant, Message, Value

TITLE_SEPARATOR = "\n\n"
BOILERPLATE = "boilerplate"
"""The zone of what a page adds to an article; no mention counts there."""
UNKNOWN_LANGUAGE = "und"
"""The code of a language that nobody could tell (BCP 47: undetermined)."""
LIVE, BACKFILL = "live", "backfill"
"""Ingest modes: an article that is news, and one from a feed's past, which alerts only on request."""


class Source(Value):
    """Who publishes: *tier* 1 is an agency or a paper of record, 2 (the default) any newsroom, 3 an aggregator."""

    name: str = Field(max_length=200)
    domain: str = Field(max_length=253)
    country: str | None = Field(default=None, max_length=2)
    tier: int = Field(default=2, ge=1, le=3)


class RawArticle(Message):
    """An article as a feed carried it (``articles.raw``, key article_id).

    ``revision`` counts wordings of this article in this feed (1, 2, …). ``published_at`` is never invented: null where
    the feed gives none; ``date_source`` says where it came from, and that a date without zone was read as UTC. HTML
    fields are cut to 2 MiB together, ``truncated`` says so. ``ingest_mode``: live, backfill or replay (open string).
    """

    event_type: ClassVar[str] = "wirewatch.article.found.v1"

    article_id: str
    revision: Count = 1
    revision_id: str
    feed_id: str
    source: Source
    url: str | None = None
    canonical_url: str | None = None
    title: str = ""
    summary_html: str | None = None
    content_html: str | None = None
    page_html: str | None = None
    authors: tuple[str, ...] = ()
    language_declared: str | None = None
    published_at: Instant | None = None
    date_source: str | None = None
    found_at: Instant
    ingest_mode: str = LIVE
    truncated: bool = False


class Span(Value):
    """Half-open range of code points."""

    start: Count
    end: Count


class Zone(Span):
    """A stretch of whole lines: title, lead, body or boilerplate (open string)."""

    kind: str


class Language(Value):
    """BCP 47 code (``und`` when unknown), ISO 15924 script, confidence 0 to 1, and what the feed declared."""

    code: str
    script: str
    confidence: float
    declared: str | None = None


class Mention(Span):
    """A name in the text.

    ``entity_id`` names the watched entity; ``candidates`` are the entities an ambiguous short name may mean (then
    ``entity_id`` is null). ``method``: full, short, … (open string), or ``tagger``: a name that no watch list holds,
    without ``entity_id`` and candidates. ``confidence`` 0 to 1. ``zone`` as in Zone.
    """

    name: str
    type: str
    surface: str
    entity_id: str | None = None
    candidates: tuple[str, ...] = ()
    zone: str
    confidence: float
    method: str


class Topic(Value):
    """An IPTC Media Topic (``medtop:…``) or an operator's own: how probable (0 to 1), how found, by which words.

    ``method`` is ``cues``, ``model`` or ``cues+model``; ``broader`` has the codes above it, the nearest first.
    """

    code: str
    label: str
    score: float
    method: str = "cues"
    evidence: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()


class Fingerprint(Value):
    """MinHash signature of the wording: ``signature`` is base64 of little-endian 32-bit values; ``shingles`` counts."""

    method: str
    signature: str
    shingles: Count


class EnricherInfo(Value):
    """What made the enrichment: version, models by stage, and the number of the watch list used."""

    version: str
    models: dict[str, str] = Field(default_factory=dict)
    watchlist_revision: Count = 0


class EnrichedArticle(Message):
    """An article with language, zones, sentences, mentions, topics and fingerprint (``articles.enriched``).

    The reference fields repeat RawArticle; null where the article did not come from a feed.
    """

    event_type: ClassVar[str] = "wirewatch.article.enriched.v1"

    article_id: str
    revision: Count = 1
    revision_id: str
    feed_id: str | None = None
    source: Source | None = None
    url: str | None = None
    canonical_url: str | None = None
    published_at: Instant | None = None
    found_at: Instant | None = None
    enriched_at: Instant | None = None
    ingest_mode: str = LIVE
    title: str
    text: str
    zones: tuple[Zone, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    language: Language
    mentions: tuple[Mention, ...] = ()
    topics: tuple[Topic, ...] = ()
    fingerprint: Fingerprint | None = None
    enricher: EnricherInfo

    @property
    def full_text(self) -> str:
        """What all offsets point into."""
        return f"{self.title}{TITLE_SEPARATOR}{self.text}"
