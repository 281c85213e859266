"""Tells a namesake by a clause that says how he makes a living: *، وهو تلميذ*, *, जो पेशे से दर्जी हैं*, *çobanlık yapan X*.

Behind the name, and before it where verbs come last: there the end of the sentence may say it, too. The words are in
``trades_in_clauses.yaml``. Knows no name.
"""

from __future__ import annotations

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import table, words_for
from wiretext.vetoes.context.callings import walks
from wiretext.vetoes.context.wordlists import ProcliticList, proclitic_list
from wiretext.vetoes.private.public_life import is_of_public_life

_TABLE = "vetoes/private/trades_in_clauses"
_FILLERS = 5  # words before a trade: *by trade*
_CLAUSES = frozenset({" ", ", ", "، "})
_SENTENCE = 16  # words behind a name in which its sentence ends
_BEHIND = 4  # words behind the verb among which it is in Armenian
_BETWEEN = 2  # small words between what somebody is and that he works so


def is_told_in_clause(hit: Hit, reading: Reading) -> bool:
    """Whether a clause beside the name says that its bearer has a trade, now, or has retired from one.

    Where verbs come last only in an article of nothing public: many a minister was a teacher once.
    """
    if reading.language not in table(_TABLE)["doing"]:
        return _is_who_has_trade(hit, reading)
    if len(hit.forms) == 1:
        return False
    told = _is_who_does(reading.index(hit.start), reading) or _lives_by_it(reading.index(hit.end - 1), reading)
    return told and not is_of_public_life(reading)


def _is_who_has_trade(hit: Hit, reading: Reading) -> bool:
    """Whether *who is* and a trade stand behind the name: *، وهو تلميذ*; or *works* before it and a trade behind it."""
    last, language = reading.index(hit.end - 1), reading.language
    trades = walks("private", language)
    if language == "ar" and reading.before(reading.index(hit.start)) in _list("works", reading):
        return any(form in trades for form in _predicates(reading.after(last), language))
    if reading.word(last + 1) not in _list("who", reading) or reading.between(last, last + 1) not in _CLAUSES:
        return False
    at = last + 2
    while at < last + 2 + _FILLERS and reading.word(at) in _list("by_trade", reading):
        at += 1
    told = any(form in trades for form in _predicates(reading.word(at), language))
    are = _list("is", reading)
    if not told or reading.after(at) in _list("once", reading):
        return False
    return not are or reading.after(at) in are or (reading.after(at) != "" and reading.after(at + 1) in are)


def _predicates(word: str, language: str) -> tuple[str, ...]:
    """*word*, and what it is without the letter that an Arabic or Hebrew predicate has: *نجارا*, *כנהג*."""
    if language == "ar":
        return word, word.removesuffix("ا"), word.removeprefix("ك")
    return (word, word.removeprefix("כ")) if language == "he" else (word,)


def _is_who_does(first: int, reading: Reading) -> bool:
    """Whether a word for *who works as* stands before the word *first*, and a trade before it: *çobanlık yapan X*."""
    clause = first - 1
    while reading.between(clause - 1, clause) == "'":
        clause -= 1  # an Uzbek word has one in it
    return reading.before(first) in _list("doing", reading) and _is_calling(clause - 1, reading)


def _lives_by_it(last: int, reading: Reading) -> bool:
    """Whether the sentence goes on behind the word *last* with what its subject does for a living."""
    retires = words_for(reading.language, _TABLE, "retires")
    for at in range(last + 1, min(last + 1 + _SENTENCE, len(reading))):
        if reading.starts_sentence(reading.starts[at]):
            return False
        if f"{reading.word(at)}_{reading.word(at + 1)}" in retires:
            return True
        if reading.word(at) in _list("does", reading):
            return any(_is_calling(near, reading) for near in (at - 1, *range(at + 1, at + _BEHIND)))
    return False


def _is_calling(at: int, reading: Reading) -> bool:
    """Whether the word *at*, or the one before small words, says what somebody in private life does."""
    for _ in range(_BETWEEN):
        if reading.word(at) in _list("between", reading):
            at -= 1
    word, trades = reading.word(at), walks("private", reading.language)
    for letters in words_for(reading.language, _TABLE, "leading"):
        word = word.removeprefix(letters)
    endings = words_for(reading.language, _TABLE, "endings")
    return word in trades or any(word.removesuffix(ending) in trades for ending in endings)


def _list(key: str, reading: Reading) -> ProcliticList:
    return proclitic_list(reading.language, _TABLE, key)
