"""Cuts passages into what the tagger labels: words where blanks part them, single characters where none do.

Training cuts its corpora by the same rules, so the tokens of a corpus and of an article are alike. Knows no names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from wiretext.tagging.passage import Range
from wiretext.vocabulary import Codes, Keys, Places

_INVISIBLE = "\x00-\x1f\x7f-\x9f\xad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ud800-\udfff"
_MARK = rf"[^\w\s{_INVISIBLE}]"
# Apostrophes part words (Obama's, l'Italia, NATO'nun), hyphens do not.
_WORD = re.compile(rf"(\w[\w-]{{0,99}}|{_MARK})")
_LONGEST_RUN = 512  # tokens that are labelled together; what has more is no sentence, and is cut

Kinds: TypeAlias = NDArray[np.uint8]
Cut: TypeAlias = Callable[[Codes, Kinds, Keys], tuple[Places, Places, Keys]]
"""As ``cut_in_loops``."""
_NOTHING, _IS_MARK, _IS_HYPHEN, _IS_LETTER = range(4)
_LAST = np.uint32(0x40000)  # a mark, as is every code point after it


def words(text: str) -> tuple[list[str], list[int]]:
    """The words and marks of *text*, and where each begins."""
    pieces = _WORD.split(text)
    ends = list(accumulate(map(len, pieces)))
    return pieces[1::2], ends[:-1:2]


@cache
def kinds() -> Kinds:
    """What each code point is to ``words``; the last stands for all from it on."""
    characters = "".join(map(chr, range(int(_LAST) + 1)))
    found = np.full(len(characters), _NOTHING, np.uint8)
    for kind, pattern in ((_IS_LETTER, r"\w+"), (_IS_MARK, f"{_MARK}+")):
        for run in re.finditer(pattern, characters):
            found[slice(*run.span())] = kind
    found[ord("-")] = _IS_HYPHEN
    return found


def cut_in_loops(codes: Codes, kinds: Kinds, factors: Keys) -> tuple[Places, Places, Keys]:
    """Of each word and mark in *codes*, the code points of a text: where it begins and ends, and its key.

    As ``words`` finds them, by ``kinds`` and ``vocabulary.secret_factors``; made to be compiled.
    """
    begins, ends = np.empty(len(codes), np.int64), np.empty(len(codes), np.int64)
    keys = np.empty(len(codes), np.uint64)
    count = at = 0
    while at < len(codes):
        kind = kinds[min(codes[at], _LAST)]
        if kind == _NOTHING:
            at += 1
            continue
        begin, key = at, np.uint64(codes[at]) * factors[0]
        at += 1
        while kind == _IS_LETTER and at < len(codes) and at < begin + len(factors):
            if kinds[min(codes[at], _LAST)] < _IS_HYPHEN:
                break
            key += np.uint64(codes[at]) * factors[at - begin]
            at += 1
        begins[count], ends[count], keys[count] = begin, at, key
        count += 1
    return begins[:count], ends[:count], keys[:count]


def cut_at_once(codes: Codes, _kinds: Kinds, _factors: Keys) -> tuple[Places, Places, Keys]:
    """As ``cut_in_loops``, but with other keys: by the regular expression, and Python's own hashes."""
    texts, begun = words(codes.tobytes().decode("utf-32-le", "surrogatepass"))
    begins = np.array(begun, np.int64)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    return begins, begins + lengths, np.fromiter(map(hash, texts), np.int64, len(texts)).view(np.uint64)


def runs(begins: Places, sentences: Sequence[Range]) -> Places:
    """Where, among tokens that begin at *begins*, the runs begin that are labelled together; the number of tokens last.

    A sentence is a run, and what lies between two sentences belongs to the former.
    """
    count = len(begins)
    edges = sorted({0, count, *begins.searchsorted([first for first, _ in sentences]).tolist()})
    cut = [range(first, last, _LONGEST_RUN) for first, last in pairwise(edges)]
    return np.array([*chain.from_iterable(cut), count], np.int64)
