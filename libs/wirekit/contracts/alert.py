"""Alerts: what was found in an article for a watch, what was decided, and the proof."""

from __future__ import annotations

from typing import ClassVar

from wirekit.contracts.article import LIVE, UNKNOWN_LANGUAGE, Fingerprint, Source
from wirekit.contracts.base import Count, Instant, Message, RecordOffset, Value


class RecordRef(Value):
    """Where a record lies on Kafka."""

    topic: str
    partition: Count
    offset: RecordOffset


class ArticleRef(Value):
    """Which article, in which wording, from which feed."""

    article_id: str
    revision: Count = 1
    revision_id: str
    feed_id: str | None = None
    source: Source | None = None
    url: str | None = None
    title: str = ""
    language: str = UNKNOWN_LANGUAGE
    published_at: Instant | None = None
    found_at: Instant
    ingest_mode: str = LIVE


class TextQuote(Value):
    """W3C TextQuoteSelector: the exact words, and up to 32 code points before and after."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class TextPosition(Value):
    """W3C TextPositionSelector: code points into the title, two line breaks and the text."""

    start: Count
    end: Count


class EvidenceMention(Value):
    """A mention inside an evidence sentence; offsets into the article, as everywhere."""

    entity_id: str
    surface: str
    start: Count
    end: Count


class Evidence(Value):
    """A sentence that proves the match.

    ``scope`` is the closest that holds all names: sentence (then all stand in this one), paragraph, window, article.
    """

    article: ArticleRef
    record: RecordRef | None = None
    sentence: str
    quote: TextQuote
    position: TextPosition
    mentions: tuple[EvidenceMention, ...]
    scope: str


class Candidate(Message):
    """An article in which enough entities of a watch count (``alerts.candidates``, key watch_id).

    ``entities`` are the ids met within the watch's scope, or anywhere where that is not met; ``scope`` is the closest
    that holds enough of them: sentence, paragraph, window, article;
    ``in_scope`` says whether the watch's own scope is met; ``topics`` are medtop codes.
    """

    event_type: ClassVar[str] = "wirewatch.candidate.matched.v1"

    watch_id: str
    watchlist_revision: Count
    article: ArticleRef
    entities: tuple[str, ...]
    scope: str
    in_scope: bool
    topics: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...]
    fingerprint: Fingerprint | None = None
    found_at: Instant
    enriched_at: Instant | None = None
    matched_at: Instant | None = None


class ArticleRevised(Message):
    """A feed delivered another wording; sent to every partition after that revision's candidates.

    The owner of a row retracts what rests on an older wording of this feed and saw no candidate of this one.
    """

    event_type: ClassVar[str] = "wirewatch.article.revised.v1"

    article: ArticleRef
    found_at: Instant


class WatchRef(Value):
    """Which watch, as of which revision of the watch list."""

    id: str
    name: str | None = None
    revision: Count


class NamedEntity(Value):
    """An entity of the pair."""

    entity_id: str
    name: str


class Severity(Value):
    """``text`` as the watch says, ``number`` 1 (low) to 4 (critical), and the reasons in words."""

    text: str
    number: Count
    why: tuple[str, ...] = ()


class StoryRef(Value):
    """The story as it stands: distinct articles, source domains and languages so far."""

    id: str
    first_seen: Instant
    articles: Count
    sources: tuple[str, ...]
    languages: tuple[str, ...]


class Links(Value):
    """Where a reader goes on: the console page of the alert (null without console), and the article."""

    console: str | None = None
    article: str | None = None


class Latency(Value):
    """When the article passed each hop; null where a hop was not timed."""

    published: Instant | None = None
    found: Instant
    enriched: Instant | None = None
    matched: Instant | None = None
    raised: Instant | None = None


class Coverage(Value):
    """What the decision could look back on: since when the watch has seen candidates, and how many."""

    since: Instant
    candidates: Count


class AlertRaised(Message):
    """An alert revision (``alerts.raised``, key watch_id). Subscribers upsert by ``alert_id`` and ``revision``.

    ``kind``: opened, updated, retracted (open string: later versions may have more). ``notify`` names the endpoints.
    ``evidence`` is what this revision adds: empty where an article left the story.
    """

    event_type: ClassVar[str] = "wirewatch.alert.raised.v1"

    alert_id: str
    revision: Count
    kind: str
    reason: str
    watch: WatchRef
    pair: tuple[NamedEntity, ...]
    severity: Severity
    story: StoryRef
    evidence: tuple[Evidence, ...]
    notify: tuple[str, ...]
    links: Links
    latency: Latency
    coverage: Coverage


class AlertSuppressed(Message):
    """A candidate that raised nothing, and why (``alerts.suppressed``). ``reason`` is a code, ``detail`` a sentence."""

    event_type: ClassVar[str] = "wirewatch.alert.suppressed.v1"

    watch_id: str
    watchlist_revision: Count
    article: ArticleRef
    entities: tuple[str, ...]
    reason: str
    detail: str
    alert_id: str | None = None
    decided_at: Instant
