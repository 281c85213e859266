"""Tells a namesake by what the article says of him at some distance: *ученица девятого класса Мария X*, *17-летний X*.

In Slavic languages, in which the case of a name says what it goes with, or a preposition does, and as far as an age or
what somebody works as tells in those beside them. The words are in ``walks_of_life.yaml`` and ``titles.yaml``. Knows no
name.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import listed_for, table, words_for, words_of
from wiretext.vetoes.context.grammar import DECLINING, SLAVIC, UNCHANGING, is_in_case
from wiretext.vetoes.context.roles import offices, walks
from wiretext.vetoes.context.wordlists import ProcliticList, alternatives, proclitic_list
from wiretext.vetoes.private.clauses import is_told_in_clause
from wiretext.vetoes.private.pupils import goes_to_school, is_at_school

_FAR = 7  # words between what somebody does and his name
_FEW = 3  # words of a phrase with a preposition, in languages without cases
_NEAR_AGE = 3  # words before a name among which its bearer's age is
_VERB_WITHIN, _TRADE_WITHIN = 2, 3  # words after a name, and after the verb
_OLDEST = 19  # years of somebody whom nobody watches
_OF = frozenset({"на"})  # which tells in Bulgarian and Macedonian whose driver somebody is
_SEVERAL = ("и", "те")  # endings of words for several people in Bulgarian and Macedonian
_CLAUSE = 5  # words of a clause with an age
_TIES = frozenset({" ", ' "', '" ', "-"})
_REACH = 60  # characters before a name in which its bearer's age is
_AS = "kent"  # the Hungarian ending of what somebody works as
_ATTRIBUTES = ("i", "eves", "dik", "osztalyos")  # endings of Hungarian attributes before a trade
_COMPLEMENT = re.compile(r"(\w+) [ie] \w+(?:s|t|ve)(?: [st]e \w+)? $")  # *nxënësi i klasës së pestë X*
# Nouns for somebody in the nominative, in normal form: *учитель*, *kierowca*; and in other cases: *учителем*.
_VOWELS = "аеёиіїоуыэюяєaeiouy"
_NOMINATIVE = re.compile(
    rf".*(?:[^{_VOWELS}]|[^{_VOWELS}]ка|[^{_VOWELS}]ka|[иіы]ц[ая]|[оў]ўца|ица|ха|ня|сестра|швея|ica|yca|wca|ista|ysta|dce|nce"
    r"|ice|yne|kyne|owa|ci|ni|sestra|siostra)"
)
_OBLIQUE = re.compile(r".*(?:[оеяаиыіў]м|[аыияі]х|[оеіаё][вў]|ей|ниц|[тшрнл]ок|[nlrt]ek|nic|[aeouiy]m|[aei]ch|ow)")


def is_of_private_life(hit: Hit, reading: Reading) -> bool:
    """Whether the words around *hit*, the name of a person, make its bearer one whom nobody watches."""
    if hit.alias.unspaced:
        return False
    if reading.language not in SLAVIC:
        if is_told_in_clause(hit, reading) or goes_to_school(hit, reading):
            return True
        told = _works(hit, reading) or _has_complement(hit, reading) or _leads_to_trade(hit, reading)
        return told or _is_called_young(hit, reading)
    young = _is_young(hit, reading) or _is_told_young(hit, reading) or is_at_school(hit, reading)
    return young or _follows_trade(hit, reading) or _works(hit, reading)


def _is_called_young(hit: Hit, reading: Reading) -> bool:
    """Whether an age below twenty stands before the name, maybe with what its bearer does: *17-aastane õpilane X*."""
    if len(hit.forms) == 1 or hit.inflected or reading.language not in table("vetoes/private/walks_of_life")["minor"]:
        return False
    found = _minor(reading.language).search(reading.text[max(0, hit.start - _REACH) : hit.start])
    return found is not None and (found["who"] == "" or _is_somebody(reading.index(hit.start) - 1, reading))


@cache
def _minor(language: str) -> re.Pattern[str]:
    """An age below twenty in figures or in words, and two words at most."""
    numbers, years = (
        alternatives(listed_for(language, "vetoes/private/walks_of_life", key)) for key in ("minor", "years")
    )
    return re.compile(rf"(?:(?<![\d.,-])(?:1\d|[5-9])[- ]?|\b(?:{numbers}))(?:{years}) (?P<who>(?:[\w-]+ ){{0,2}})$")


def _leads_to_trade(hit: Hit, reading: Reading) -> bool:
    """Whether a trade follows a Hungarian name, with where its bearer is from or how old he is before it."""
    if reading.language != "hu" or len(hit.forms) == 1 or hit.inflected:
        return False
    last = reading.index(hit.end - 1)
    for at in range(last + 1, last + 2 + _FEW):
        word = reading.word(at)
        if reading.between(at - 1, at) != " " or reading.is_capital(at) or word in offices():
            return False
        if word in walks("private", "hu") and not word.endswith(("k", "t")) and not is_in_case(word, "hu"):
            return True
        if not (word.endswith(_ATTRIBUTES) or word.isdigit()):
            return False
    return False


def _has_complement(hit: Hit, reading: Reading) -> bool:
    """Whether a trade with an Albanian genitive stands before the name: *nxënësi i klasës së pestë X*."""
    if reading.language != "sq" or len(hit.forms) == 1 or hit.inflected:
        return False
    found = _COMPLEMENT.search(reading.text[max(0, hit.start - _REACH) : hit.start])
    return found is not None and found[1] in walks("private", "sq") and found[1] not in offices()


def _is_nominative(hit: Hit, reading: Reading) -> bool:
    """Whether the name has no case, though it would show one; in languages without cases any name is so."""
    if reading.language not in DECLINING:
        return True
    first = reading.text[hit.forms[0].start : hit.forms[0].end]
    return not hit.inflected and UNCHANGING.search(first) is None


def _follows_trade(hit: Hit, reading: Reading) -> bool:
    """Whether a trade in the nominative stands before the name in the same phrase, and no office between the two."""
    first, trades = reading.index(hit.start), walks("private", reading.language)
    if len(hit.forms) == 1 or not _is_nominative(hit, reading):
        return False
    if reading.word(first - 1) in words_of("vetoes/context/beside", "joining"):
        return False
    for at in range(first - 1, first - 2 - _FAR, -1):
        word = reading.word(at)
        if reading.between(at, at + 1) not in _TIES or word in offices():
            return False
        if word in trades and (not reading.is_capital(at) or reading.starts_sentence(reading.starts[at])):
            return _is_apposed(at, first, reading)
    return False


def _is_apposed(trade: int, first: int, reading: Reading) -> bool:
    """Whether the word *trade* goes with the name at *first*: by its case, or with a phrase that has a preposition."""
    word = reading.word(trade)
    if reading.language not in DECLINING:
        if reading.word(first - 1) in _words("at", reading.language):
            return False  # *the driver of X*
        driven = reading.word(first - 1) in words_of("vetoes/context/titles", "complements")
        if word.endswith(_SEVERAL) or (reading.is_capital(first - 2) and not reading.is_capital(first - 1)):
            return False  # *beekeepers from Yambol met X*
        leads = reading.word(trade + 1) in _words("at", reading.language)
        return leads and first - trade - 1 <= _FEW and (driven or reading.word(trade + 1) not in _OF)
    return _NOMINATIVE.fullmatch(word) is not None and _OBLIQUE.fullmatch(word) is None


def _is_young(hit: Hit, reading: Reading) -> bool:
    """Whether the age of somebody who is no twenty years old stands before the name: *12-річна плавчиня Марія X*."""
    first = reading.index(hit.start)
    if not _is_nominative(hit, reading):
        return False
    for at in range(first - 1, first - 2 - _NEAR_AGE, -1):
        if reading.between(at, at + 1) not in _TIES or reading.is_loud(at):
            return False
        if _is_age(at, reading):
            return at == first - 1 or _is_somebody(at + 1, reading)
    return False


def _is_told_young(hit: Hit, reading: Reading) -> bool:
    """Whether a clause behind the name says that its bearer is no twenty years old: *, који има 17 година,*."""
    last = reading.index(hit.end - 1)
    if reading.between(last, last + 1) != ", ":
        return False
    for at in range(last + 1, last + 1 + _CLAUSE):
        if at > last + 1 and reading.between(at - 1, at) != " ":
            return False
        if reading.word(at).isdigit():
            has = at == last + 1 or reading.word(at - 1) in _words("has", reading.language)
            counted = reading.word(at + 1) in _words("counted", reading.language)
            return has and counted and int(reading.word(at)) <= _OLDEST and reading.between(at + 1, at + 2) != " "
    return False


def _is_age(at: int, reading: Reading) -> bool:
    """Whether the word *at* says that somebody is no twenty years old: *двенадцатилетняя*, *17letý*, *19-letni*."""
    word = reading.word(at)
    if word in _words("young", reading.language):
        return True
    before = reading.word(at - 1) if reading.between(at - 1, at) == "-" else ""
    digits = "".join(takewhile(str.isdigit, word)) or before
    return (
        digits.isdigit() and int(digits) <= _OLDEST and word.removeprefix(digits) in _words("years", reading.language)
    )


def _is_somebody(at: int, reading: Reading) -> bool:
    """Whether the word *at* says what somebody does, or that it is a child."""
    word, language = reading.word(at), reading.language
    return word in words_for(language, "vetoes/context/beside", "people") or any(
        word in walks(kind, language) for kind in ("private", "stage")
    )


def _works(hit: Hit, reading: Reading) -> bool:
    """Whether the name is followed by *works as* and a trade, now: who is in office did so once."""
    last, trades = reading.index(hit.end - 1), walks("private", reading.language)
    for at in range(last + 1, last + 1 + _VERB_WITHIN):
        if reading.between(at - 1, at) != " ":
            return False
        if reading.word(at) in _words("works", reading.language):
            after = range(at + 1, at + 1 + _TRADE_WITHIN)
            return any(reading.word(trade) in trades for trade in after if reading.is_one_phrase(trade - 1))
        if reading.language == "hu" and reading.word(at).endswith(_AS):
            return reading.word(at).removesuffix(_AS) in trades
    return False


def _words(key: str, language: str) -> ProcliticList:
    return proclitic_list(language, "vetoes/private/walks_of_life", key)
