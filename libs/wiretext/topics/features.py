"""Takes a text apart into the units that the topic model weighs, and a unit into hashed features.

A unit is what stands between two blanks; in scripts without blanks, a run of two or four letters. Its features are its
words, their beginnings and their ends, for words inflect. Training and reading share this module: what one counts, the
other finds.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from operator import add

from wiretext.scripts import UNSPACED_LETTER, WORD, is_unspaced, script_of

BITS = 24
"""Features are numbers of so many bits."""

_MASK = (1 << BITS) - 1
_IDEOGRAMS = frozenset({"Hani", "Hira", "Kana", "Bopo"})
_LONGEST_TEXT = 1500  # code points that are looked at: news says at its beginning what it is about
_LONGEST = 60  # code points of a unit that are looked at
_BEGINNINGS = (4, 5, 7)
_END = 5
_LETTER_RUN = 4  # letters that stand for a word in scripts without blanks; of ideograms two do
_BRIEF = 8  # units that a text is taken to have besides its own: one word alone says little


def units(text: str) -> Counter[str]:
    """How often each unit stands in the beginning of the normalised *text*."""
    beginning = text[:_LONGEST_TEXT]
    pieces = Counter(beginning.split())
    if not UNSPACED_LETTER.search(beginning):
        return pieces
    found: list[str] = []
    for piece, count in pieces.items():
        found += (_runs(piece) if UNSPACED_LETTER.search(piece) else [piece]) * count
    return Counter(found)


def _runs(piece: str) -> list[str]:
    found: list[str] = []
    for word in WORD.findall(piece):
        if not is_unspaced(word):
            found.append(word)
        elif script_of(word[0]) in _IDEOGRAMS:
            found += map(add, word, word[1:]) if len(word) > 1 else [word]
        else:
            found += [word[at : at + _LETTER_RUN] for at in range(max(1, len(word) - _LETTER_RUN + 1))]
    return found


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


def length(counts: Mapping[str, int]) -> float:
    """By what the weights of a text's units are divided: the root of their number, and of a few more."""
    return math.sqrt(sum(counts.values()) + _BRIEF)
