"""Tells when an article speaks of namesakes: *a painter with the same name as the minister*, or of private persons.

A full name with an age beside it is a private person's where nothing in the article is of public life. The phrases are
in ``namesakes.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wiretext.matching.aliases import FULL
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.normal import normalise
from wiretext.tables import listed, words_for
from wiretext.vetoes.context.given_names import is_given
from wiretext.vetoes.context.roles import is_glossed, is_on_stage, walks
from wiretext.vetoes.context.wordlists import alternatives, as_phrases, word_list
from wiretext.vetoes.private.public_life import is_of_public_life
from wiretext.vetoes.private.works_as import is_by_trade

_MARKS = re.compile(r"[,;:\"]")
_AGE = re.compile(r",? \(?[1-9]\d(?=[,.)])")
_REACH = 48  # characters before a name in which an age may be
_FULL_NAME = 2  # words of a firm's name that is a person's
_HONORIFICS = "さん|ちゃん|くん|君| ?(?:씨|군|양)"  # beside which an age stands in Japanese and Korean
_TENS = "一二三四五六七八九"
_OF_AGE = 20  # years
_SAY_YEARS = frozenset({"ja", "ko", "vi", "zh", "th"})
_MINOR = re.compile(r", (?:1[0-7]|[6-9]),")
_YEARS = r"(?:1[01]\d|[^\D0]\d)"  # in figures of any script


def is_namesake(hit: Hit, reading: Reading) -> bool:
    """Whether *hit* is a player's, an artist's or somebody's of whom the age is told, and the article has a namesake.

    Of whom it says that he is not the one in office needs no other sign. Whom somebody in office has a name in common
    with, the article says as well: his office beside it tells him.
    """
    if _says(reading.text, "denials"):
        return True
    if is_by_trade(hit, reading) and (_says(reading.text, "phrases") or not is_of_public_life(reading)):
        return True
    on_stage = is_on_stage(hit, reading)
    if (on_stage or _AGE.match(reading.text, hit.end)) and _says(reading.text, "phrases"):
        return True
    return on_stage and has_age(hit, reading) and _says(reading.text, "amateurs")


def is_unknown(hit: Hit, reading: Reading) -> bool:
    """Whether the article tells readers what somebody is called: *X नाम के युवक*, *مردی به نام X*, *المدعو X*."""
    if hit.inflected or hit.alias.unspaced:
        return False
    last, language = reading.index(hit.end - 1), reading.language
    last += reading.word(last + 1).isdecimal()  # X (52) নামের
    following, led = reading.word(last + 1), f" {reading.text[max(0, hit.start - _REACH) : hit.start]}"
    phrases = words_for(language, "vetoes/private/namesakes", "called_after")
    return not phrases.isdisjoint({following, f"{following}_{reading.after(last + 1)}"}) or led.endswith(
        _called_before(language)
    )


@cache
def _called_before(language: str) -> tuple[str, ...]:
    phrases = words_for(language, "vetoes/private/namesakes", "called_before")
    return tuple(f" {normalise(phrase.replace('_', ' ')).text} " for phrase in phrases)


def is_aged(hit: Hit, reading: Reading) -> bool:
    """Whether an age stands beside *hit*, and nothing in the article is of public life: *Anna Berg, 58, farms here*.

    Of a child nothing else is asked: *12 yaşındaki X*.
    """
    if _aged_child().search(reading.text[max(0, hit.start - _REACH) : hit.start]) is not None:
        return True
    if not has_age(hit, reading):
        return False
    return _is_young(hit, reading) or not (is_of_public_life(reading) or _tells_of_artists(reading))


def _is_young(hit: Hit, reading: Reading) -> bool:
    """Whether the age that stands behind the name is a child's, in East Asia below twenty: of nobody in office."""
    if _MINOR.match(reading.text, hit.end) and hit.alias.kind == FULL:
        return True
    age = _age_in_east(hit, reading)
    return age is not None and age < _OF_AGE


def _age_in_east(hit: Hit, reading: Reading) -> int | None:
    """The age behind the name in an East Asian text, also in Han characters."""
    aged = _aged_east().match(reading.text, hit.end) if reading.language in _SAY_YEARS else None
    if aged is None:
        return None
    if aged[1] is not None:
        return int(aged[1])
    return _number(aged[2])


def _number(han: str) -> int:
    """The number in Han characters, with tens or by its digits: *五十八*, *五八*."""
    tens, ten, units = han.rpartition("十")
    digits = f"{tens[-1:] or '一'}{units or '〇'}" if ten else han
    return int("".join(str(_TENS.find(digit) + 1) for digit in digits))


def is_addressed_privately(hit: Hit, reading: Reading) -> bool:
    """Whether a whole name has the form of address of somebody in no office, and nothing is of public life.

    In Japanese and Korean newspapers those in office have their office or 氏 behind the name, others さん and 씨.
    """
    forms = words_for(reading.language, "vetoes/private/namesakes", "addressed")
    if not forms or not reading.text.startswith(tuple(forms), hit.end):
        return False
    return not is_of_public_life(reading) and not _tells_of_artists(reading)


@lru_cache(maxsize=8)  # asked for each place where a name stands
def _tells_of_artists(reading: Reading) -> bool:
    """Whether an East Asian article tells of an art, a science or a sport."""
    return reading.language in _SAY_YEARS and word_list("vetoes/context/titles", "artists").stands_in(reading.text)


def is_founders(hit: Hit, reading: Reading) -> bool:
    """Whether a person has the name of a firm that is called as one: *Georg Jensen, 71*, *Georg Jensen, a farmer*."""
    if len(hit.forms) != _FULL_NAME or hit.inflected or hit.alias.acronym or hit.alias.unspaced:
        return False
    joined = reading.text[hit.forms[0].end : hit.forms[1].start] == " "
    if not joined or not is_given(reading.text[hit.forms[0].start : hit.forms[0].end]):
        return False
    return has_age(hit, reading) or is_glossed(reading, reading.index(hit.end - 1), walks("private", reading.language))


def has_age(hit: Hit, reading: Reading) -> bool:
    """Whether the age of the bearer stands right beside *hit*: *X, 58,*, *X (58)*, *the 58-year-old farmer X*."""
    if _aged_after().match(reading.text, hit.end) or _age_in_east(hit, reading) is not None:
        return True
    return _aged_before().search(reading.text[max(0, hit.start - _REACH) : hit.start]) is not None


@lru_cache(maxsize=8)  # asked for each place where a name stands
def _says(text: str, key: str) -> bool:
    plain = _MARKS.sub("", text)
    return any(phrase in plain for phrase in _phrases(key))


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return tuple(_MARKS.sub("", phrase) for phrase in _words(key))


@cache
def _aged_after() -> re.Pattern[str]:
    aged = rf"(?:(?:{_either('aged')})[' ]){{0,3}}{_YEARS}"
    return re.compile(rf"(?:{_HONORIFICS})?(?: ?[,،、] ?| - | ?\(){aged}(?:[- ]?(?:{_either('years')})|(?=[,.)،、]))")


@cache
def _aged_east() -> re.Pattern[str]:
    """X(五八), Xさん=当時(72)=, X今年六十八岁, X(58·농업), X อายุ 34 ปี, all in normal form."""
    called = rf"(?:{_HONORIFICS}| ?(?:{_either('called')}))?"
    now = _either("now")
    led = rf"(?:(?: ?[,、] ?| ?\(|[·=]?(?:{now})\()(?:[男女],? ?)?(?:{now})?|(?:{now})| ?(?:{_either('thai')}) ?)"
    return re.compile(rf"{called}{led}(?:(\d{{1,3}})|([{_TENS}十百〇]{{1,4}})) ?(?:\)|·|,|{_either('counted')})")


@cache
def _aged_child() -> re.Pattern[str]:
    """Before the name: fifteen years at most, in languages in which nothing else is said so."""
    number = rf"(?<![\d.,-])(?:1[0-5]|[5-9])|(?<!\w)(?:{_either('teens')})"
    return re.compile(rf"(?:{number})[- ]?(?:{_either('children')}) (?:(?!(?:{_either('ago')}) )\w+ )?$")


@cache
def _aged_before() -> re.Pattern[str]:
    number = rf"(?<!\d){_YEARS}|(?<!\w)(?:{_either('numbers')})"
    return re.compile(rf"(?:{number})[- ]?(?:{_either('old')}) ?(?:[\w-]+ ){{0,2}}$")


@cache
def _either(key: str) -> str:
    return alternatives(listed("vetoes/private/namesakes", key))


@cache
def _words(key: str) -> tuple[str, ...]:
    return as_phrases(listed("vetoes/private/namesakes", key))
