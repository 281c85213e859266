"""Tells when a boat has the name, which stands in quotation marks then: *trebåten «X»*, *катер «X»*.

Or when the article says that a child, an animal or a street was given it: *बेटे का नाम X रखा*, *קראו לבנם X*.

The words are in ``christened.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import SENTENCE_ENDS, Reading
from wiretext.normal import normalise
from wiretext.tables import listed, table
from wiretext.vetoes.context.grammar import COMPOUNDING
from wiretext.vetoes.context.quoting import closes_quotation, opens_quotation
from wiretext.vetoes.context.wordlists import WordList, word_list

_PREFIX = re.compile(r"(?<![\w.,])(?<!\d )(?:m/[svfty]|s/s) \"?$")  # no speed of the wind
_LONGEST_PREFIX = 8
_MARKED = (" ", ' "')
_SHORTEST_HEAD = 2  # letters of the first part of a compound


def is_christened(hit: Hit, reading: Reading) -> bool:
    """Whether the name stands in quotation marks, and a boat beside them; or a motor ship's letters before it.

    Or is given to somebody or something.
    """
    if not hit.alias.unspaced and _is_given_as_name(hit, reading):
        return True
    if _PREFIX.search(reading.text[max(0, hit.start - _LONGEST_PREFIX) : hit.start]):
        return True
    if not (opens_quotation(hit, reading) and closes_quotation(hit, reading)):
        return False
    if hit.alias.unspaced:
        before, after = reading.text[max(0, hit.start - 8) : hit.start - 1], reading.text[hit.end + 1 : hit.end + 8]
        return before.endswith(_unspaced()) or after.startswith(_unspaced())
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if reading.between(first - 1, first).startswith(" ") and _is_boat(reading.word(first - 1), reading.language):
        return True
    between = reading.between(last, last + 1)
    return (
        between.endswith((" ", "-"))
        and "," not in between
        and reading.word(last + 1) in word_list("vetoes/things/christened", "after")
    )


def _is_given_as_name(hit: Hit, reading: Reading) -> bool:
    """Whether *name* stands before the name, and who gives it on either side: *نام X را بر پسرش گذاشت*."""
    naming = table("vetoes/things/christened")["naming"].get(reading.language)
    if naming is None:
        return False
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    led, given_before, given_after = (_cues(reading.language, key) for key in ("led", "before", "after"))
    if reading.before(first, _MARKED) not in led:
        return False
    far = naming.get("far", 1)
    before = (reading.word(at) for at in range(max(0, first - 1 - far), first - 1))
    after = (reading.word(at) for at in range(last + 1, last + 1 + far) if not _ends_between(reading, last, at))
    return any(word in given_before for word in before) or any(word in given_after for word in after)


def _ends_between(reading: Reading, first: int, last: int) -> bool:
    """Whether a sentence ends between the words *first* and *last*."""
    return any(set(SENTENCE_ENDS).intersection(reading.between(at, at + 1)) for at in range(first, last))


@cache
def _cues(language: str, key: str) -> WordList:
    return WordList(table("vetoes/things/christened")["naming"][language].get(key, ()))


def _is_boat(word: str, language: str) -> bool:
    """Whether *word* is a boat, or a compound that ends in one."""
    if word in word_list("vetoes/things/christened", "boats"):
        return True
    tails = word_list("vetoes/things/christened", "tails")
    starts = range(_SHORTEST_HEAD, len(word)) if language in COMPOUNDING else ()
    return any(word[at:] in tails for at in starts)


@cache
def _unspaced() -> tuple[str, ...]:
    return tuple(normalise(word).text for word in listed("vetoes/things/christened", "unspaced"))
