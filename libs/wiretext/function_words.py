"""Knows the words of a language that are no names: pronouns, prepositions, particles.

They are in ``function-words.yaml`` and in the package stopwordsiso.
"""

from __future__ import annotations

from functools import cache

import stopwordsiso

from wiretext.kindred import kindred
from wiretext.normal import normalise
from wiretext.tables import table, words_of

_NOT_SMALL = frozenset({"shell", "hell", "wed"})  # what *she'll* and the like become without their apostrophes


@cache
def function_words(language: str) -> frozenset[str]:
    """Those of *language* (BCP 47), in normal form."""
    language = kindred(language, {*stopwordsiso.langs(), *table("function-words")})
    listed = stopwordsiso.stopwords(language) if stopwordsiso.has_lang(language) else set()
    if sibling := table("function-words")["shared"].get(language):
        listed = listed & stopwordsiso.stopwords(sibling)
    own = table("function-words").get(language, "").split()
    names = words_of("function-words", "names")
    return frozenset(normalise(word).text for word in (*listed, *own)) - _NOT_SMALL - names
