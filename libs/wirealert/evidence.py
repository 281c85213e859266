"""Picks the sentences that prove a match, with W3C selectors. Bounded in number and length; never judges the match."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wirealert.counting import Occurrence
from wirealert.scopes import SENTENCE, Closeness, Units, tightest
from wirekit.contracts import (
    ArticleRef,
    EnrichedArticle,
    Evidence,
    EvidenceMention,
    RecordRef,
    Span,
    TextPosition,
    TextQuote,
    Watch,
)

MAX_SENTENCES = 8
MAX_SENTENCE = 800
MAX_MENTIONS = 20
CONTEXT = 32
_EXCERPT = 120


@dataclass(frozen=True, slots=True)
class Setting:
    """Where evidence comes from: the article, its reference, and the record that holds it."""

    article: EnrichedArticle
    ref: ArticleRef
    record: RecordRef | None


def evidence(watch: Watch, setting: Setting, close: Closeness) -> tuple[Evidence, ...]:
    """The `sentences` that prove it, with selectors. The scope of each is the closest of the whole match."""
    return tuple(
        _prove(setting, span, inside, close.scope) for span, inside in sentences(watch, setting.article, close).items()
    )


def sentences(watch: Watch, article: EnrichedArticle, close: Closeness) -> dict[Span, tuple[Occurrence, ...]]:
    """The first sentences that hold enough entities of *watch*; where none does, the best sentence of each entity.

    At most eight sentences of at most 800 code points, in text order, with the names that begin in each.
    """
    named = _with_names(article, close.together)
    chosen = named if close.scope == SENTENCE else _best_of_each(named)
    return {_clipped(span, inside, watch.needed): inside for span, inside in list(chosen.items())[:MAX_SENTENCES]}


def _with_names(article: EnrichedArticle, found: tuple[Occurrence, ...]) -> dict[Span, tuple[Occurrence, ...]]:
    """Every sentence with a name; a name that stands in no sentence gets the text around it."""
    units = Units.of(article, article.sentences)
    held = units.holding(found)
    for occurrence in found:
        if units.at(occurrence.mention.start) is None:
            around = _around(article, occurrence)
            held[around] = (*held.get(around, ()), occurrence)
    return dict(sorted(held.items(), key=lambda item: item[0].start))


def _around(article: EnrichedArticle, occurrence: Occurrence) -> Span:
    mention = occurrence.mention
    return Span(start=max(0, mention.start - _EXCERPT), end=min(len(article.full_text), mention.end + _EXCERPT))


def _best_of_each(named: dict[Span, tuple[Occurrence, ...]]) -> dict[Span, tuple[Occurrence, ...]]:
    """For each entity the sentence in which it is named most surely, the first one where several are equal."""
    best: dict[str, tuple[float, Span]] = {}
    for span, inside in named.items():
        for occurrence in inside:
            confidence = occurrence.mention.confidence
            if confidence > best.get(occurrence.entity_id, (-1.0, span))[0]:
                best[occurrence.entity_id] = (confidence, span)
    chosen = {span for _, span in best.values()}
    return {span: inside for span, inside in named.items() if span in chosen}


def _clipped(span: Span, inside: tuple[Occurrence, ...], needed: int) -> Span:
    """*span*, or of an overlong one the part around the names that stand closest together."""
    if span.end - span.start <= MAX_SENTENCE:
        return span
    core = tightest(inside, needed, lambda first, last: last.mention.end - first.mention.start) or inside[:1]
    start = max(span.start, min(core[0].mention.start - _EXCERPT, span.end - MAX_SENTENCE))
    return Span(start=start, end=start + MAX_SENTENCE)


def _prove(setting: Setting, span: Span, inside: Iterable[Occurrence], scope: str) -> Evidence:
    text = setting.article.full_text
    sentence = text[span.start : span.end]
    mentions = tuple(
        EvidenceMention(
            entity_id=occurrence.entity_id,
            surface=text[occurrence.mention.start : occurrence.mention.end],
            start=occurrence.mention.start,
            end=occurrence.mention.end,
        )
        for occurrence in inside
        if span.start <= occurrence.mention.start and occurrence.mention.end <= span.end
    )
    return Evidence(
        article=setting.ref,
        record=setting.record,
        sentence=sentence,
        quote=TextQuote(
            exact=sentence,
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
        ),
        position=TextPosition(start=span.start, end=span.end),
        mentions=mentions[:MAX_MENTIONS],
        scope=scope,
    )
