"""Tells by their first letters which words of a text may be forms of names, before any is looked up: few are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from wiretext.matching.words import Words
from wiretext.proclitics import PROCLITICS
from wiretext.scripts import code_points, stands_in

LONGEST = 3
"""Letters of a head; a shorter form is its own head, and begins longer words."""
_BITS = 17
_SPREAD = np.uint32(0x9E3779B1)  # Knuth's multiplier (The Art of Computer Programming 3, 6.4)
_JOINING = frozenset(PROCLITICS)

Numbers = npt.NDArray[np.uint32]


class Heads:
    """The heads of *forms*, as bits by their hash: a word may pass that is none, and none is missed."""

    def __init__(self, forms: Iterable[str]) -> None:
        sizes: dict[int, list[str]] = defaultdict(list)
        for head in {form[:LONGEST] for form in forms}:
            sizes[len(head)].append(head)
        self._known = {size: _bits(heads, size) for size, heads in sizes.items()}

    def begin(self, words: Words) -> list[int]:
        """Which of *words* begin so, or in a script in which a short word may be joined to a name."""
        starts, ends = words.bounds
        letters = np.append(code_points(words.text), np.zeros(LONGEST, np.uint32))
        passes = stands_in(_JOINING, words.text, starts)
        for size, number in enumerate(_hashes(letters[starts + at] for at in range(LONGEST)), 1):
            if size in self._known:
                passes |= self._known[size].take(number) & (ends - starts >= size)
        found: list[int] = passes.nonzero()[0].tolist()
        return found


def _bits(heads: list[str], size: int) -> npt.NDArray[np.bool_]:
    letters = code_points("".join(heads)).reshape(-1, size)
    *_, number = _hashes(letters[:, at] for at in range(size))
    bits = np.zeros(1 << _BITS, np.bool_)
    bits[number] = True
    return bits


def _hashes(letters: Iterable[Numbers]) -> Iterator[Numbers]:
    """The hashes of the first letter, of the first two, and so on."""
    mixed: Numbers = np.zeros(1, np.uint32)
    for letter in letters:
        mixed = (mixed ^ letter) * _SPREAD
        yield mixed >> np.uint32(32 - _BITS)
