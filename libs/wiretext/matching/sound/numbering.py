"""Numbers what parts of names sound like, so that names can be looked up by them: many at once, and without strings.

The number of a first part says its stem and the vowels that must be near (``letters.sketch``); that of a second one
begins with its first two sounds, so that all with one beginning lie together. Numbers are hashes, and hold for this
process only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from wiretext.matching.sound.hearing import later_readings_of
from wiretext.matching.sound.letters import SKETCH_BITS, bones, is_loose

SOUND_BITS = 5
"""Bits for one sound in the number of a second part; two come first."""
HASH_BITS = 22
"""Bits of such a number for all its sounds together, after the first two; the last for the sketch of its vowels."""
LENGTH_BITS = 6
"""Bits for the length of a range, after its lowest number (``openings_of``)."""
SKETCH = (1 << SKETCH_BITS) - 1
"""The bits of a number that are its sketch."""
_FIRST_BITS = 24  # for all sounds of a first part, before its sketch
_SECOND_BITS = 2 * SOUND_BITS + HASH_BITS - SKETCH_BITS  # of the number of a second part, before its sketch
SKETCHES_BITS = 2 * SKETCH_BITS
"""The last bits of a key, for both sketches."""
_OPENING_SOUNDS = 2
_VOWELS = "aeiou"

Number = TypeVar("Number", int, NDArray[np.int64])


def key_of(first: int, second: int) -> int:
    """The key of a name with these numbers: first what they say of the stems, then both sketches."""
    stems = first >> SKETCH_BITS << _SECOND_BITS | second >> SKETCH_BITS
    return stems << SKETCHES_BITS | (first & SKETCH) << SKETCH_BITS | second & SKETCH


def firsts_of(keys: Number) -> Number:
    """The numbers of the first parts of the names with these *keys*, or of one."""
    return keys >> SKETCHES_BITS + _SECOND_BITS << SKETCH_BITS | keys >> SKETCH_BITS & SKETCH


def seconds_of(keys: Number) -> Number:
    """The same of the second parts."""
    return (keys >> SKETCHES_BITS & (1 << _SECOND_BITS) - 1) << SKETCH_BITS | keys & SKETCH


def first_number(stem: str, vowels: int = 0) -> int:
    """The number for the *stem* of the first part of a name and its *vowels*, a sketch."""
    return (hash(stem) & ((1 << _FIRST_BITS) - 1)) << SKETCH_BITS | vowels


def second_number(stem: str, vowels: int = 0) -> int:
    """The same for the second part, which begins with its first two sounds."""
    hashed = hash(stem) & ((1 << HASH_BITS - SKETCH_BITS) - 1)
    return _opening(stem) << HASH_BITS | hashed << SKETCH_BITS | vowels


def _opening(sounds: str) -> int:
    """The number of the first two of *sounds*; 0 stands for one that there is not."""
    first, second, *_ = *map(_sound, sounds[:_OPENING_SOUNDS]), 0, 0
    return first << SOUND_BITS | second


def _sound(letter: str) -> int:
    """The number of a sound, 1 to 31."""
    return ord(letter) & ((1 << SOUND_BITS) - 1)


def openings_of(word: str) -> frozenset[int]:
    """Between which numbers those of second parts lie that begin with *word*, whatever comes after it.

    Each is the lowest number of a range and, in its last bits, which power of two the range is long.
    """
    readings = later_readings_of(word)
    spoken = [reading for reading in readings if not is_loose(reading)]
    unended = {_opening(reading.rstrip(_VOWELS)) << HASH_BITS << LENGTH_BITS | HASH_BITS for reading in spoken}
    return frozenset(unended.union(map(_range, map(bones, readings)), map(_range, spoken)))


def _range(sounds: str) -> int:
    """All numbers that begin with the first two of *sounds*, or with the one that there is."""
    open_bits = HASH_BITS + SOUND_BITS * max(0, _OPENING_SOUNDS - len(sounds))
    return _opening(sounds) << HASH_BITS << LENGTH_BITS | open_bits


def sounds_joined(word: str) -> int:
    """A bit for each sound with which *word* may go on when it is joined to one sound; and for none."""
    readings = later_readings_of(word)
    consonants = (bones(reading).removeprefix("A")[:1] for reading in readings)
    spoken = (reading[:1] for reading in readings if not is_loose(reading))
    return sum(1 << number for number in {0, *map(_sound, filter(None, (*consonants, *spoken)))})


class Known:
    """The numbers that names of the list have, in order: all with one stem lie together, whatever their sketches."""

    def __init__(self, numbers: NDArray[np.int64]) -> None:
        self._numbers = np.unique(numbers).data  # for one number at a time, of which numpy makes much ado

    def among(self, heard: Iterable[tuple[int, tuple[int, ...]]]) -> Iterator[int]:
        """Those of the numbers *heard*, each told without a sketch and with the sketches that it may have."""
        for stem, sketches in heard:
            at = bisect_left(self._numbers, stem)
            while at < len(self._numbers) and (number := self._numbers[at]) & ~SKETCH == stem:
                if number & SKETCH in sketches:
                    yield number
                at += 1
