"""Says in words why a watch fires on an article, or why not. The same decisions as in `matching` and `filters`.

Knows the article and the watch list only: whether the story was told before, the row of the watch knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wirealert.counting import MIN_CONFIDENCE, counted, counts, met, occurrences
from wirealert.evidence import sentences
from wirealert.filters import refusal
from wirealert.matching import Meeting, meet, traits
from wirealert.watches import Watches
from wirekit.contracts import BOILERPLATE, EnrichedArticle, Mention, Span, Watch

FIRES = "fires"
TOO_FEW_NAMES = "too_few_names"
_EXCERPT = 160
_LISTED = 4


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a watch makes of an article.

    Attributes:
        fires: Whether it would alert, were the article the first of its story.
        reason: ``fires``, ``too_few_names``, or the code of the filter that refuses.
        because: Sentences for people, at least one.
    """

    watch_id: str
    fires: bool
    reason: str
    because: tuple[str, ...]


def explain(article: EnrichedArticle, watches: Watches) -> tuple[Explanation, ...]:
    """What each watch of the list makes of *article*, in the order of the list."""
    mentions = counted(article)
    return tuple(_explain(article, watches, watch, mentions) for watch in watches.by_id.values())


def _explain(article: EnrichedArticle, watches: Watches, watch: Watch, mentions: tuple[Mention, ...]) -> Explanation:
    meeting = meet(watch, article, mentions)
    if meeting is None:
        because = tuple(_missing(article, watches, watch, mentions))
        return Explanation(watch.id, fires=False, reason=TOO_FEW_NAMES, because=because)
    proof = tuple(_proof(article, watches, meeting))
    refused = refusal(watch, traits(article, meeting.close))
    if refused is not None:
        return Explanation(watch.id, fires=False, reason=refused.reason, because=(refused.detail, *proof))
    return Explanation(watch.id, fires=True, reason=FIRES, because=proof)


def _proof(article: EnrichedArticle, watches: Watches, meeting: Meeting) -> Iterator[str]:
    named = dict.fromkeys(occurrence.entity_id for occurrence in meeting.close.together)
    together = " and ".join(watches.name_of(entity_id) for entity_id in named)
    yield f"{together} stand together; the closest scope is {meeting.close.scope}"
    for span in sentences(meeting.watch, article, meeting.close):
        yield f"“{_excerpt(article, span)}”"


def _missing(article: EnrichedArticle, watches: Watches, watch: Watch, mentions: tuple[Mention, ...]) -> Iterator[str]:
    reached = met(occurrences(watch, mentions))
    yield f"{len(reached)} of the {watch.needed} names that it needs count"
    for number, group in enumerate(watch.groups):
        if number not in reached:
            yield from (_why_not(article, watches, entity_id) for entity_id in group)


def _why_not(article: EnrichedArticle, watches: Watches, entity_id: str) -> str:
    """Why no mention of the entity counts."""
    entity = watches.entities.get(entity_id)
    if entity is None:
        return f"{entity_id}: the watch list has no such entity"
    meant = [mention for mention in article.mentions if mention.entity_id == entity_id and not counts(mention)]
    if meant:
        return f"{entity.name}: {_discounted(article, meant[0])}"
    maybe = [mention for mention in article.mentions if mention.entity_id is None and entity_id in mention.candidates]
    if maybe:
        return f"{entity.name}: {_unresolved(watches, maybe[0])}"
    names = tuple(dict.fromkeys((entity.name, *entity.names)))
    text = article.full_text.casefold()
    if (name := next((name for name in names if name.casefold() in text), None)) is not None:
        return f"{entity.name}: “{name}” occurs {_not_as_a_name(article, watches)}"
    more = ", …" if len(names) > _LISTED else ""
    return f"{entity.name}: none of its names occurs ({', '.join(names[:_LISTED])}{more})"


def _not_as_a_name(article: EnrichedArticle, watches: Watches) -> str:
    """Why what stands in the text is no mention."""
    read_with = article.enricher.watchlist_revision
    if read_with < watches.number:
        return f"in an article read with watch list {read_with}, before list {watches.number}; it is not read again"
    return "only inside something else: another name, a word, a line of links"


def _discounted(article: EnrichedArticle, mention: Mention) -> str:
    if mention.zone != BOILERPLATE:
        return f"“{mention.surface}” is too unsure ({mention.confidence:.2f}; {MIN_CONFIDENCE} counts)"
    zone = next((zone for zone in article.zones if zone.start <= mention.start < zone.end), mention)
    return f"“{mention.surface}” stands in a boilerplate line: “{_excerpt(article, zone)}”"


def _unresolved(watches: Watches, mention: Mention) -> str:
    if len(mention.candidates) == 1:
        return f"the short name “{mention.surface}” alone does not count; a full name must be in the same article"
    names = " or ".join(watches.name_of(entity_id) for entity_id in mention.candidates[:_LISTED])
    return f"“{mention.surface}” is ambiguous: {names}"


def _excerpt(article: EnrichedArticle, span: Span) -> str:
    """The text of *span*, in one line and cut to 160 code points."""
    words = " ".join(article.full_text[span.start : span.end].split())
    return words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 1]}…"
