"""What the tagger knows of a word: rows of its table of weights, by hashes of spellings, affixes, shapes, neighbours.

Everything is a feature of one word at one distance, so a word costs its hashing once (``word_rows``); only the pattern
of three neighbours is looked up in place (``pattern_rows``). Training and use go through the same functions. Holds no
weights; ``characters`` has what is known where no blanks part words.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from wiretext.tagging.hashing import Hashes, affixes
from wiretext.tagging.summing import CLASSES

Rows: TypeAlias = NDArray[np.int32]

BITS = 22
NOTHING = 1 << BITS
"""The row of a feature that a token does not have; its weights are zero."""
REACH = 2
"""Words to both sides that speak for a label."""
EDGE = ""
"""Stands for a word beyond the ends of a run."""

_SHAPE_LETTERS = 24
_LONG = 12
_AFFIXES = (1, 2, 3, 4, 5)
_OF_LENGTH = [zlib.crc32(b"%d" % length) for length in range(_LONG + 1)]
_LENGTHS = np.array([1 << 30, *_AFFIXES])  # of a whole word, and of its affixes
_RUN = re.compile(r"(.)\1+")


def salt_of(*parts: object) -> int:
    """By what hashes of one kind differ from those of the others."""
    return zlib.crc32(" ".join(map(str, parts)).encode())


def mixed(hashes: Hashes) -> Rows:
    """Each hash as a row: the finalizer of MurmurHash3, of which the upper bits are kept."""
    mixed = hashes ^ (hashes >> np.uint32(16))
    mixed *= np.uint32(0x85EBCA6B)
    mixed ^= mixed >> np.uint32(13)
    mixed *= np.uint32(0xC2B2AE35)
    mixed ^= mixed >> np.uint32(16)
    return (mixed >> np.uint32(32 - BITS)).astype(np.int32)


@dataclass(frozen=True, slots=True)
class _Template:
    """One feature: the property *of* a word that stands *at* a distance; *own* to one language or shared by all."""

    at: int
    of: str
    own: bool = False

    @property
    def salt(self) -> int:
        return salt_of(self.at, self.of, self.own)


_PROPERTIES = (
    "word", "lower", "shape", "length", "first part", "last part", "ending and case",
    *(f"prefix {size}" for size in _AFFIXES), *(f"suffix {size}" for size in _AFFIXES),
)  # fmt: skip
_HERE = (
    *(_Template(0, name) for name in _PROPERTIES), _Template(0, "lower", own=True), _Template(0, "shape", own=True),
    _Template(0, "suffix 3", own=True),
)  # fmt: skip
_BESIDE = tuple(
    _Template(at, name, own)
    for at in (-1, 1)
    for name, own in (
        ("lower", False), ("lower", True), ("shape", True), ("prefix 3", False), ("suffix 3", False), ("word", False),
    )
)  # fmt: skip
_FARTHER = tuple(
    _Template(at, name, own) for at in (-2, 2) for name, own in (("lower", False), ("shape", True), ("suffix 3", False))
)
_TEMPLATES = sorted((*_HERE, *_BESIDE, *_FARTHER), key=lambda template: template.at)
WORD_FEATURES = len(_TEMPLATES)
_OF = np.array([_PROPERTIES.index(template.of) for template in _TEMPLATES])
_SALTS = np.array([template.salt for template in _TEMPLATES], np.uint32)
_OWN = np.array([template.own for template in _TEMPLATES])
DISTANCES = np.array([template.at for template in _TEMPLATES])
"""Of each feature of a word: how far from the labelled token the word stands; ascending."""
GROUPS = np.array([int(np.searchsorted(DISTANCES, at)) for at in range(-REACH, REACH + 1)])
"""Where the features of each distance begin."""
LEXICAL = np.array([template.of in {"word", "lower"} for template in _TEMPLATES])
"""Of each feature of a word: whether it is the whole word, which training leaves out now and then."""


def word_rows(words: Sequence[str], language: str) -> Rows:
    """For each of *words*, met in *language*, the rows of its features (``WORD_FEATURES`` columns)."""
    salts = _SALTS ^ np.where(_OWN, np.uint32(salt_of("language", language)), np.uint32(0))
    hashes = _properties(words)[_OF].T
    rows = mixed(hashes ^ salts)
    rows[hashes == 0] = NOTHING
    return rows


def _properties(words: Sequence[str]) -> Hashes:
    """A hash of each of ``_PROPERTIES`` of each of *words*; 0 where a word has none."""
    crc = zlib.crc32
    small = [word.lower() for word in words]
    shapes = [_shape(word[:_SHAPE_LETTERS].translate(_KINDS)) for word in words]
    beginnings, endings = affixes(small, _LENGTHS)
    own = [
        [crc(word.encode()) for word in words],
        beginnings[0].tolist(),
        [shape for shape, _ in shapes],
        [_OF_LENGTH[min(len(word), _LONG)] for word in words],
        [crc(word.partition("-")[0].encode()) if "-" in word else 0 for word in small],
        [crc(word.rpartition("-")[2].encode()) if "-" in word else 0 for word in small],
        [crc(case, ending) for (_, case), ending in zip(shapes, endings[3].tolist(), strict=True)],
    ]
    has_affix = np.array([len(word) for word in small]) > _LENGTHS[1:, None]
    found = np.concatenate([np.array(own, np.uint32), beginnings[1:] * has_affix, endings[1:] * has_affix])
    edge = np.array([word == EDGE for word in words], np.bool_)
    found[:, edge] = 0
    found[:3, edge] = salt_of("edge")
    return found


class _Kinds(dict[int, str]):
    """The kind of each letter, for ``str.translate``; found out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kind = letter if letter in "-.'’" else "p"
        for is_kind, name in ((str.isupper, "X"), (str.islower, "x"), (str.isdigit, "d"), (str.isalpha, "o")):
            if is_kind(letter):
                kind = name
                break
        self[code] = kind
        return kind


_KINDS = _Kinds()


@lru_cache(maxsize=4096)
def _shape(kinds: str) -> tuple[int, bytes]:
    """A hash of the *kinds* of a word's letters, and how they begin.

    From the second on, a run of one kind is one: ``Kim`` is Xx, ``KKR-3`` XX-d.
    """
    shape = (kinds[:1] + _RUN.sub(r"\1", kinds[1:]))[:8].encode()
    return zlib.crc32(shape), shape[:2]


def word_class(word: str) -> int:
    """One of a few classes, of which three neighbours make a pattern: capitals, small letters, digits, marks."""
    if not word[:1].isalnum():
        return _mark_class(word)
    if word.isdigit():
        return 1
    if not word[0].isalpha():
        return 12
    if word.isupper():
        return 7 if len(word) == 1 else 8
    if word[0].isupper():
        return 9 if word[1:].islower() else 10
    return 11 if word[0].islower() else 13


def _mark_class(mark: str) -> int:
    for number, marks in enumerate((".?!…", ",;:", "\"“”«»„‘’'", "()[]"), start=2):
        if mark and mark in marks:
            return number
    return 6 if mark else 0


def pattern_rows(language: str) -> Rows:
    """For each of the ``PATTERNS`` the rows of its features in *language* (``PATTERN_FEATURES`` columns)."""
    numbers = np.arange(PATTERNS, dtype=np.uint32)
    return np.stack(
        [_scrambled(numbers, salt_of("pattern")), _scrambled(numbers, salt_of("pattern", language))], axis=1
    )


PATTERNS = CLASSES**3
PATTERN_FEATURES = 2


def _scrambled(keys: Hashes, salt: int) -> Rows:
    return mixed((keys * np.uint32(0x9E3779B1)) ^ np.uint32(salt))
