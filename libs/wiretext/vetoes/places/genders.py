"""Tells a ship, an apple, a hat or a river from the name of a country, by an article that the country has not.

*Le France*, *la Canada*: a French country that ends in *-e* is feminine but for a few, any other masculine.
*Der Panama*, *am Jordan*: a German country has no article but for a few.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_of
from wiretext.vetoes.places.countries import is_country

_MASCULINE = frozenset({"le", "du", "au"})
_FEMININE = "la"
_GERMAN = frozenset({"der", "den", "am"})  # *das* and *im* may go with *Kuba von heute*


def has_wrong_article(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the article before a country in one word is one that the country has not."""
    if reading.language not in {"fr", "de"} or len(hit.forms) > 1 or hit.inflected or not is_country(entity):
        return False
    first = reading.index(hit.start)
    article = reading.before(first)
    if reading.language == "de":
        return article in _GERMAN and _is_bare(hit, reading, first)
    if article not in _MASCULINE and article != _FEMININE:
        return False
    if reading.between(first, first + 1).strip().startswith("-"):
        return False  # *le France-Italie*
    name = reading.text[hit.start : hit.end]
    masculine = not name.endswith("e") or name in words_of("vetoes/places/genders", "masculine")
    return masculine == (article == _FEMININE)


def _is_bare(hit: Hit, reading: Reading, first: int) -> bool:
    """Whether no noun follows that the German article may be of, and no comma stands before it: *die Kuba besuchen*."""
    last = reading.index(hit.end - 1)
    relative = "," in reading.between(first - 2, first - 1) or hit.end < reading.ends[last]
    of_another = reading.is_capital(last + 1) or reading.between(last, last + 1).startswith("-")
    articled = reading.text[hit.start : hit.end] in words_of("vetoes/places/genders", "articled")
    return not (relative or of_another or articled) and not reading.is_loud(first)
