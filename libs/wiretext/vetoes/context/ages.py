"""Tells a person by the age after his name: *X, de 8 años*, *X (57 tahun)*. No place or firm is called so.

The words are in ``ages.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache

from wiretext.matching.reading import Reading
from wiretext.tables import table, words_for
from wiretext.vetoes.context.wordlists import alternatives

_NEVER = re.compile(r"(?!)")


def follows_age(reading: Reading, end: int) -> bool:
    """Whether an age in words of the text's language stands after the character *end*, and is all that does."""
    return _pattern(reading.language).match(reading.text, end) is not None


@cache
def _pattern(language: str) -> re.Pattern[str]:
    if language not in table("vetoes/context/ages")["units"]:
        return _NEVER
    units, numbers, led = (
        alternatives(words_for(language, "vetoes/context/ages", key)) for key in ("units", "numbers", "before")
    )
    number = rf"(?:[1-9]\d?|{numbers})"
    first = language in table("vetoes/context/ages")["number_last"]
    age = rf"(?:{units}) {number}" if first else rf"{number}[ -](?:{units})"
    return re.compile(rf"(?:, | \()(?:(?:{led}) )?(?:{age})(?=[,.;)])")
