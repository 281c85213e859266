"""Finds an organisation's name in a word that is made with it and a noun: *Natochefen*, *Weltbankpräsident*.

An acronym that is spoken as a word takes any noun, a name of one word those of ``compounds.yaml``. Knows no name.
"""

from __future__ import annotations

from functools import cache

from wiretext.matching.aliases import Alias
from wiretext.tables import words_for

_TABLE = "matching/compounds"
_ANY_NOUN = frozenset({"sv", "da", "nb", "nn", "nl", "fi"})  # languages in which an acronym takes any
_SPOKEN = 4  # letters of an acronym that compounds are made with, and of the noun after it
_FEWEST = 6  # letters of a name that they are made with
_LONGEST = 20  # letters of a noun's beginning


def begins_compound(alias: Alias, text: str, language: str) -> bool:
    """Whether the word *text* is made of the name, in a text of *language* (BCP 47), and a noun after it."""
    lemma = alias.words[0].lemma
    if alias.acronym:
        long_enough = len(lemma) >= _SPOKEN and len(text) >= len(lemma) + _SPOKEN
        return language in _ANY_NOUN and long_enough and text.startswith(lemma)
    if not takes_nouns(alias):
        return False
    for name in (lemma, *before_nouns(alias)):
        rest = text.removeprefix(name)
        if rest != text and any(noun in _nouns(language) for noun in _beginnings(rest, language)):
            return True
    return False


def takes_nouns(alias: Alias) -> bool:
    """Whether compounds are made with the name: it is one long word with a capital."""
    return len(alias.words) == 1 and alias.words[0].capital and len(alias.words[0].lemma) >= _FEWEST


def before_nouns(alias: Alias) -> tuple[str, ...]:
    """How a Nordic name begins a compound, without the article at its end; none where none is there."""
    if not takes_nouns(alias):
        return ()
    lemma = alias.words[0].lemma
    return tuple(
        lemma.removesuffix(article) for article in words_for("sv", _TABLE, "articles") if lemma.endswith(article)
    )


def _beginnings(rest: str, language: str) -> list[str]:
    """The beginnings of what follows the name, also behind what may link the two."""
    links = ("", *words_for(language, _TABLE, "links"))
    nouns = (rest.removeprefix(link) for link in links if rest.startswith(link))
    return [noun[:end] for noun in nouns for end in range(1, min(len(noun), _LONGEST) + 1)]


@cache
def _nouns(language: str) -> frozenset[str]:
    return words_for(language, _TABLE, "nouns")
