"""Tells languages apart that detectors confuse, by the words that only some of them use."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from wiretext.tables import table


def sibling(sample: str, code: str, lead: int = 1) -> str | None:
    """Which of the languages near to *code* the text *sample* is in, by *lead* cues more than the next.

    None where the words do not tell, or *code* has no such neighbour.
    """
    for languages, cues in _groups():
        if code in languages:
            counts = Counter(dict.fromkeys(languages, 0))
            lower = sample.lower()
            for speakers, pattern in cues:
                found = len(pattern.findall(lower))
                counts.update(dict.fromkeys(speakers, found))
            (first, most), (_, second) = counts.most_common(2)
            return first if most - second >= lead else None
    return None


@cache
def _groups() -> tuple[tuple[frozenset[str], tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]], ...]:
    return tuple(
        (
            frozenset(" ".join(group).split()),
            tuple((tuple(codes.split()), _any_of(words.split())) for codes, words in group.items()),
        )
        for group in table("siblings")
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    endings = (word.removesuffix("*") if word.endswith("*") else word + r"\b" for word in words)
    return re.compile(rf"\b(?:{'|'.join(endings)})")
