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
from wiretext.tables import listed, listed_for, words_for
from wiretext.vetoes.context.ages import OF_AGE, age_in_east, has_age, is_eastern
from wiretext.vetoes.context.callings import walks
from wiretext.vetoes.context.given_names import is_given
from wiretext.vetoes.context.roles import is_glossed, is_on_stage
from wiretext.vetoes.context.wordlists import as_phrases, word_list
from wiretext.vetoes.private.public_life import is_of_public_life
from wiretext.vetoes.private.works_as import is_by_trade

_MARKS = re.compile(r"[,;:\"]")
_REACH = 48  # characters before a name in which somebody is said to be called so
_FULL_NAME = 2  # words of a firm's name that is a person's
_MINOR = re.compile(r", (?:1[0-7]|[6-9]),")  # a number alone: who is eighteen may play or stand for what others watch


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
    if (on_stage or has_age(hit, reading)) and _says(reading.text, "phrases"):
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
    phrases = as_phrases(listed_for(language, "vetoes/private/namesakes", "called_before"))
    return tuple(f" {phrase} " for phrase in phrases)


def is_aged(hit: Hit, reading: Reading) -> bool:
    """Whether an age stands beside *hit*, and nothing in the article is of public life: *Anna Berg, 58, farms here*.

    Of a child nothing else is asked.
    """
    if not has_age(hit, reading):
        return False
    return _is_young(hit, reading) or not (is_of_public_life(reading) or _tells_of_artists(reading))


def _is_young(hit: Hit, reading: Reading) -> bool:
    """Whether the age that stands behind the name is a child's, in East Asia below twenty: of nobody in office."""
    if _MINOR.match(reading.text, hit.end) and hit.alias.kind == FULL:
        return True
    age = age_in_east(hit, reading)
    return age is not None and age < OF_AGE


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
    return is_eastern(reading.language) and word_list("vetoes/context/titles", "artists").stands_in(reading.text)


def is_founders(hit: Hit, reading: Reading) -> bool:
    """Whether a person has the name of a firm that is called as one: *Georg Jensen, 71*, *Georg Jensen, a farmer*."""
    if len(hit.forms) != _FULL_NAME or hit.inflected or hit.alias.acronym or hit.alias.unspaced:
        return False
    joined = reading.text[hit.forms[0].end : hit.forms[1].start] == " "
    if not joined or not is_given(reading.text[hit.forms[0].start : hit.forms[0].end]):
        return False
    return has_age(hit, reading) or is_glossed(reading, reading.index(hit.end - 1), walks("private", reading.language))


@lru_cache(maxsize=8)  # asked for each place where a name stands
def _says(text: str, key: str) -> bool:
    plain = _MARKS.sub("", text)
    return any(phrase in plain for phrase in _phrases(key))


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return tuple(_MARKS.sub("", phrase) for phrase in as_phrases(listed("vetoes/private/namesakes", key)))
