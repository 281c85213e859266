"""Decides which mentions count for a watch: of a known entity, outside boilerplate, sure enough. Never finds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wirekit.contracts import BOILERPLATE, EnrichedArticle, Mention, Watch

MIN_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention that counts for a watch, with the numbers of the groups of the watch that it meets."""

    entity_id: str
    mention: Mention
    groups: frozenset[int]


def counts(mention: Mention) -> bool:
    """Whether *mention* counts at all."""
    return mention.entity_id is not None and mention.zone != BOILERPLATE and mention.confidence >= MIN_CONFIDENCE


def counted(article: EnrichedArticle) -> tuple[Mention, ...]:
    """The mentions of *article* that count, in text order."""
    return tuple(sorted(filter(counts, article.mentions), key=lambda mention: (mention.start, mention.end)))


def occurrences(watch: Watch, mentions: tuple[Mention, ...]) -> tuple[Occurrence, ...]:
    """Those of the counted *mentions* that name an entity of *watch*, in the order given."""
    groups = _groups_by_entity(watch)
    return tuple(
        Occurrence(mention.entity_id, mention, groups[mention.entity_id])
        for mention in mentions
        if mention.entity_id is not None and mention.entity_id in groups
    )


def met(found: tuple[Occurrence, ...]) -> frozenset[int]:
    """The groups that *found* meets together."""
    return frozenset().union(*(occurrence.groups for occurrence in found))


def _groups_by_entity(watch: Watch) -> Mapping[str, frozenset[int]]:
    groups: dict[str, frozenset[int]] = {}
    for number, entity_ids in enumerate(watch.groups):
        for entity_id in entity_ids:
            groups[entity_id] = groups.get(entity_id, frozenset()) | {number}
    return groups
