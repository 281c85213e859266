"""Cuts text into tokens to measure how far apart two names stand. Never finds names, never normalises.

A token is a run of letters, digits and marks; in scripts written without spaces (Han, kana, Thai, Lao, Burmese, Khmer)
it is one letter with its marks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_LAST_WITH_MARKS = 0x20000  # beyond it Unicode has only Han, which takes none, and variation selectors


def token_starts(text: str) -> list[int]:
    """The offset of the first code point of each token of *text*, ascending."""
    return [token.start() for token in _token().finditer(text)]


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    marks = _marks()
    return re.compile(f"(?![_\\W])[{_UNSPACED}][{marks}]*|(?:[^\\W_{_UNSPACED}]|[{marks}])+")


@lru_cache(maxsize=1)
def _marks() -> str:
    """Every combining mark (Mn, Mc, Me) as ranges of a character class; no mark is a word character to `re`."""
    marks = (point for point in range(_LAST_WITH_MARKS) if unicodedata.category(chr(point))[0] == "M")
    runs = (list(run) for _, run in groupby(enumerate(marks), key=lambda pair: pair[1] - pair[0]))
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)
