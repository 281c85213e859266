"""Tells a namesake by his youth: *17-летний X*, *16 gadus vecais X*, *X, който има 15 години*, *il piccolo X*.

The words are in ``young.yaml``, those of ages in ``ages.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache

from wiretext.matching.aliases import FULL
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import listed_for, words_for, words_of
from wiretext.vetoes.context.ages import OF_AGE, follows_low_age, text_before, words_after_low_age
from wiretext.vetoes.context.apposed import is_nominative
from wiretext.vetoes.context.callings import walks
from wiretext.vetoes.context.wordlists import alternatives

# Languages in which what stands before a name has no case of its own, so that the case of the name says nothing.
_IN_ANY_CASE = frozenset({"tr", "az", "kk", "ky", "uz", "mn", "ka", "hy", "am"})
_ARTICLED = frozenset({"es", "gl", "pt", "it", "el"})  # languages in which whom a child is called so has an article


def is_young(hit: Hit, reading: Reading) -> bool:
    """Whether *hit* is said to be no twenty years old, or is called as children and grandparents are."""
    if hit.alias.kind == FULL and _child(reading.language).search(text_before(hit, reading)) is not None:
        return True
    if follows_low_age(hit, reading):
        return True
    told = reading.language in _IN_ANY_CASE or is_nominative(hit, reading)
    between = words_after_low_age(hit, reading) if told else None
    return between is not None and (not between or any(_is_somebody(word, reading) for word in between))


def is_young_relative(hit: Hit, reading: Reading) -> bool:
    """Whether the age of a youth and a relative stand before the name: *19 वर्षीय बेटे X*."""
    first = reading.index(hit.start)
    if hit.alias.unspaced or reading.before(first) not in walks("kin", reading.language):
        return False
    age, aged = reading.word(first - 3), words_of("vetoes/context/ages", "uncased")
    return reading.word(first - 2) in aged and age.isdecimal() and int(age) < OF_AGE


def _is_somebody(word: str, reading: Reading) -> bool:
    """Whether *word* says what somebody does, or that it is a child."""
    people = words_for(reading.language, "vetoes/context/beside", "people")
    return word in people or any(word in walks(kind, reading.language) for kind in ("private", "stage"))


@cache
def _child(language: str) -> re.Pattern[str]:
    """Who is called so, behind an article in languages in which he has one."""
    children = alternatives(listed_for(language, "vetoes/private/young", "children"))
    articles = alternatives(listed_for(language, "vetoes/private/trades", "articles"))
    return re.compile(rf"(?<!\w){f'(?:{articles}) ' if language in _ARTICLED else ''}(?:{children}) $")
