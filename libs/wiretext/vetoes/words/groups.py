"""Tells an organisation that is called as its members are, whom most languages write in lower case: *talibani*.

The watch list says so itself: it has a name of one word, and the same with an ending of the plural. Knows no name.
"""

from __future__ import annotations

from functools import lru_cache

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.labels import spelling
from wiretext.matching.aliases import FULL
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED, script_of
from wiretext.vetoes.context.casing import NOUNS_IN_CAPITALS

_PLURALS = {
    "Latn": frozenset(["s", "es", "er", "ler", "lar", "ok", "ove", "ovia", "owie", "istas", "istes", "iter"]),
    "Cyrl": frozenset(["ы", "и", "лар", "лер", "тар", "тер", "дар", "дер", "цы", "ове"]),
    "Grek": frozenset(["οι", "εσ"]),
    "Armn": frozenset({"ներ", "եր"}),
}
_SHORTEST, _SHORTEST_WRITTEN = 4, 5  # letters of a name, and of a form of it
_CAPITALISED = NOUNS_IN_CAPITALS | {"en"}  # languages in which members have a capital


def is_of_members(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether *hit* may be in lower case because its one word is what the members of an organisation are called."""
    if entity.type != "organization" or hit.alias.kind != FULL or len(hit.forms) > 1 or hit.alias.acronym:
        return False
    word = reading.text[hit.start : hit.end]
    return (
        reading.language not in _CAPITALISED
        and len(word) >= _SHORTEST_WRITTEN
        and word not in function_words(reading.language)
        and _is_group((entity.name, *entity.names))
    )


@lru_cache(maxsize=1 << 12)
def _is_group(names: tuple[str, ...]) -> bool:
    """Whether one of *names* is another one in the plural."""
    words = {words[0] for words in map(spelling, names) if len(words) == 1}
    cased = {word for word in words if script_of(word[0]) in CASED and len(word) >= _SHORTEST}
    return any(_has_plural(word, cased) for word in cased)


def _has_plural(word: str, others: set[str]) -> bool:
    endings = _PLURALS[script_of(word[0])]
    return any(other.startswith(word) and other[len(word) :] in endings for other in others)
