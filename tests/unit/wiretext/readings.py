"""What the modules between a text and its mentions are given: a text as it is read, and where names may stand in it."""

from __future__ import annotations

from wirekit.contracts import Entity, Watchlist
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.matcher import Hit, hits
from wiretext.matching.reading import Reading
from wiretext.normal import normalise


def read(text: str, language: str = "en") -> Reading:
    return Reading(normalise(text), language)


def hits_in(reading: Reading, *entities: Entity) -> list[Hit]:
    return list(hits(Lexicon.compile(Watchlist(entities=entities)), reading))


def hit_in(reading: Reading, entity: Entity) -> Hit:
    """The first place where *entity* may stand."""
    return hits_in(reading, entity)[0]


def surfaces(text: str, *entities: Entity, language: str = "en") -> list[str]:
    """The words of *text* that may name one of *entities*."""
    reading = read(text, language)
    return [reading.surface(hit.start, hit.end) for hit in hits_in(reading, *entities)]
