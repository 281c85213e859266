"""Tells a pupil by the form at school beside the name: *X из пятого класса*, *X ze 4. B*, *תלמיד כיתה ח' X*.

The words are in ``pupils.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import table, words_for
from wiretext.vetoes.context.wordlists import alternatives

_SINCE = frozenset({"uk", "be", "bg", "mk"})  # in which *from the first form* is *since*, too, in mid-sentence
_REACH = 48  # characters before a name in which its bearer's form may be


def is_at_school(hit: Hit, reading: Reading) -> bool:
    """Whether the form of a pupil stands behind the name, or with nothing else before it."""
    behind, before = _form_behind(reading.language), _form_before(reading.language)
    if behind is not None and behind.match(reading.text, hit.end) is not None:
        return True
    return before is not None and before.search(reading.text[max(0, hit.start - _REACH) : hit.start]) is not None


@cache
def _form_behind(language: str) -> re.Pattern[str] | None:
    """Behind the name a preposition, the number of a form, and the word for one or a letter in its place."""
    listed = table("vetoes/private/pupils")["behind"].get(language)
    if listed is None:
        return None
    at, numbers, words, schools = (alternatives(listed[key]) for key in ("at", "numbers", "words", "schools"))
    number = rf"(?:1[0-2]|[1-9]|[ivx]{{1,4}}|(?:{numbers})\w{{0,4}})(?:\.|-\w{{1,3}})?"
    letter = r' ?(?:"[^\W\d_]"|(?<=[\d. -])[^\W\d_](?!\w))'
    ends = r"(?=[.,;)])" if language in _SINCE else r"(?!\w)"
    form = rf"{number}(?:{letter})? (?:{words}){ends}"
    led = rf"(?:{number}{letter}|{form}|(?:{words}) {number}(?:{letter})?(?!\w))"
    return re.compile(rf"(?:,? (?:{at}) {led}|(?:, | \()(?:{form}|(?:{schools})\b))")


@cache
def _form_before(language: str) -> re.Pattern[str] | None:
    """Before the name a pupil and his form, and the number of it, maybe with another word behind."""
    pupils, forms, numbers = (
        words_for(language, "vetoes/private/pupils", key) for key in ("pupils", "before", "numbers")
    )
    if not pupils:
        return None
    number = rf"(?:\d{{1,2}}|{alternatives(numbers)})"
    return re.compile(rf"(?<!\w)(?:{alternatives(pupils)}) (?:{alternatives(forms)}) {number} (?:[\w'\"]{{1,9}} )?$")
