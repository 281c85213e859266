"""Which names in a text are ordinary words."""

from __future__ import annotations

from tests.unit.wiretext.readings import hits_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.words.homonyms import ordinary_words


def words_in(text: str, language: str, *entities: Entity) -> list[str]:
    """The names of *entities* in *text* that are no names."""
    reading = read(text, language)
    found = {(hit.start, hit.end) for hit in ordinary_words(hits_in(reading, *entities), entities, reading)}
    return [reading.surface(*place) for place in sorted(found)]
