"""Tells a private walk of life that takes several words, or a clause: *tukang kayu X*, *X es panadero*, *il piccolo X*.

Before the name, behind it after a comma and maybe an age, and in a phrase between commas that is told of it. The words
are in ``crafts.yaml``, those for trades in ``titles.yaml``. Knows no name.
"""

from __future__ import annotations

from functools import cache

from wiretext.function_words import function_words
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import listed, listed_for, words_for
from wiretext.vetoes.context.roles import leading_word, offices, walks
from wiretext.vetoes.context.several import are_several
from wiretext.vetoes.context.wordlists import as_phrases
from wiretext.vetoes.private.public_life import is_of_public_life

_COMMAS = frozenset({", ", " ("})
_AGE = 6  # words of an age behind a name
_FEW = 3  # words from a trade to the name behind it
_PHRASE = 8  # words of a phrase that is told of the name behind it
_ARTICLED = frozenset({"es", "gl", "pt", "it", "el"})
_TO = frozenset({"kay", "ni", "kina", "nina"})  # Filipino: what stands before is somebody else
_LEADING = 3  # words of such a phrase among which is the trade


def is_of_craft(hit: Hit, reading: Reading) -> bool:
    """Whether several words beside *hit*, the name of a person, say what he does in private life."""
    if hit.alias.unspaced:
        return False
    return (
        _stands_before(hit, reading)
        or _stands_behind(hit, reading)
        or _is_told_before(hit, reading)
        or _is_told_behind(hit, reading)
        or _is_resident(hit, reading)
    )


def _stands_before(hit: Hit, reading: Reading) -> bool:
    last = leading_word(reading, reading.index(hit.start))
    if last < 0 or reading.before(reading.index(hit.start)) in _TO:
        return False
    if reading.text.endswith(_phrases(), 0, reading.ends[last]):
        return not are_several(hit, reading, last)
    if _is_child(hit, reading):
        return True
    head = last - 1
    if head >= 0 and _is_craft(head, reading):
        return not are_several(hit, reading, head)
    trade = _trade_before(last, reading)
    return trade >= 0 and not are_several(hit, reading, trade)


def _is_child(hit: Hit, reading: Reading) -> bool:
    """Whether *the little*, *grandfather* or the like stands before the whole name."""
    first = reading.index(hit.start)
    called = _called(first, "children", reading)
    if not called or reading.between(first - 1, first) != " ":
        return False
    articles = words_for(reading.language, "vetoes/private/crafts", "articles")
    return reading.language not in _ARTICLED or reading.before(first - called) in articles


def _called(first: int, key: str, reading: Reading) -> int:
    """How many words of the table under *key* end before the word *first*."""
    end = reading.ends[first - 1] if first else 0
    for phrase in _listed(key, reading.language):
        if reading.text.endswith(phrase, 0, end) and not reading.text[: end - len(phrase)][-1:].isalnum():
            return phrase.count(" ") + 1
    return 0


def _stands_behind(hit: Hit, reading: Reading) -> bool:
    """Whether a comma follows, maybe with an age between, and such words."""
    at = reading.index(hit.end - 1)
    if reading.between(at, at + 1) not in _COMMAS:
        return False
    told = _behind_age(at + 1, reading)
    return _begins_craft(at + 1, reading) or (told > 0 and _begins_craft(told, reading, alone=True))


def _begins_craft(at: int, reading: Reading, *, alone: bool = False) -> bool:
    """Whether such words begin at the word *at*, with an article or none; or *alone* one that is enough."""
    at += reading.word(at) in words_for(reading.language, "vetoes/private/crafts", "articles")
    if not reading.word(at) or reading.is_capital(at):
        return False
    is_trade = alone and reading.word(at) in walks("private", reading.language)
    return is_trade or _is_craft(at, reading) or reading.text.startswith(_phrases(), reading.starts[at])


def _behind_age(first: int, reading: Reading) -> int:
    """The word behind the comma after an age that begins with the word *first*, else -1."""
    for at in range(first, first + _AGE):
        tie = reading.between(at, at + 1)
        if tie != " ":
            aged = any(reading.word(word).isdigit() for word in range(first, at + 1))
            return at + 1 if aged and tie.strip() in {",", "),", ")"} else -1
    return -1


def _is_craft(at: int, reading: Reading) -> bool:
    """Whether the word *at* and the one behind it are a trade, whatever the second is: *tukang kayu*."""
    if reading.word(at) not in words_for(reading.language, "vetoes/private/crafts", "heads"):
        return False
    what = reading.after(at)
    if not what or reading.is_capital(at + 1):
        return False
    return what not in offices() and what not in function_words(reading.language)


def _trade_before(last: int, reading: Reading) -> int:
    """The word for a trade before *of* and the word *last*, an article between the two or none, else -1."""
    of = words_for(reading.language, "vetoes/private/crafts", "of")
    for at in range(last - 1, last - _FEW, -1):
        if reading.between(at, at + 1) not in {" ", "'"}:
            return -1
        if reading.word(at) in of:
            is_trade = reading.before(at) in walks("private", reading.language)
            return at - 1 if is_trade and reading.before(at - 1) not in offices() else -1
    return -1


def _is_told_before(hit: Hit, reading: Reading) -> bool:
    """Whether a sentence begins with a trade that a comma parts from the name: *Un joven panadero, X, ...*."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    told = bool(words_for(reading.language, "vetoes/private/crafts", "says"))
    if not told or reading.between(last, last + 1)[:1] not in {",", "."}:
        return False
    articled = reading.language == "el" and reading.before(first) in words_for(
        "el", "vetoes/private/crafts", "articles"
    )
    first -= articled
    if reading.between(first - 1, first) != ", ":
        return False
    begin = first - 1
    while begin > 0 and first - begin < _PHRASE and reading.between(begin - 1, begin) == " ":
        begin -= 1
    if not reading.starts_sentence(reading.starts[begin]):
        return False
    private = walks("private", reading.language)
    trades = (at for at in range(begin, min(begin + _LEADING, first)) if reading.word(at) in private)
    return any(not are_several(hit, reading, at) for at in trades)


def _is_told_behind(hit: Hit, reading: Reading) -> bool:
    """Whether a clause behind the name says what its bearer does, in an article of nothing public: *X es panadero*."""
    last = reading.index(hit.end - 1)
    if reading.between(last, last + 1) not in {" ", ", "}:
        return False
    text, start = reading.text, reading.starts[last + 1]
    for phrase in _listed("says", reading.language):
        if text.startswith(f"{phrase} ", start):
            at = last + 2 + phrase.count(" ")
            at += reading.word(at) in words_for(reading.language, "vetoes/private/crafts", "articles")
            return _is_trade_now(at, reading) and not is_of_public_life(reading)
    return False


def _is_trade_now(at: int, reading: Reading) -> bool:
    if reading.word(at) not in walks("private", reading.language) and not _is_craft(at, reading):
        return False
    trained = tuple(f"{phrase} " for phrase in _listed("trained", reading.language))
    return not reading.text.startswith(trained, reading.ends[at] + 1)


def _is_resident(hit: Hit, reading: Reading) -> bool:
    """Whether the name is said to be a villager's and nothing else, in an article of nothing public."""
    last = reading.index(hit.end - 1)
    if reading.between(last, last + 1) not in _COMMAS:
        return False
    residents = tuple(f"{word} " for word in _listed("residents", reading.language))
    told = last + 1, max(_behind_age(last + 1, reading), last + 1)
    called = any(reading.text.startswith(residents, reading.starts[at]) for at in told) if residents else False
    return called and not is_of_public_life(reading)


@cache
def _listed(key: str, language: str) -> tuple[str, ...]:
    """The words under *key* for *language*, with blanks, the longest first."""
    return tuple(sorted(as_phrases(listed_for(language, "vetoes/private/crafts", key)), key=len, reverse=True))


@cache
def _phrases() -> tuple[str, ...]:
    return as_phrases(listed("vetoes/context/titles", "phrases"))
