"""Tells when a thing has a name by the form of the phrase: *Volta station*, *at The Volta*, and *das Volta* further on.

The words are in ``bare_things.yaml``. Knows no name.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_for

_SENTENCE = 12  # words behind a name in which it is told where its bearer lies
_ONE = frozenset({"en", "ett", "et", "ei", "ny", "nytt", "nya", "nye", "egen", "eget"})


def has_bare_thing(hit: Hit, reading: Reading) -> bool:
    """Whether a thing without an article follows the name as it is: *Volta station*, but *en Volta station*."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if _is_genitive_street(hit, reading):
        return True
    if hit.inflected or hit.end != reading.ends[last] or reading.before(first) in _ONE:
        return False
    return reading.after(last) in words_for(reading.language, "vetoes/things/bare_things", "bare")


def _is_genitive_street(hit: Hit, reading: Reading) -> bool:
    """Whether a street has the name in the genitive: *Norges gate*; *by* tells *Norges plass* from a rank."""
    language, last = reading.language, reading.index(hit.end - 1)
    streets = words_for(language, "vetoes/things/bare_things", "streets")
    if not streets or not reading.word(last).endswith("s"):
        return False
    following = reading.after(last)
    if following in streets:
        return True
    by = reading.before(reading.index(hit.start)) in words_for(language, "vetoes/things/bare_things", "by")
    return by and following in words_for(language, "vetoes/things/bare_things", "spots")


def is_told_where(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the article says how far from another town the name's bearer lies, or how many live there: no firm."""
    if entity.type != "organization" or len(hit.forms) > 1 or hit.inflected:
        return False
    at = reading.index(hit.end - 1) + 1
    if reading.word(at) not in words_for(reading.language, "vetoes/things/bare_things", "lies"):
        return False
    told = words_for(reading.language, "vetoes/things/bare_things", "inhabitants")
    for word in range(at + 1, min(at + _SENTENCE, len(reading))):
        if reading.starts_sentence(reading.starts[word]):
            return False
        if reading.word(word) in told:
            return True
    return False


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
    houses = words_for(reading.language, "vetoes/things/bare_things", "houses")
    return not houses.isdisjoint(reading.lower_words)


def is_resumed(hit: Hit, reading: Reading) -> bool:
    """Whether an article stands before the name as before that of a thing alone: *das X*, *på X*."""
    articles = words_for(reading.language, "vetoes/things/bare_things", "resumed")
    return reading.before(reading.index(hit.start)) in articles
