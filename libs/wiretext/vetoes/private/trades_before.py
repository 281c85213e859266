"""Tells a namesake by a trade at some distance before his name: *la vendedora de flores X*, *ученица второго лицея X*.

In the same phrase, or parted by a comma where a sentence begins: *Un joven panadero, X, ...*. What says that the trade
goes with the name is a preposition, or in Slavic languages the case of both. The words are in ``trades_before.yaml``.
Knows no name.
"""

from __future__ import annotations

import re

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_for, words_of
from wiretext.vetoes.context.apposed import is_nominative
from wiretext.vetoes.context.callings import offices, walks
from wiretext.vetoes.context.grammar import DECLINING, SLAVIC
from wiretext.vetoes.context.roles import leading_word
from wiretext.vetoes.context.several import are_several
from wiretext.vetoes.context.wordlists import joining
from wiretext.vetoes.private.trades import behind_article, is_compound, phrases

_TABLE = "vetoes/private/trades_before"
_OPENING = frozenset({"es", "gl", "pt", "it", "ro", "el", "id", "ms", "tl", "sw"})  # that part both by a comma
_PHRASE, _LEADING = 8, 3  # words of such a phrase, and those among which is the trade
_FEW = 3  # words from a trade to the name behind it
_FAR = 7  # the same where the case tells
_REACH = 60  # characters before a name in which the trade is
_OF = frozenset({"на"})  # which tells in Bulgarian and Macedonian whose driver somebody is
_SEVERAL = ("и", "те")  # endings of words for several people in Bulgarian and Macedonian
_TIES = frozenset({" ", ' "', '" ', "-"})
_OWNED = {  # by language, a trade with a genitive before a name
    "sq": re.compile(r"(\w+) [ie] \w+(?:s|t|ve)(?: [st]e \w+)? $"),  # *nxënësi i klasës së pestë X*
    "el": re.compile(r"(\w+(?:[ιοα]σ|[αι])) (?:\w+(?:ισ|ασ|οι|ον) ){1,2}$"),  # *φοιτητής κτηνιατρικής X*
}
# Nouns for somebody in the nominative, in normal form: *учитель*, *kierowca*; and in other cases: *учителем*.
_VOWELS = "аеёиіїоуыэюяєaeiouy"
_NOMINATIVE = re.compile(
    rf".*(?:[^{_VOWELS}]|[^{_VOWELS}]ка|[^{_VOWELS}]ka|[иіы]ц[ая]|[оў]ўца|ица|ха|ня|сестра|швея|ica|yca|wca|ista|ysta|dce|nce"
    r"|ice|yne|kyne|owa|ci|ni|sestra|siostra)"
)
_OBLIQUE = re.compile(r".*(?:[оеяаиыіў]м|[аыияі]х|[оеіаё][вў]|ей|ниц|[тшрнл]ок|[nlrt]ek|nic|[aeouiy]m|[aei]ch|ow)")


def follows_trade(hit: Hit, reading: Reading) -> bool:
    """Whether a trade that takes several words, or stands at some distance, goes with *hit* behind it."""
    if _is_led(hit, reading) or _opens_sentence(hit, reading):
        return True
    if len(hit.forms) == 1 or hit.inflected:
        return False
    return _has_genitive(hit, reading) or (reading.language in SLAVIC and _is_in_phrase(hit, reading))


def _is_led(hit: Hit, reading: Reading) -> bool:
    """Whether a trade in several words stands right before the name, or before one that links the two."""
    first = reading.index(hit.start)
    last = leading_word(reading, first)
    if last < 0 or reading.before(first) in words_for(reading.language, _TABLE, "to"):
        return False
    if reading.text.endswith(phrases(), 0, reading.ends[last]):
        return not are_several(hit, reading, last)
    trade = last - 1 if is_compound(last - 1, reading) else _before_of(last, reading)
    return trade >= 0 and not are_several(hit, reading, trade)


def _before_of(last: int, reading: Reading) -> int:
    """The word for a trade before *of* and the word *last*, an article between the two or none, else -1."""
    of = words_for(reading.language, _TABLE, "of")
    for at in range(last - 1, last - _FEW, -1):
        if reading.between(at, at + 1) not in {" ", "'"}:
            return -1
        if reading.word(at) in of:
            if at < last - 1 and behind_article(at + 1, reading) == at + 1:
                return -1  # *jueces de Lima citan a X*
            is_trade = reading.before(at) in walks("private", reading.language)
            return at - 1 if is_trade and reading.before(at - 1) not in offices(reading.language) else -1
    return -1


def _opens_sentence(hit: Hit, reading: Reading) -> bool:
    """Whether a sentence begins with a trade that a comma parts from the name: *Un joven panadero, X, ...*."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if reading.language not in _OPENING or reading.between(last, last + 1)[:1] not in {",", "."}:
        return False
    first -= behind_article(first - 1, reading) == first  # *o João*, *η Λένα*
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


def _has_genitive(hit: Hit, reading: Reading) -> bool:
    """Whether a trade with an Albanian or a Greek genitive stands before the name."""
    owned = _OWNED.get(reading.language)
    found = owned.search(reading.text[max(0, hit.start - _REACH) : hit.start]) if owned else None
    return (
        found is not None
        and found[1] in walks("private", reading.language)
        and found[1] not in offices(reading.language)
    )


def _is_in_phrase(hit: Hit, reading: Reading) -> bool:
    """Whether a trade in the nominative stands before the name in the same phrase, and no office between the two."""
    first, trades = reading.index(hit.start), walks("private", reading.language)
    joined = reading.word(first - 1) in joining(reading.language)
    if joined or not is_nominative(hit, reading):
        return False
    for at in range(first - 1, first - 2 - _FAR, -1):
        word = reading.word(at)
        if reading.between(at, at + 1) not in _TIES or word in offices(reading.language):
            return False
        if word in trades and (not reading.is_capital(at) or reading.starts_sentence(reading.starts[at])):
            return _is_apposed(at, first, reading)
    return False


def _is_apposed(trade: int, first: int, reading: Reading) -> bool:
    """Whether the word *trade* goes with the name at *first*: by its case, or with a phrase that has a preposition."""
    word = reading.word(trade)
    if reading.language in DECLINING:
        return _NOMINATIVE.fullmatch(word) is not None and _OBLIQUE.fullmatch(word) is None
    at = words_for(reading.language, _TABLE, "at")
    if reading.word(first - 1) in at:
        return False  # *the driver of X*
    if word.endswith(_SEVERAL) or (reading.is_capital(first - 2) and not reading.is_capital(first - 1)):
        return False  # *beekeepers from Yambol met X*
    driven = reading.word(first - 1) in words_of("vetoes/context/titles", "complements")
    leads = reading.word(trade + 1) in at and (driven or reading.word(trade + 1) not in _OF)
    return leads and first - trade - 1 <= _FEW
