"""Tells another's acronym by the word before it: *il CAF* is no *Confederazione*, *Kendži Wada* no agency.

Asks the full forms in the text's language with the acronym's first letter; where none has a gender that is known,
nothing is said. The words are in ``acronyms_before.yaml``. Knows no name.
"""

from __future__ import annotations

from functools import cache

from wirekit.contracts import Entity
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import table, words_of

_TABLE = "vetoes/words/acronyms_before"
_BEFORE_STRESSED_A = frozenset({"es", "ca", "gl"})  # *el AIEA*: an article before an *a* may be that of *agua*


def follows_word_of_another(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the word before an acronym is an article of another body, or a given name."""
    return _has_other_article(hit, entity, reading) or _follows_given_name(hit, entity, reading)


def _has_other_article(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the article before an acronym goes with no full form of *entity*."""
    language, first = reading.language, reading.index(hit.start)
    article, acronym = reading.before(first), reading.text[hit.start : hit.end]
    if language not in table(_TABLE)["articles"] or (acronym[0] == "a" and language in _BEFORE_STRESSED_A):
        return False
    last = reading.index(hit.end - 1)
    of_another = reading.between(last, last + 1).startswith("-") or (language == "de" and reading.is_capital(last + 1))
    if of_another or "," in reading.between(first - 2, first - 1):
        return False  # *der WHO-Chef*; *, die ICC verurteilt hat*
    allowed = _genders("articles", language, article)
    told = {gender for label in (entity.name, *entity.names) for gender in _gender(label, acronym[0], language)}
    return bool(allowed) and bool(told) and allowed.isdisjoint(told)


def _follows_given_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether an acronym with one capital stands behind a given name, as it seems: *architekt Kendži Wada*."""
    first = reading.index(hit.start)
    if not reading.has_telling_capital(first - 1) or reading.starts_sentence(reading.starts[first - 1]):
        return False
    given, surface = reading.before(first), reading.surface(hit.start, hit.end)
    own = {word for label in (entity.name, *entity.names) for word in spelling(label)}
    before = reading.surface(reading.starts[first - 1], reading.ends[first - 1])
    return given != "" and given not in own and surface[1:].islower() and before[1:].islower()


def _gender(label: str, letter: str, language: str) -> frozenset[str]:
    """The genders of a full form that begins with *letter*; none of any other."""
    words = spelling(label)
    if len(words) < 2 and language != "de":  # noqa: PLR2004 (one word is no full form, but a German compound)
        return frozenset()
    if not words or not words[0].startswith(letter):
        return frozenset()
    if language != "de":
        return _genders("heads", language, words[0])
    return next(filter(None, (_ending_genders(word) for word in words)), frozenset())


@cache
def _genders(key: str, language: str, word: str) -> frozenset[str]:
    genders = table(_TABLE)[key][language]
    return frozenset(gender for gender in genders if word in words_of(_TABLE, key, language, gender))


@cache
def _ending_genders(word: str) -> frozenset[str]:
    genders = table(_TABLE)["heads"]["de"]
    return frozenset(gender for gender in genders if word.endswith(tuple(words_of(_TABLE, "heads", "de", gender))))
