"""Tells when whoever has the name goes to the thing behind it: *नरेंद्र मोदी विद्यालय पहुँचे*. Knows no name.

The verbs are in ``thing_words.yaml``.
"""

from __future__ import annotations

import re

from wiretext.function_words import function_words
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.normal import normalise
from wiretext.vetoes.context.callings import offices
from wiretext.vetoes.context.thing_words import Things

_VERB_WITHIN = 4  # words after the thing
# Verbs of going that make a passive of the one before them, and how such end: *पौधे लगाए गए*, not *चले गए*, *मिलने गए*.
_PASSIVE = {
    "hi": ("गए गये गई गईं गया", re.compile(r"(?<!चल)(?<!न)(?:[ाेी]|ए|ये|ई|या)$")),
    "ur": ("گئے گئی گیا گئیں", re.compile(r"(?<!چل)(?<!ن)[اي]$")),
}


def goes_there(hit: Hit, reading: Reading, things: Things) -> bool:
    """Whether the name is the subject of its sentence, and the verb after the thing says that its bearer goes there."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    leads = function_words(reading.language)
    if not (
        reading.starts_sentence(hit.start)
        or reading.word(first - 1) in offices(reading.language)
        or reading.before(first) in leads
    ):
        return False
    for at in range(last + 2, last + 2 + _VERB_WITHIN):
        if not reading.is_one_phrase(at - 1):
            return False
        if reading.word(at) in things.reached and not (at > last + 2 and _is_passive(reading, at)):
            return True
    return False


def _is_passive(reading: Reading, at: int) -> bool:
    """Whether the verb *at* only makes a passive of the word before it."""
    if reading.language not in _PASSIVE:
        return False
    verbs, ending = _PASSIVE[reading.language]
    return reading.word(at) in normalise(verbs).text.split() and ending.search(reading.word(at - 1)) is not None
