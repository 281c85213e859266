"""Tells what somebody in private life does by a clause behind his name: *، وهو تلميذ*, *, जो पेशे से दर्जी हैं*.

In languages in which no case says what goes with what. The words are in ``clauses.yaml`` and ``titles.yaml``. Knows no
name.
"""

from __future__ import annotations

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.vetoes.context.roles import walks
from wiretext.vetoes.context.wordlists import ProcliticList, proclitic_list

_FILLERS = 5  # words before a trade: *by trade*
_CLAUSES = frozenset({" ", ", ", "، "})


def is_told_in_clause(hit: Hit, reading: Reading) -> bool:
    """Whether a clause behind the name says that its bearer has a trade, now: *، وهو تلميذ*, *, जो पेशे से दर्जी हैं*."""
    last, language = reading.index(hit.end - 1), reading.language
    trades = walks("private", language)
    if language == "ar" and reading.before(reading.index(hit.start)) in _words("works", language):
        return any(form in trades for form in _predicates(reading.after(last), language))
    if reading.word(last + 1) not in _words("who", language) or reading.between(last, last + 1) not in _CLAUSES:
        return False
    at = last + 2
    while at < last + 2 + _FILLERS and reading.word(at) in _words("by_trade", language):
        at += 1
    told = any(form in trades for form in _predicates(reading.word(at), language))
    are = _words("is", language)
    if not told or reading.after(at) in _words("once", language):
        return False
    return not are or reading.after(at) in are or (reading.after(at) != "" and reading.after(at + 1) in are)


def _predicates(word: str, language: str) -> tuple[str, ...]:
    """*word*, and what it is without the letter that an Arabic or Hebrew predicate has: *نجارا*, *כנהג*."""
    if language == "ar":
        return word, word.removesuffix("ا"), word.removeprefix("ك")
    return (word, word.removeprefix("כ")) if language == "he" else (word,)


def _words(key: str, language: str) -> ProcliticList:
    return proclitic_list(language, "vetoes/private/clauses", key)
