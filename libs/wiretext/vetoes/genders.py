"""Tells a ship, an apple or a district from the French name of a country, by an article of the other gender.

*Le France*, *la Canada*: a country that ends in *-e* is feminine but for a few, any other masculine.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_of
from wiretext.vetoes.countries import is_country

_MASCULINE = frozenset({"le", "du", "au"})
_FEMININE = "la"


def has_wrong_article(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the article before a country in one word is one that the country has not."""
    if reading.language != "fr" or len(hit.forms) > 1 or hit.inflected or not is_country(entity):
        return False
    first = reading.index(hit.start)
    article = reading.before(first)
    if article not in _MASCULINE and article != _FEMININE:
        return False
    if reading.between(first, first + 1).strip().startswith("-"):
        return False  # *le France-Italie*
    name = reading.text[hit.start : hit.end]
    masculine = not name.endswith("e") or name in words_of("vetoes/genders", "masculine")
    return masculine == (article == _FEMININE)
