"""Decides which watches an article concerns: enough of their entities are named somewhere outside boilerplate.

Never decides whether to alert: scope and filters travel along, and the owner of the watch judges them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wirealert.counting import Occurrence, counted, met, occurrences
from wirealert.evidence import Setting, evidence
from wirealert.filters import Traits, refusal
from wirealert.scopes import Closeness, closeness
from wirealert.watches import Watches
from wirekit.contracts import ArticleRef, ArticleRevised, Candidate, EnrichedArticle, Mention, RecordRef, Watch
from wirekit.errors import InvalidMessage

MAX_TITLE = 300
MAX_URL = 2048
FIRST_REVISION = 1


@dataclass(frozen=True, slots=True)
class Meeting:
    """Enough entities of a watch in one article, and how close together they stand."""

    watch: Watch
    found: tuple[Occurrence, ...]
    close: Closeness


def match(article: EnrichedArticle, watches: Watches, record: RecordRef | None) -> tuple[Candidate, ...]:
    """A candidate for each watch that *article* concerns, in the order of their ids; ``matched_at`` is left null.

    Args:
        article: The enriched article.
        watches: The watch list of the moment.
        record: Where the article lies on Kafka; None outside Kafka.

    Raises:
        InvalidMessage: The article says neither when it was found nor when it was enriched, or a mention lies outside
            its text.
    """
    _check_mentions(article)
    return tuple(_candidate(article, watches, meeting, record) for meeting in meetings(article, watches))


def _check_mentions(article: EnrichedArticle) -> None:
    """A mention that does not lie in the text proves nothing."""
    length = len(article.full_text)
    for mention in article.mentions:
        if not 0 <= mention.start < mention.end <= length:
            place = f"{mention.start} to {mention.end}, of {length} code points"
            raise InvalidMessage("mention_outside_text", place)


def meetings(article: EnrichedArticle, watches: Watches) -> Iterator[Meeting]:
    """The watches that *article* concerns, by id."""
    mentions = counted(article)
    for watch in watches.naming(mention.entity_id for mention in mentions if mention.entity_id is not None):
        if (meeting := meet(watch, article, mentions)) is not None:
            yield meeting


def meet(watch: Watch, article: EnrichedArticle, mentions: tuple[Mention, ...]) -> Meeting | None:
    """How the counted *mentions* of *article* meet *watch*; None where too few of its groups are met."""
    found = occurrences(watch, mentions)
    return Meeting(watch, found, closeness(watch, article, found)) if len(met(found)) >= watch.needed else None


def correction(article: EnrichedArticle) -> ArticleRevised | None:
    """What the owners of rows must hear of *article*: that it is a later wording; None of a first one.

    Raises:
        InvalidMessage: As :func:`match`.
    """
    if article.revision <= FIRST_REVISION:
        return None
    ref = reference(article)
    return ArticleRevised(article=ref, found_at=ref.found_at)


def firing(article: EnrichedArticle, watches: Watches) -> tuple[str, ...]:
    """The ids of the watches that would alert on *article*, were it the first of its story."""
    return tuple(
        meeting.watch.id
        for meeting in meetings(article, watches)
        if refusal(meeting.watch, traits(article, meeting.close)) is None
    )


def traits(article: EnrichedArticle, close: Closeness) -> Traits:
    """What *article* shows to the filters of a watch whose entities stand *close*."""
    return Traits(
        article.ingest_mode,
        article.language.code,
        article.source.domain if article.source else None,
        topic_codes(article),
        close.scope,
        close.in_scope,
    )


def topic_codes(article: EnrichedArticle) -> tuple[str, ...]:
    """The codes of the article's topics and of all above them: a watch for politics takes elections too."""
    lines = ((topic.code, *topic.broader) for topic in article.topics)
    return tuple(dict.fromkeys(code for line in lines for code in line))


def reference(article: EnrichedArticle) -> ArticleRef:
    """The reference to *article*: its title cut to 300 code points, an address over 2,048 characters left out.

    Raises:
        InvalidMessage: The article says neither when it was found nor when it was enriched.
    """
    found_at = article.found_at or article.enriched_at
    if found_at is None:
        raise InvalidMessage("no_found_at", "an article must say when it was found")
    url = article.canonical_url or article.url
    return ArticleRef(
        article_id=article.article_id,
        revision=article.revision,
        revision_id=article.revision_id,
        feed_id=article.feed_id,
        source=article.source,
        url=url if url and len(url) <= MAX_URL else None,
        title=article.title[:MAX_TITLE],
        language=article.language.code,
        published_at=article.published_at,
        found_at=found_at,
        ingest_mode=article.ingest_mode,
    )


def _candidate(article: EnrichedArticle, watches: Watches, meeting: Meeting, record: RecordRef | None) -> Candidate:
    ref = reference(article)
    named = {occurrence.entity_id for occurrence in meeting.close.counting}
    return Candidate(
        watch_id=meeting.watch.id,
        watchlist_revision=watches.number,
        article=ref,
        entities=tuple(dict.fromkeys(entity for entity in meeting.watch.entity_ids() if entity in named)),
        scope=meeting.close.scope,
        in_scope=meeting.close.in_scope,
        topics=topic_codes(article),
        evidence=evidence(meeting.watch, Setting(article, ref, record), meeting.close),
        fingerprint=article.fingerprint,
        found_at=ref.found_at,
        enriched_at=article.enriched_at,
    )
