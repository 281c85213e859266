"""Finds the names of persons that a few words of a text may be, among any number of them.

A name lies under what its first two parts sound like without an ending, so that a look-up costs the same in a long list
and in a short one. `wiretext.matching.sound.hearing` says what sounds alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import numpy as np

from wiretext.labels import first_script
from wiretext.matching.sound.hearing import (
    Heard,
    Part,
    fits,
    is_servant,
    joined,
    later_readings_of,
    names_of,
    readings_of,
)
from wiretext.matching.sound.letters import (
    FAMILIES,
    SKETCH_BITS,
    VOCAL,
    bones,
    ending_bones,
    ending_sounds,
    has_sketch,
    is_loose,
    is_short,
    sketch,
    sketches_near,
)
from wiretext.matching.sound.numbering import (
    SKETCH,
    SKETCHES_BITS,
    Known,
    first_number,
    firsts_of,
    key_of,
    second_number,
    seconds_of,
)
from wiretext.proclitics import ONE_LETTER, joins_words
from wiretext.remembering import Remembered
from wiretext.scripts import script_of

_VOWELS = "aeiou"
_NO_SKETCH = (0,)
_KEY_BYTES = 8
_FEWEST_PARTS = 2
_LONGEST_ENDING = 4  # of a first part, in sounds
_SHORTEST_AFTER = 3  # letters of a word to which one may be joined

_First: TypeAlias = tuple[int, frozenset[int]]  # a stem of a first part, and the sketches that it may have
Sounding = tuple[int, str, bytes]
"""The index of a person, a label, and where it lies (``keys_of``)."""


def keys_of(label: str, *, main: bool = False) -> bytes:
    """Where a person's *label* lies: 8 bytes for each key; they hold for this process only.

    Texts in a loose script are searched for the *main* label of a person, and for those of their own script.
    """
    names, script = list(names_of(0, label)), first_script(label)
    keys = {_key(one, two) for one, two in _beginnings(names)} if script in VOCAL else set()
    if main or script in FAMILIES:
        place = FAMILIES.get(script, "")
        written = [name for name in names if name.as_written and _may_be(name, script if script in FAMILIES else "")]
        keys |= {
            key_of(
                first_number(_loose(one, place), sketch(one, loosely=True)),
                second_number(bones(two), sketch(two, loosely=True)),
            )
            for one, two in _beginnings(written)
        }
    return np.fromiter(keys, dtype=np.int64, count=len(keys)).tobytes()


class _Stem(NamedTuple):
    """What the *stem* of a label may be, without the ending, that is heard as *whole*; and the sketches it may have."""

    stem: str
    whole: str
    sketches: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """The names that may begin with a word, as far as it says.

    Attributes:
        cuts: After how many of its letters; after one where a short word may be joined to it.
        allowed: The endings that the language has there, as they sound.
        seconds: The numbers of their second parts; None where the word goes with the next, which says more.
    """

    cuts: tuple[int, ...]
    allowed: frozenset[str]
    seconds: frozenset[int] | None


class Ear:
    """The names of a watch list's persons, by what their first two parts sound like.

    Attributes:
        begun: Of a word and a language (BCP 47): the names that may begin with it, or None.
        seconds: Of a word and the endings *allowed*: the numbers of the second parts that it may be.
        joint_seconds: Of two words and those: the numbers of the second parts that they may be together.
    """

    def __init__(self, labels: Iterable[Sounding]) -> None:
        known = [each for each in labels if each[2]]
        sounds = [keys for _, _, keys in known]
        counts = np.fromiter(map(len, sounds), dtype=np.int64, count=len(sounds)) // _KEY_BYTES
        keys = np.frombuffer(b"".join(sounds), dtype=np.int64)
        order = np.argsort(keys)
        self._keys = keys[order]
        self._sorted = self._keys.data  # for one key at a time, of which numpy makes much ado
        self._owners = np.repeat(np.arange(len(known), dtype=np.int32), counts)[order]
        self._labels = [(entity, label) for entity, label, _ in known]
        self._names = lru_cache(maxsize=1 << 12)(lambda owner: tuple(names_of(*self._labels[owner])))
        self._numbers = lru_cache(maxsize=1 << 15)(self._numbers_of)
        self._after = lru_cache(maxsize=1 << 15)(self._seconds_after)
        self._firsts = lru_cache(maxsize=1 << 13)(self._firsts_of)
        self._begins = Known(firsts_of(keys))
        self._continues = Known(seconds_of(keys))
        self.begun = Remembered(self.begin, 1 << 16)
        self.seconds = Remembered(self._seconds_of, 1 << 16)
        self.joint_seconds = Remembered(self._joint_seconds_of, 1 << 15)

    @classmethod
    def of(cls, labels: Iterable[tuple[int, str]]) -> Ear:
        """An ear for these *labels* of persons."""
        return cls((entity, label, keys_of(label)) for entity, label in labels)

    def _cut(self, word: str, language: str) -> Iterator[tuple[int, str, tuple[_First, ...]]]:
        """After how many letters *word* may be cut, what is left then, and what names begin with that."""
        script = script_of(word[0])
        allowed = ending_sounds(language, script)
        joins = word[0] in ONE_LETTER.get(script, ()) and len(word) > _SHORTEST_AFTER and joins_words(language)
        for cut in range(joins + 1):
            yield cut, word[cut:], self._firsts(readings_of(word[cut:]), allowed, script)

    def begin(self, asked: tuple[str, str]) -> Begun | None:
        """As ``begun``, and not remembered."""
        word, language = asked
        found = list(self._cut(word, language)) if self._labels else []
        cuts = tuple(cut for cut, part, firsts in found if firsts or is_servant(part))
        if not cuts:
            return None
        goes_along = any(is_servant(part) for _, part, _ in found)
        seconds = None if goes_along else frozenset().union(*(self._after(firsts) for _, _, firsts in found))
        return Begun(cuts, ending_sounds(language, script_of(word[0])), seconds)

    def _seconds_after(self, firsts: tuple[_First, ...]) -> frozenset[int]:
        """The numbers of the second parts of names that begin with one of *firsts*."""
        found: set[int] = set()
        for stem, sketches in firsts:
            begin, end = self._keys.searchsorted((key_of(stem << SKETCH_BITS, 0), key_of((stem + 1) << SKETCH_BITS, 0)))
            keys = self._keys[begin:end]
            fits_here = np.zeros(1 << SKETCH_BITS, np.bool_)
            fits_here[list(sketches)] = True
            found.update(seconds_of(keys[fits_here[firsts_of(keys) & SKETCH]]).tolist())
        return frozenset(found)

    def _seconds_of(self, asked: tuple[str, frozenset[str]]) -> frozenset[int]:
        word, allowed = asked
        return self._numbers(later_readings_of(word), allowed)

    def _joint_seconds_of(self, asked: tuple[str, str, frozenset[str]]) -> frozenset[int]:
        first, second, allowed = asked
        after = (later_readings_of(second), 1, 1)
        heard = (
            (second_number(each.stem), each.sketches)
            for begun in later_readings_of(first)
            for each in _stems(joined((frozenset({begun}), 0, 0), after)[0], allowed)
            if each.whole.startswith((begun, bones(begun)))
        )
        return frozenset(self._continues.among(heard))

    def _numbers_of(self, part: frozenset[str], allowed: frozenset[str]) -> frozenset[int]:
        """The numbers of the second parts of names that are heard as *part*."""
        heard = ((second_number(each.stem), each.sketches) for each in _stems(part, allowed))
        return frozenset(self._continues.among(heard))

    def named(
        self, parts: list[Part], allowed: frozenset[str], script: str = "Latn"
    ) -> Iterator[tuple[Heard, list[Part]]]:
        """The names that *parts* begin with, and the parts that each is; *allowed* as for ``hearing.fits``."""
        for owner in self._owners_of(parts, allowed, script) if len(parts) >= _FEWEST_PARTS else ():
            for name in self._names(owner):
                found = fits(name, parts, allowed) if _may_be(name, script) else None
                if found is not None:
                    yield name, found

    def _owners_of(self, parts: list[Part], allowed: frozenset[str], script: str) -> list[int]:
        """The labels of which the first two parts sound like the first two or three of *parts*."""
        seconds = self._numbers(parts[1][0], allowed)
        if len(parts) > _FEWEST_PARTS:
            seconds |= self._numbers(joined(parts[1], parts[2])[0], allowed)
        firsts = self._firsts(parts[0][0], allowed, script)
        seconds &= self._after(firsts)
        if not seconds:
            return []
        found = set()
        for stem, sketches in firsts:
            for begun in {key_of(stem << SKETCH_BITS, second & ~SKETCH) for second in seconds}:
                at = bisect_left(self._sorted, begun)
                while at < len(self._sorted) and (key := self._sorted[at]) >> SKETCHES_BITS == begun >> SKETCHES_BITS:
                    if firsts_of(key) & SKETCH in sketches and seconds_of(key) in seconds:
                        found.add(int(self._owners[at]))
                    at += 1
        return sorted(found)

    def _firsts_of(self, part: frozenset[str], allowed: frozenset[str], script: str) -> tuple[_First, ...]:
        """What names begin with that are heard as *part*."""
        if script in VOCAL:
            stems = _stems(part, allowed, _LONGEST_ENDING)
            heard = [(first_number(each.stem or each.whole), each.sketches) for each in stems]
        else:
            heard = [
                (first_number(_loose(reading, place)), _sketches_of(reading, bones(reading)))
                for reading in part
                for place in ("", FAMILIES[script])
            ]
        found: dict[int, set[int]] = {}
        for number in self._begins.among(heard):
            found.setdefault(number >> SKETCH_BITS, set()).add(number & SKETCH)
        return tuple((stem, frozenset(sketches)) for stem, sketches in found.items())


def _key(one: str, two: str) -> int:
    """Where a name lies of which the first two parts are read so."""
    return key_of(first_number(_stem(one) or one, sketch(one)), second_number(_stem(two), sketch(two)))


def _may_be(name: Heard, script: str) -> bool:
    """Whether *name* may be heard in a text in *script*."""
    if name.exact or name.spelt:
        return (script in VOCAL or name.spelt) and (first_script(name.label) == script) == name.spelt
    return script in VOCAL or name.as_written


def _beginnings(names: list[Heard]) -> set[tuple[str, str]]:
    """The readings of the first two parts of *names*."""
    return {(one, two) for name in names for one in name.parts[0] for two in name.parts[1]}


def _loose(reading: str, family: str) -> str:
    """The stem of a first part, of a label in a *family* of loose scripts or in none, for texts in them."""
    return f"^{family}^{bones(reading)}"


def _sketches_of(reading: str, stem: str) -> tuple[int, ...]:
    """The sketches of the labels with that *stem* of consonants that a word's *reading* may be."""
    return sketches_near(reading) if has_sketch(stem, loosely=is_loose(reading)) else _NO_SKETCH


def _stem(reading: str) -> str:
    """What of a label's *reading* stands before any ending; nothing of vowels alone."""
    return reading.rstrip(_VOWELS) if is_short(reading) else bones(reading)


@lru_cache(maxsize=1 << 13)
def _stems(part: frozenset[str], allowed: frozenset[str], longest: int = 99) -> tuple[_Stem, ...]:
    """All stems of a *part* that is heard so, with an ending of at most so many sounds."""
    found: dict[_Stem, None] = {}
    for reading in part:
        ways = [(bones(reading), "", ending_bones(allowed))]
        if not is_loose(reading):
            ways.insert(0, (reading, _VOWELS, allowed))
        for whole, vowels, ends in ways:
            for end in range(max(0, len(whole) - longest), len(whole) + 1):
                if whole[end:] in ends:
                    stem = whole[:end].rstrip(vowels) if vowels else whole[:end]
                    sketches = _NO_SKETCH if vowels else _sketches_of(reading, stem)
                    found[_Stem(stem, whole[:end], sketches)] = None
    return tuple(found)
