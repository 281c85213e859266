"""Tells another's acronym by the kind of body that it is said to be: the firm, the club, the tax of that name.

The kinds are ``kinds`` in ``context/beside.yaml``, what is played and which names are public in ``acronyms.yaml``.
"""

from __future__ import annotations

import re

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_for, words_of
from wiretext.vetoes.context.grammar import COMPOUNDING
from wiretext.vetoes.context.wordlists import InflectedList, inflected_list, word_list
from wiretext.vetoes.words.initials import BEGINNING

_APPOSED = (" ", ' "', "-", " (")
_GERMANIC = COMPOUNDING - {"fi", "et", "hu"}
_ADJECTIVE = re.compile("li(?:g|ch|jk)(?:a|e|t|em|en|er|es|are|ere|ar|ur|an|um)?$")
_LONGEST = 24  # letters of such a kind at the end of a compound
_LINKED = {"sw": ("ya", "la", "cha")}  # of: what a gloss has behind its first word, where no article begins it


def is_of_another_kind(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the letters are said to be those of a firm or a club, and the entity is a public body.

    By the word before them, or by a gloss behind a comma: *EFTA, kampuni ya Kitanzania*.
    """
    kind = _kind_before(reading, reading.index(hit.start)) or _kind_behind(reading, reading.index(hit.end - 1))
    if not kind:
        return False
    public = word_list("vetoes/words/acronyms", "public")
    named = {word for label in (entity.name, *entity.names) for word in spelling(label)}
    return any(word in public for word in named) and not any(word[:BEGINNING] == kind[:BEGINNING] for word in named)


def _kind_before(reading: Reading, first: int) -> str:
    """The word before an acronym if it says what it is; none of any other."""
    kind = reading.before(first, _APPOSED)
    if kind in function_words(reading.language):
        return ""
    if kind in _kinds(reading.language) or _ends_in_kind(kind, reading.language) or _is_played(reading, first):
        return kind
    return ""


def _kind_behind(reading: Reading, last: int) -> str:
    """The word that says what an acronym is behind it, a comma and an article; none of any other."""
    article = reading.after(last, (", ", " - "))
    if article in words_for(reading.language, "function-words", "indefinite"):
        kind = reading.after(last + 1)
    else:
        kind = article if reading.after(last + 1) in _LINKED.get(reading.language, ()) else ""
    return kind if kind in _kinds(reading.language) else ""


def _kinds(language: str) -> InflectedList:
    return inflected_list("vetoes/context/beside", "kinds", language)


def _ends_in_kind(word: str, language: str) -> bool:
    """Whether *word* is a compound like the German *Sportverband*; an adjective like *ehemalig* or *tidlig* is none."""
    kinds = _kinds(language)
    compound = language in COMPOUNDING and not (language in _GERMANIC and _ADJECTIVE.search(word))
    earliest = max(BEGINNING, len(word) - _LONGEST)
    return compound and any(word[at:] in kinds for at in range(earliest, len(word) - BEGINNING))


def _is_played(reading: Reading, first: int) -> bool:
    after = first - 1 if reading.word(first - 1) in function_words(reading.language) else first
    return reading.before(after) in words_of("vetoes/words/acronyms", "played")
