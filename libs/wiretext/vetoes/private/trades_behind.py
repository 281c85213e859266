"""Tells a namesake by what stands behind his name: *X, penjual jamu di Garut*, *X, 54 de ani, croitoreasă*.

Behind a comma, maybe after an age; and without one in Hungarian: *X szegedi fodrász*. The words are in
``trades_behind.yaml``. Knows no name.
"""

from __future__ import annotations

from functools import cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import listed_for, words_for
from wiretext.vetoes.context.callings import offices, walks
from wiretext.vetoes.context.grammar import is_in_case
from wiretext.vetoes.context.wordlists import as_phrases
from wiretext.vetoes.private.public_life import is_of_public_life
from wiretext.vetoes.private.trades import behind_article, is_compound, is_trade, phrases

_TABLE = "vetoes/private/trades_behind"
_COMMAS = frozenset({", ", " ("})
_AGE = 6  # words of an age behind a name
_FEW = 3  # words between a Hungarian name and a trade
_ATTRIBUTES = ("i", "eves", "dik", "osztalyos")  # endings of Hungarian attributes before a trade


def leads_to_trade(hit: Hit, reading: Reading) -> bool:
    """Whether a trade of several words, or behind an age, follows; or a villager in an article of nothing public."""
    last = reading.index(hit.end - 1)
    if reading.between(last, last + 1) not in _COMMAS:
        return reading.language == "hu" and _has_attributes(hit, last, reading)
    told = _behind_age(last + 1, reading)
    if _begins_trade(last + 1, reading) or (told > 0 and _begins_trade(told, reading, alone=True)):
        return True
    residents = _residents(reading.language)
    starts = (last + 1, max(told, last + 1))
    at = next((at for at in starts if reading.text.startswith(residents, reading.starts[at])), -1)
    citizen = reading.word(at + 1) in words_for(reading.language, _TABLE, "of_states")  # *warga negara*
    return at >= 0 and not citizen and not is_of_public_life(reading)


def _begins_trade(at: int, reading: Reading, *, alone: bool = False) -> bool:
    """Whether such words begin at the word *at*, with an article or none; or *alone* one that is enough."""
    at = behind_article(at, reading)
    if not reading.word(at) or reading.is_capital(at):
        return False
    told = is_trade(at, reading) if alone else is_compound(at, reading)
    return told or reading.text.startswith(phrases(), reading.starts[at])


def _behind_age(first: int, reading: Reading) -> int:
    """The word behind the comma after an age that begins with the word *first*, else -1."""
    for at in range(first, first + _AGE):
        tie = reading.between(at, at + 1)
        if tie != " ":
            aged = any(reading.word(word).isdigit() for word in range(first, at + 1))
            return at + 1 if aged and tie.strip() in {",", "),", ")"} else -1
    return -1


def _has_attributes(hit: Hit, last: int, reading: Reading) -> bool:
    """Whether a trade follows a Hungarian name, with where its bearer is from or how old he is before it."""
    if len(hit.forms) == 1 or hit.inflected:
        return False
    for at in range(last + 1, last + 2 + _FEW):
        word = reading.word(at)
        if reading.between(at - 1, at) != " " or reading.is_capital(at) or word in offices(reading.language):
            return False
        if word in walks("private", "hu") and not word.endswith(("k", "t")) and not is_in_case(word, "hu"):
            return True
        if not (word.endswith(_ATTRIBUTES) or word.isdigit()):
            return False
    return False


@cache
def _residents(language: str) -> tuple[str, ...]:
    return tuple(f"{word} " for word in as_phrases(listed_for(language, _TABLE, "residents")))
