"""Cuts passages into what the tagger labels: words where blanks part them, single characters where none do.

Training cuts its corpora by the same rules, so the tokens of a corpus and of an article are alike. Knows no names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise

from wiretext.tagging.passage import Range

_INVISIBLE = "\x00-\x1f\x7f-\x9f\xad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ud800-\udfff"
# Apostrophes part words (Obama's, l'Italia, NATO'nun), hyphens do not.
_WORD = re.compile(rf"(\w[\w-]{{0,99}}|[^\w\s{_INVISIBLE}])")
_LONGEST_RUN = 512  # tokens that are labelled together; what has more is no sentence, and is cut


def words(text: str) -> tuple[list[str], list[int]]:
    """The words and marks of *text*, and where each begins."""
    pieces = _WORD.split(text)
    ends = list(accumulate(map(len, pieces)))
    return pieces[1::2], ends[:-1:2]


def runs(starts: Sequence[int], sentences: Sequence[Range]) -> list[int]:
    """Where, among tokens that begin at *starts*, the runs begin that are labelled together; the number of tokens last.

    A sentence is a run, and what lies between two sentences belongs to the former.
    """
    edges = {0, *(bisect_left(starts, first) for first, _ in sentences)}
    ordered = [*sorted(edge for edge in edges if edge < len(starts)), len(starts)]
    cut: list[int] = []
    for first, last in pairwise(ordered):
        cut += range(first, last, _LONGEST_RUN)
    return [*cut, len(starts)]
