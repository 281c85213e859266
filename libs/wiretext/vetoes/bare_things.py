"""Tells when a thing has a name by the form of the phrase: *Volta station*, *at The Volta*, and *das Volta* further on.

The words are in ``bare_things.yaml``. Knows no name.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_for

_ONE = frozenset({"en", "ett", "et", "ei", "ny", "nytt", "nya", "nye", "egen", "eget"})


def has_bare_thing(hit: Hit, reading: Reading) -> bool:
    """Whether a thing without an article follows the name as it is: *Volta station*, but *en Volta station*."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if hit.inflected or hit.end != reading.ends[last] or reading.before(first) in _ONE:
        return False
    return reading.after(last) in words_for(reading.language, "vetoes/bare_things", "bare")


def has_article_of_its_own(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether *The* stands before the name within a sentence, as it does of a pub: no label of the firm has it."""
    first = reading.index(hit.start)
    if entity.type != "organization" or hit.alias.acronym or reading.word(first) == "the":
        return False
    the = reading.before(first) == "the" and reading.has_telling_capital(first - 1)
    if not the or reading.starts_sentence(reading.starts[first - 1]) or reading.is_capital(first - 2):
        return False
    if any("the" in spelling(label) for label in (entity.name, *entity.names)):
        return False
    houses = words_for(reading.language, "vetoes/bare_things", "houses")
    return not houses.isdisjoint(reading.lower_words)


def is_resumed(hit: Hit, reading: Reading) -> bool:
    """Whether an article stands before the name as before that of a thing alone: *das X*, *på X*."""
    articles = words_for(reading.language, "vetoes/bare_things", "resumed")
    return reading.before(reading.index(hit.start)) in articles
