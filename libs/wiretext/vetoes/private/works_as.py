"""Tells a namesake by a verb behind his name, and his trade: *X is a plumber*, *X trabaja de cocinera*.

The words are in ``works_as.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import listed_for
from wiretext.vetoes.context.callings import walks
from wiretext.vetoes.context.wordlists import alternatives, proclitic_list
from wiretext.vetoes.private.trades import behind_article, is_trade

_TABLE = "vetoes/private/works_as"
_VERB_WITHIN, _TRADE_WITHIN = 2, 3  # words after a name, and after the verb
_AS = "kent"  # the Hungarian ending of what somebody works as
_NEVER = re.compile(r"(?!)")
_OBLIQUE = {
    "bn": re.compile(r"(?:ের|কে|দের)$"),
    "mr": re.compile(r"(?:ाच्या|ाला|ाने|ाशी|ाचे|ाची|ाचा)$"),
}  # *a farmer's house*


def is_by_trade(hit: Hit, reading: Reading) -> bool:
    """Whether *is* and a trade follow the name, now: *X is a plumber*; not *X is a teacher by training*."""
    verb = _is(reading.language).match(reading.text, hit.end)
    if verb is None:
        return False
    at = behind_article(behind_article(reading.index(verb.end()), reading), reading)  # *je po poklicu*
    at += reading.word(at) in walks("retired", reading.language)
    if not is_trade(at, reading) or _OBLIQUE.get(reading.language, _NEVER).search(reading.word(at)) is not None:
        return False
    return _trained(reading.language).match(reading.text, reading.ends[at]) is None


@cache
def _is(language: str) -> re.Pattern[str]:
    return re.compile(rf",? (?:{alternatives(listed_for(language, _TABLE, 'is'))}) (?=\w)")


@cache
def _trained(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{alternatives(listed_for(language, _TABLE, 'trained'))})(?!\w)")


def works_as(hit: Hit, reading: Reading) -> bool:
    """Whether the name is followed by *works as* and a trade, now: who is in office did so once."""
    last, trades = reading.index(hit.end - 1), walks("private", reading.language)
    works = proclitic_list(reading.language, _TABLE, "works")
    for at in range(last + 1, last + 1 + _VERB_WITHIN):
        if reading.between(at - 1, at) != " ":
            return False
        if reading.word(at) in works:
            after = range(at + 1, at + 1 + _TRADE_WITHIN)
            return any(reading.word(trade) in trades for trade in after if reading.is_one_phrase(trade - 1))
        if reading.language == "hu" and reading.word(at).endswith(_AS):
            return reading.word(at).removesuffix(_AS) in trades
    return False
