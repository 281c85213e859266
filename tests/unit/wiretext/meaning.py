"""What a text means: who or what may be named in it, without short names, and which names all vetoes leave."""

from __future__ import annotations

from typing import Literal

from tests.builders import an_entity
from tests.unit.wiretext.readings import hits_in, read
from wirekit.contracts import Entity
from wiretext.matching.binding import longest
from wiretext.vetoes import credible

Kind = Literal["person", "organization", "place"]


def named(kind: Kind, *names: str) -> Entity:
    """Whoever or whatever has all these *names*, the first above all."""
    return an_entity(names[0], id=kind, type=kind, names=names[1:], short={})


def a_person(*names: str) -> Entity:
    return named("person", *names)


def an_organization(*names: str) -> Entity:
    return named("organization", *names)


def a_place(*names: str) -> Entity:
    return named("place", *names)


def believed(text: str, *entities: Entity, language: str = "en") -> list[str]:
    """The words of *text* that name one of *entities*, in order."""
    reading = read(text, language)
    found = credible(longest(hits_in(reading, *entities)), entities, reading)
    return [reading.surface(hit.start, hit.end) for hit in sorted(found, key=lambda hit: hit.start)]


def is_believed(text: str, *entities: Entity, language: str = "en") -> bool:
    """Whether *text* names one of *entities* anywhere."""
    return bool(believed(text, *entities, language=language))
