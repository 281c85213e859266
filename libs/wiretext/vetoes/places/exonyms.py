"""Tells a word from a place that only other languages call so: Qatar is *Kota* in Yoruba, a town in Indonesian.

Of the places that are made of CLDR, which says how each language calls them. The languages that borrow each other's
names are in ``exonyms.yaml``. Knows no name.
"""

from __future__ import annotations

from functools import cache

from wirekit.contracts import UNKNOWN_LANGUAGE, Entity
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.places import languages_by_name
from wiretext.tables import table

_EVERYWHERE = "en"
_LONG = 6  # letters of a name that is no word of another language


def is_called_so_elsewhere(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the place has another name in the language of the article, and this short one in none that is near."""
    if entity.type != "place":
        return False
    letters = sum(len(word.lemma) for word in hit.alias.words)
    if letters > _LONG or hit.alias.words[0].script != "Latn" or reading.language == UNKNOWN_LANGUAGE:
        return False
    names = languages_by_name(entity.id)
    called_so = names.get(spelling(hit.alias.label))
    near = _near(reading.language)
    if not called_so or _EVERYWHERE in called_so or not called_so.isdisjoint(near):
        return False
    return any(not languages.isdisjoint(near) for languages in names.values())


@cache
def _near(language: str) -> frozenset[str]:
    """The languages whose names of places are used in *language*."""
    kin = (each for group in table("vetoes/places/exonyms")["kin"] if language in group for each in group)
    return frozenset({language, *kin})
