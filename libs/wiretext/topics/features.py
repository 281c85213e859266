"""Takes a text apart into the units that the topic model weighs, and a unit into hashed features.

A unit is what stands between two blanks; in scripts without blanks, a run of two or four letters. Its features are its
words, their beginnings and their ends, for words inflect. Training and reading share this module: what one counts, the
other finds.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Self

import numpy as np
import numpy.typing as npt

from wiretext.scripts import UNSPACED, WORD, are_of, code_points, is_unspaced, word_bounds
from wiretext.vocabulary import Codes, Keys, Places, keys, secret_factors

if TYPE_CHECKING:
    from wiretext.scripts import Bounds

BITS = 24
"""Features are numbers of so many bits."""

_MASK = (1 << BITS) - 1
_IDEOGRAMS = frozenset({"Hani", "Hira", "Kana", "Bopo"})
_LONGEST_TEXT = 1500  # code points that are looked at: news says at its beginning what it is about
_LONGEST = 60  # code points of a unit that are looked at
_BEGINNINGS = (4, 5, 7)
_END = 5
_EDGE = np.ones(1, np.bool_)
_LAST_BLANK = 0x3000
_LETTER_RUN = 4  # letters that stand for a word in scripts without blanks; of ideograms two do
_BRIEF = 8  # units that a text is taken to have besides its own: one word alone says little


@dataclass(frozen=True, slots=True)
class Units:
    """The different units of a text, in an order that only the text tells.

    Attributes:
        text: The beginning of the text.
        begins: Where each unit stands, once, and with ``ends`` where it ends.
        keys: Their keys (``vocabulary.keys``).
        counts: How often each stands in the text.
    """

    text: str
    begins: Places
    ends: Places
    keys: Keys
    counts: npt.NDArray[np.intp]

    @classmethod
    def of(cls, text: str) -> Self:
        """The units of a normalised *text*."""
        beginning = text[:_LONGEST_TEXT]
        codes = code_points(beginning)
        begins, ends = _unit_bounds(codes)
        found = keys(codes, begins, ends, secret_factors())
        _, first, counts = np.unique(found, return_index=True, return_counts=True)
        order = first.argsort()  # that of the keys is another in each process
        first = first.take(order)
        return cls(beginning, begins.take(first), ends.take(first), found.take(first), counts.take(order))

    def __len__(self) -> int:
        return len(self.keys)

    def strings(self, places: Places) -> list[str]:
        """Those units of which these are the numbers."""
        bounds = zip(self.begins[places].tolist(), self.ends[places].tolist(), strict=True)
        return [self.text[begin:end] for begin, end in bounds]


def _unit_bounds(codes: Codes) -> Bounds:
    blank = np.concatenate([_EDGE, _blanks().take(codes, mode="clip"), _EDGE])
    edges = (blank[1:] != blank[:-1]).nonzero()[0]
    begins, ends = edges[::2], edges[1::2]
    unspaced = are_of(UNSPACED, codes)
    if not unspaced.any():
        return begins, ends
    letters = unspaced.cumsum()
    mixed = letters[ends - 1] > letters[begins] - unspaced[begins]
    words, word_ends = word_bounds(codes)
    inside = mixed[begins.searchsorted(words, side="right") - 1]
    runs, run_ends = _runs(codes, words[inside], word_ends[inside])
    return np.concatenate([begins[~mixed], runs]), np.concatenate([ends[~mixed], run_ends])


def _runs(codes: Codes, begins: Places, ends: Places) -> Bounds:
    """Words, and of those without blanks between them every run of two or four letters."""
    sizes = np.where(are_of(_IDEOGRAMS, codes[begins]), 2, _LETTER_RUN)
    sizes = np.where(are_of(UNSPACED, codes[begins]), sizes, ends - begins)
    counts = np.maximum(1, ends - begins - sizes + 1)
    firsts = begins.repeat(counts) + np.arange(counts.sum()) - (counts.cumsum() - counts).repeat(counts)
    return firsts, np.minimum(firsts + sizes.repeat(counts), ends.repeat(counts))


@cache
def _blanks() -> npt.NDArray[np.bool_]:
    """Of each code point: whether it is a blank; the last stands for all from it on."""
    return np.fromiter(map(str.isspace, map(chr, range(_LAST_BLANK + 2))), np.bool_)


def features(unit: str) -> tuple[int, ...]:
    """The features of a unit, without order; a number has none."""
    parts = {part for word in WORD.findall(unit[:_LONGEST]) if not word.isdecimal() for part in _parts(word)}
    return tuple(zlib.crc32(part.encode("utf-8", "surrogatepass")) & _MASK for part in sorted(parts))


def _parts(word: str) -> Iterator[str]:
    yield f"={word}"
    if is_unspaced(word):
        yield f"={word[:-1]}"
        return
    yield from (f"<{word[:size]}" for size in _BEGINNINGS if len(word) > size)
    if len(word) > _END:
        yield f"{word[-_END:]}>"


def length(counts: npt.NDArray[np.intp]) -> float:
    """By what the weights of a text's units are divided: the root of their number, and of a few more."""
    return math.sqrt(int(counts.sum()) + _BRIEF)
