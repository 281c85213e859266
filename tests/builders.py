"""Values for tests: valid by default, change one thing."""

from __future__ import annotations

import datetime as dt
from typing import Any

from wirekit.contracts import (
    AlertRaised,
    AlertSuppressed,
    ArticleRef,
    ArticleRevised,
    Candidate,
    Coverage,
    DeliveryAttempted,
    DeliveryCommand,
    EnrichedArticle,
    EnricherInfo,
    Entity,
    Evidence,
    EvidenceMention,
    FeedCommand,
    FeedEvent,
    FeedSeen,
    FeedSpec,
    FeedState,
    Fingerprint,
    Language,
    Latency,
    Links,
    Mention,
    NamedEntity,
    RawArticle,
    RecordRef,
    SeenEntry,
    Severity,
    Source,
    Span,
    StoryRef,
    TextPosition,
    TextQuote,
    Topic,
    Watch,
    Watchlist,
    WatchlistRevision,
    WatchRef,
    Zone,
    ids,
)

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
URL = "https://news.example/harbour"
TITLE = "Harbour talks"
TEXT = "Ana Brodie met Tomas Ilk in the harbour.\n\nThe talks lasted two hours."
ARTICLE_ID = ids.article_id(URL)
REVISION_ID = ids.revision_id(TITLE, TEXT)
STORY_ID = ids.story_id("brodie-ilk", ARTICLE_ID, REVISION_ID)
ALERT_ID = ids.alert_id("brodie-ilk", STORY_ID, 1)


def an_instant(seconds: float = 0) -> dt.datetime:
    """Noon of an ordinary day, *seconds* later."""
    return NOON + dt.timedelta(seconds=seconds)


def a_source(**changes: Any) -> Source:
    return Source(**{"name": "Example News", "domain": "news.example", "country": "ID", **changes})


def a_feed(**changes: Any) -> FeedSpec:
    defaults = {"feed_id": "example", "url": "https://news.example/feed.xml", "source": a_source(), "language": "en"}
    return FeedSpec(**{**defaults, **changes})


def a_feed_state(**changes: Any) -> FeedState:
    defaults = {"spec": a_feed(), "due_at": an_instant(120), "due_reason": "interval", "interval_seconds": 120.0}
    return FeedState(**{**defaults, **changes})


def a_feed_seen(**changes: Any) -> FeedSeen:
    entry = SeenEntry(article_id=ARTICLE_ID, revision_id=REVISION_ID, revision=1, last_seen=an_instant())
    return FeedSeen(**{"feed_id": "example", "entries": (entry,), **changes})


def a_feed_event(**changes: Any) -> FeedEvent:
    return FeedEvent(**{"feed_id": "example", "kind": "failing", "at": an_instant(), "detail": "no answer", **changes})


def a_feed_command(**changes: Any) -> FeedCommand:
    return FeedCommand(**{"feed_id": "example", "command": "poll", "requested_at": an_instant(), **changes})


def a_raw_article(**changes: Any) -> RawArticle:
    defaults = {
        "article_id": ARTICLE_ID,
        "revision_id": REVISION_ID,
        "feed_id": "example",
        "source": a_source(),
        "url": f"{URL}?utm_source=feed",
        "canonical_url": URL,
        "title": TITLE,
        "content_html": "<p>Ana Brodie met Tomas Ilk in the harbour.</p><p>The talks lasted two hours.</p>",
        "authors": ("B. Reporter",),
        "language_declared": "en",
        "published_at": an_instant(-60),
        "date_source": "rfc822",
        "found_at": an_instant(),
    }
    return RawArticle(**{**defaults, **changes})


def a_mention(surface: str = "Ana Brodie", text: str = f"{TITLE}\n\n{TEXT}", **changes: Any) -> Mention:
    """The first occurrence of *surface* in *text*."""
    start = text.index(surface)
    defaults = {
        "name": surface,
        "type": "person",
        "surface": surface,
        "start": start,
        "end": start + len(surface),
        "entity_id": surface.lower().replace(" ", "-"),
        "zone": "lead",
        "confidence": 0.95,
        "method": "full",
    }
    return Mention(**{**defaults, **changes})


def an_article(**changes: Any) -> EnrichedArticle:
    """An enriched article of two paragraphs whose first sentence names both entities."""
    head = len(TITLE) + 2
    defaults = {
        "article_id": ARTICLE_ID,
        "revision_id": REVISION_ID,
        "feed_id": "example",
        "source": a_source(),
        "url": f"{URL}?utm_source=feed",
        "canonical_url": URL,
        "published_at": an_instant(-60),
        "found_at": an_instant(),
        "enriched_at": an_instant(0.5),
        "title": TITLE,
        "text": TEXT,
        "zones": (
            Zone(start=0, end=13, kind="title"),
            Zone(start=head, end=head + 40, kind="lead"),
            Zone(start=head + 42, end=head + 69, kind="body"),
        ),
        "paragraphs": (Span(start=head, end=head + 40), Span(start=head + 42, end=head + 69)),
        "sentences": (Span(start=0, end=13), Span(start=head, end=head + 40), Span(start=head + 42, end=head + 69)),
        "language": Language(code="en", script="Latn", confidence=0.99, declared="en"),
        "mentions": (a_mention("Ana Brodie"), a_mention("Tomas Ilk")),
        "topics": (Topic(code="medtop:11000000", label="politics", score=0.8, evidence=("talks",)),),
        "fingerprint": Fingerprint(method="minhash-4", signature="AQAAAAIAAAADAAAABAAAAA==", shingles=12),
        "enricher": EnricherInfo(version="0.1.0", models={"language": "cld2"}, watchlist_revision=3),
    }
    return EnrichedArticle(**{**defaults, **changes})


def an_entity(name: str = "Ana Brodie", **changes: Any) -> Entity:
    surname = name.rsplit(maxsplit=1)[-1]
    defaults = {
        "id": name.lower().replace(" ", "-"),
        "type": "person",
        "name": name,
        "short": {"Latn": (surname,)},
    }
    return Entity(**{**defaults, **changes})


def a_watch(**changes: Any) -> Watch:
    defaults = {"id": "brodie-ilk", "entities": ("ana-brodie", "tomas-ilk"), "notify": ("desk-1",)}
    return Watch(**{**defaults, **changes})


def a_watchlist(*watches: Watch, number: int = 3, entities: tuple[Entity, ...] | None = None) -> Watchlist:
    known = (an_entity("Ana Brodie"), an_entity("Tomas Ilk")) if entities is None else entities
    return Watchlist(number=number, entities=known, watches=watches or (a_watch(),))


def a_watchlist_revision(**changes: Any) -> WatchlistRevision:
    return WatchlistRevision(**{"number": 3, "sha256": "ab" * 32, **changes})


def an_article_ref(**changes: Any) -> ArticleRef:
    defaults = {
        "article_id": ARTICLE_ID,
        "revision_id": REVISION_ID,
        "feed_id": "example",
        "source": a_source(),
        "url": URL,
        "title": TITLE,
        "language": "en",
        "published_at": an_instant(-60),
        "found_at": an_instant(),
    }
    return ArticleRef(**{**defaults, **changes})


def an_evidence(**changes: Any) -> Evidence:
    sentence = "Ana Brodie met Tomas Ilk in the harbour."
    defaults = {
        "article": an_article_ref(),
        "record": RecordRef(topic="articles.enriched", partition=4, offset=17),
        "sentence": sentence,
        "quote": TextQuote(exact=sentence, prefix="Harbour talks\n\n", suffix="\n\nThe talks lasted two hours."),
        "position": TextPosition(start=15, end=55),
        "mentions": (
            EvidenceMention(entity_id="ana-brodie", surface="Ana Brodie", start=15, end=25),
            EvidenceMention(entity_id="tomas-ilk", surface="Tomas Ilk", start=30, end=39),
        ),
        "scope": "sentence",
    }
    return Evidence(**{**defaults, **changes})


def a_candidate(**changes: Any) -> Candidate:
    defaults = {
        "watch_id": "brodie-ilk",
        "watchlist_revision": 3,
        "article": an_article_ref(),
        "entities": ("ana-brodie", "tomas-ilk"),
        "scope": "sentence",
        "in_scope": True,
        "topics": ("medtop:11000000",),
        "evidence": (an_evidence(),),
        "fingerprint": Fingerprint(method="minhash-4", signature="AQAAAAIAAAADAAAABAAAAA==", shingles=12),
        "found_at": an_instant(),
        "enriched_at": an_instant(0.5),
        "matched_at": an_instant(0.7),
    }
    return Candidate(**{**defaults, **changes})


def a_revised_article(**changes: Any) -> ArticleRevised:
    return ArticleRevised(**{"article": an_article_ref(revision=2), "found_at": an_instant(60), **changes})


def an_alert(**changes: Any) -> AlertRaised:
    defaults = {
        "alert_id": ALERT_ID,
        "revision": 1,
        "kind": "opened",
        "reason": "new_story",
        "watch": WatchRef(id="brodie-ilk", name="Brodie and Ilk", revision=3),
        "pair": (
            NamedEntity(entity_id="ana-brodie", name="Ana Brodie"),
            NamedEntity(entity_id="tomas-ilk", name="Tomas Ilk"),
        ),
        "severity": Severity(text="medium", number=2, why=("both names in one sentence",)),
        "story": StoryRef(
            id=STORY_ID, first_seen=an_instant(), articles=1, sources=("news.example",), languages=("en",)
        ),
        "evidence": (an_evidence(),),
        "notify": ("desk-1",),
        "links": Links(console="http://127.0.0.1:8780/alerts/1", article=URL),
        "latency": Latency(
            published=an_instant(-60),
            found=an_instant(),
            enriched=an_instant(0.5),
            matched=an_instant(0.7),
            raised=an_instant(0.9),
        ),
        "coverage": Coverage(since=an_instant(-86400), candidates=12),
    }
    return AlertRaised(**{**defaults, **changes})


def a_suppressed_alert(**changes: Any) -> AlertSuppressed:
    defaults = {
        "watch_id": "brodie-ilk",
        "watchlist_revision": 3,
        "article": an_article_ref(),
        "entities": ("ana-brodie", "tomas-ilk"),
        "reason": "same_story_in_cooldown",
        "detail": "the story is open, and its cooldown runs until 2026-03-02 18:00Z",
        "alert_id": ALERT_ID,
        "decided_at": an_instant(1),
    }
    return AlertSuppressed(**{**defaults, **changes})


def a_delivery_attempt(**changes: Any) -> DeliveryAttempted:
    defaults = {
        "webhook_id": ids.webhook_id(ALERT_ID, 1, "desk-1"),
        "endpoint": "desk-1",
        "alert_id": ALERT_ID,
        "alert_revision": 1,
        "watch_id": "brodie-ilk",
        "attempt": 1,
        "outcome": "delivered",
        "status": 200,
        "duration_seconds": 0.05,
        "attempted_at": an_instant(2),
    }
    return DeliveryAttempted(**{**defaults, **changes})


def a_delivery_command(**changes: Any) -> DeliveryCommand:
    return DeliveryCommand(**{"endpoint": "desk-1", "command": "test", "requested_at": an_instant(), **changes})
