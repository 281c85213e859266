"""Tells when a family name goes on with another: *Anna Berg-Holm*, *Xavier Soler de Mas*, who is not Xavier Soler.

Judges by the capital behind a hyphen, or by the same two words elsewhere without the given name. Knows no name.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED
from wiretext.tables import words_for
from wiretext.vetoes.context.callings import offices
from wiretext.vetoes.context.casing import NOUNS_IN_CAPITALS
from wiretext.vetoes.context.given_names import is_given
from wiretext.vetoes.context.grammar import SLAVIC

_SHORTEST = 3  # letters of a second family name
_HYPHENS = frozenset("-\u2010\u2011")  # a dash joins two people: *Trump–Putin*


def is_of_double_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the full name goes on with a second family name that no label of the *entity* has."""
    last = reading.index(hit.end - 1)
    if len(hit.forms) == 1 or hit.alias.words[-1].script not in CASED or hit.end != reading.ends[last]:
        return False
    second = _second(reading, last)
    if second < 0 or reading.is_loud(last):
        return False
    word = reading.word(second)
    if (
        len(word) < _SHORTEST
        or word in offices(reading.language)
        or any(word in spelling(name) for name in (entity.name, *entity.names))
    ):
        return False
    hyphened = second == last + 1
    if hyphened and reading.language not in NOUNS_IN_CAPITALS:
        return not _is_of_two_people(reading, second)
    return _stands_alone(hit, reading, second)


def _second(reading: Reading, last: int) -> int:
    """The word with a capital behind a hyphen, or behind *de* and the like; -1 where there is none."""
    if reading.between(last, last + 1) == "-":
        hyphen = reading.surface(reading.ends[last], reading.starts[last + 1])
        return last + 1 if hyphen in _HYPHENS and reading.has_telling_capital(last + 1) else -1
    if reading.after(last) not in words_for(reading.language, "vetoes/people/double_names", "of"):
        return -1
    joined = reading.between(last + 1, last + 2) in {" ", "'"} and reading.has_telling_capital(last + 2)
    return last + 2 if joined else -1


def _is_of_two_people(reading: Reading, second: int) -> bool:
    """Whether a name of somebody else is meant, or a party's: *the X-Y summit*, *X-Y-mötet*, *Anna Berg-PSL: nie*.

    In Slavic languages a given name alone says so, too, which no family name is.
    """
    if reading.surface(reading.starts[second], reading.ends[second]).isupper():
        return True
    if reading.language in SLAVIC and is_given(reading.word(second)):
        return True
    if reading.between(second, second + 1).startswith("-"):
        return True
    goes_on = reading.between(second, second + 1) == " " and reading.is_capital(second + 1)
    return goes_on or reading.after(second) in words_for(reading.language, "vetoes/people/double_names", "between")


def _stands_alone(hit: Hit, reading: Reading, second: int) -> bool:
    """Whether the two family names stand elsewhere in the article with no given name before them."""
    start = hit.forms[-1].start
    both = reading.text[start : reading.ends[second]]
    at = reading.text.find(both)
    while at >= 0:
        before = reading.word(reading.index(at) - 1)
        if at != start and before != hit.alias.words[-2].lemma and not is_given(before):
            return True
        at = reading.text.find(both, at + 1)
    return False
