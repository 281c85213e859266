"""Tells whether an article is of public life: of offices, arts, sports, or what parties, states and large firms do.

In one that is not, somebody whose trade or age is told is nobody whom one watches. The words are in
``public_life.yaml``, offices and what people do on stage in ``titles.yaml``. Knows no name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wiretext.matching.reading import Reading
from wiretext.tables import listed, words_for
from wiretext.vetoes.context.callings import offices, walks
from wiretext.vetoes.context.wordlists import alternatives


@lru_cache(maxsize=8)  # asked for each place where a name stands
def is_of_public_life(reading: Reading) -> bool:
    """Whether an office, an art or a sport, or what parties, states and large firms do is named anywhere."""
    if _affairs(reading.language).search(reading.text):
        return True
    kinds = (offices(reading.language), walks("stage", reading.language))
    apart = (at for at in range(len(reading)) if reading.between(at - 1, at) != "-")  # a lock-keeper is no player
    unlike = words_for(reading.language, "vetoes/private/public_life", "unlike")
    return any(word in words for word in map(reading.word, apart) if word not in unlike for words in kinds)


@cache
def _affairs(language: str) -> re.Pattern[str]:
    ordinary = words_for(language, "vetoes/private/public_life", "ordinary")
    affairs = alternatives(word for word in listed("vetoes/private/public_life", "affairs") if word not in ordinary)
    return re.compile(rf"{alternatives(listed('vetoes/private/public_life', 'stems'))}|\b(?:{affairs})\b")
