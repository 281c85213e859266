"""Tells a namesake by his youth: *17-летний X*, *16 gadus vecais X*, *X, който има 15 години*, *il piccolo X*.

The words are in ``young.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache

from wiretext.matching.aliases import FULL
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import listed_for, words_for
from wiretext.vetoes.context.apposed import is_nominative
from wiretext.vetoes.context.roles import walks
from wiretext.vetoes.context.wordlists import alternatives

_TABLE = "vetoes/private/young"
_REACH = 60  # characters before a name in which its bearer's age is
_ARTICLED = frozenset({"es", "gl", "pt", "it", "el"})  # languages in which whom a child is called so has an article


def is_young(hit: Hit, reading: Reading) -> bool:
    """Whether *hit* is said to be no twenty years old, or is called as children and grandparents are."""
    before = reading.text[max(0, hit.start - _REACH) : hit.start]
    if hit.alias.kind == FULL and _child(reading.language).search(before) is not None:
        return True
    if _clause(reading.language).match(reading.text, hit.end) is not None:
        return True
    if not is_nominative(hit, reading):
        return False
    aged = _aged(reading.language).search(before)
    return aged is not None and (not aged["who"] or any(_is_somebody(word, reading) for word in aged["who"].split()))


def _is_somebody(word: str, reading: Reading) -> bool:
    """Whether *word* says what somebody does, or that it is a child."""
    people = words_for(reading.language, "vetoes/context/beside", "people")
    return word in people or any(word in walks(kind, reading.language) for kind in ("private", "stage"))


@cache
def _aged(language: str) -> re.Pattern[str]:
    """An age below twenty in figures or in words, and three words at most."""
    numbers, years = _either("numbers", language), _either("years", language)
    return re.compile(rf"(?:(?<![\d.,-])1?\d[- ]?|\b(?:{numbers}))(?:{years}) (?P<who>(?:[\w\"-]+ ){{0,3}})\"?$")


@cache
def _clause(language: str) -> re.Pattern[str]:
    """A comma, *who is*, such an age in figures, and the end of the clause."""
    has, counted = _either("has", language), _either("counted", language)
    return re.compile(rf", (?:(?:[^\W\d]+ ){{0,3}}(?:{has}) )?1?\d (?:{counted})(?![\w ])")


@cache
def _child(language: str) -> re.Pattern[str]:
    articles = alternatives(listed_for(language, "vetoes/private/trades", "articles"))
    article = rf"(?:{articles}) " if language in _ARTICLED else ""
    return re.compile(rf"(?<!\w){article}(?:{_either('children', language)}) $")


def _either(key: str, language: str) -> str:
    return alternatives(listed_for(language, _TABLE, key))
