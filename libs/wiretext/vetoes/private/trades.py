"""What a trade in private life is called, in one word or in several: *panadera*, *tukang kayu*, *empregada de mesa*.

For the modules that know where it stands. The words are in ``trades.yaml`` and ``titles.yaml``. Knows no name.
"""

from __future__ import annotations

from functools import cache

from wiretext.function_words import function_words
from wiretext.matching.reading import Reading
from wiretext.tables import listed, words_for
from wiretext.vetoes.context.callings import offices, walks
from wiretext.vetoes.context.wordlists import as_phrases

_TABLE = "vetoes/private/trades"


def behind_article(at: int, reading: Reading) -> int:
    """The word *at*, or the one behind it if that is an article: *un panadero*, *seorang petani*."""
    return at + (reading.word(at) in words_for(reading.language, _TABLE, "articles"))


def is_trade(at: int, reading: Reading) -> bool:
    """Whether the word *at* is a trade, or the first of two that are one."""
    return reading.word(at) in walks("private", reading.language) or is_compound(at, reading)


def is_compound(at: int, reading: Reading) -> bool:
    """Whether the word *at* and the one behind it are a trade, whatever the second is: *tukang kayu*."""
    if reading.word(at) not in words_for(reading.language, _TABLE, "heads"):
        return False
    what = reading.after(at)
    if not what or reading.is_capital(at + 1):
        return False
    return what not in offices(reading.language) and what not in function_words(reading.language)


@cache
def phrases() -> tuple[str, ...]:
    """Trades in several words, in any language."""
    return as_phrases(listed("vetoes/context/titles", "phrases"))
