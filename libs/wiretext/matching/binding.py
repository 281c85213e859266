"""Decides which hits are mentions: longer names win, and short names count only beside a full one.

A short name is bound to the entity whose full name stands elsewhere in the same article, outside boilerplate. Where
several entities share it, the mention names candidates and no entity.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wiretext.matching.aliases import FULL, NOT, SHORT
from wiretext.matching.matcher import Hit

AMBIGUOUS, BARE = "ambiguous", "bare"


@dataclass(frozen=True, slots=True)
class Bound:
    """A place and the entities it may name: one, or several when a short name is ambiguous.

    ``method``: full, short, ambiguous, or bare (a short name without a full one in the article).
    """

    start: int
    end: int
    entities: tuple[int, ...]
    method: str
    inflected: bool


def bind(hits: Iterable[Hit], licensing: Iterable[Hit]) -> list[Bound]:
    """The places of *hits* by their meaning; only full names among *licensing* let short names count."""
    licensed = {hit.alias.entity for hit in licensing if hit.alias.kind == FULL}
    found: list[Bound] = []
    for place in _places(hits):
        full = {hit.alias.entity for hit in place if hit.alias.kind == FULL}
        short = {hit.alias.entity for hit in place if hit.alias.kind == SHORT} - full
        start, end = place[0].start, place[0].end
        inflected = all(hit.inflected for hit in place)
        if full:
            entities, method = full, FULL if len(full) == 1 else AMBIGUOUS
        elif short & licensed:
            entities, method = short & licensed, SHORT if len(short & licensed) == 1 else AMBIGUOUS
        else:
            entities, method = short, BARE
        if entities:
            found.append(Bound(start, end, tuple(sorted(entities)), method, inflected))
    return found


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits that no longer hit meets; of hits at one place all stay.

    A full name goes before a short one of the same entity that runs over its end: *トー・ラム* is told of *ラム書記長*.
    """
    places = sorted(_by_place(_fullest(tuple(hits))), key=lambda place: (place[0].start - place[0].end, place[0].start))
    taken = bytearray(max((place[0].end for place in places), default=0))
    kept: list[Hit] = []
    for place in places:
        start, end = place[0].start, place[0].end
        if 1 not in taken[start:end]:
            taken[start:end] = b"\1" * (end - start)
            kept += place
    return kept


def _fullest(hits: tuple[Hit, ...]) -> Iterator[Hit]:
    """The hits without the short names that begin in a full name of their entity and end after it."""
    full: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for hit in hits:
        if hit.alias.kind == FULL:
            full[hit.alias.entity].append((hit.start, hit.end))
    for spans in full.values():
        spans.sort()
    for hit in hits:
        if hit.alias.kind != SHORT or not _runs_over(hit, full.get(hit.alias.entity, [])):
            yield hit


def _runs_over(hit: Hit, spans: list[tuple[int, int]]) -> bool:
    at = bisect.bisect_left(spans, (hit.start, 0)) - 1
    return at >= 0 and hit.start < spans[at][1] < hit.end


def _places(hits: Iterable[Hit]) -> list[list[Hit]]:
    """The hits by place, in order; a name that is a ``not`` name there is left out."""
    places = []
    for place in sorted(_by_place(hits), key=lambda place: place[0].start):
        excluded = {hit.alias.entity for hit in place if hit.alias.kind == NOT}
        if remaining := [hit for hit in place if hit.alias.entity not in excluded]:
            places.append(remaining)
    return places


def _by_place(hits: Iterable[Hit]) -> list[list[Hit]]:
    places: dict[tuple[int, int], list[Hit]] = defaultdict(list)
    for hit in hits:
        places[hit.start, hit.end].append(hit)
    return list(places.values())
