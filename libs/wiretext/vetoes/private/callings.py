"""Tells a namesake by how he makes a living, in languages whose verbs come last: *çobanlık yapan X*.

Only where nothing in the article is of public life: many a minister was a teacher once. The words are in
``callings.yaml`` and ``titles.yaml``. Knows no name.
"""

from __future__ import annotations

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import table, words_for
from wiretext.vetoes.context.roles import walks
from wiretext.vetoes.context.wordlists import ProcliticList, proclitic_list
from wiretext.vetoes.private.public_life import is_of_public_life

_SENTENCE = 16  # words behind a name in which its sentence ends
_BEHIND = 4  # words behind the verb among which it is in Armenian
_BETWEEN = 2  # small words between what somebody is and that he works so


def is_at_work(hit: Hit, reading: Reading) -> bool:
    """Whether a clause beside the whole name of a person says how its bearer makes a living, or that he has retired."""
    if hit.alias.unspaced or len(hit.forms) == 1 or reading.language not in table("vetoes/private/callings")["doing"]:
        return False
    first = reading.index(hit.start)
    clause = first - 1
    while reading.between(clause - 1, clause) == "'":
        clause -= 1  # an Uzbek word has one in it
    doing = reading.before(first) in _words("doing", reading.language) and _is_calling(clause - 1, reading)
    return (doing or _works(reading.index(hit.end - 1), reading)) and not is_of_public_life(reading)


def _works(last: int, reading: Reading) -> bool:
    """Whether the sentence goes on behind the word *last* with what its subject does for a living."""
    retires = words_for(reading.language, "vetoes/private/callings", "retires")
    for at in range(last + 1, min(last + 1 + _SENTENCE, len(reading))):
        if reading.starts_sentence(reading.starts[at]):
            return False
        if f"{reading.word(at)}_{reading.word(at + 1)}" in retires:
            return True
        if reading.word(at) in _words("does", reading.language):
            return any(_is_calling(near, reading) for near in (at - 1, *range(at + 1, at + _BEHIND)))
    return False


def _is_calling(at: int, reading: Reading) -> bool:
    """Whether the word *at*, or the one before small words, says what somebody in private life does."""
    for _ in range(_BETWEEN):
        if reading.word(at) in _words("between", reading.language):
            at -= 1
    word, trades = reading.word(at), walks("private", reading.language)
    for letters in _letters("leading", reading.language):
        word = word.removeprefix(letters)
    stems = (word[: -len(ending)] for ending in _letters("endings", reading.language) if word.endswith(ending))
    return word in trades or any(stem in trades for stem in stems)


def _letters(key: str, language: str) -> frozenset[str]:
    return words_for(language, "vetoes/private/callings", key)


def _words(key: str, language: str) -> ProcliticList:
    return proclitic_list(language, "vetoes/private/callings", key)
