"""Compares names of persons by their sound: compiles labels to what they may sound like, and says which words fit.

`wiretext.matching.listening` goes through an article with it.

A name is heard as a whole: two parts or more, each with the consonants of the label (and the vowels, where those are
few) and an ending of the text's language at most. The Arabic article is skipped, *Abd al-X* is one part. Knows
no entity; hears nothing in scripts whose letters do not say what they sound like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from wiretext.labels import spelling
from wiretext.matching.sound.letters import (
    SOUNDED,
    agree,
    agree_loosely,
    bones,
    ending_bones,
    is_loose,
    is_short,
    sounds,
)
from wiretext.scripts import script_of
from wiretext.tables import words_of

_ABD = re.compile(r"\^?[ae*]p\*?t\*?([aeiou][lrnst]?)?")
_ABD_ALONE = re.compile(r"\^?[ae*]p\*?t\*?([aeiou][lrnst]?([iae]?s)?)?")
_FEWEST_PARTS = 2
_FEWEST_CONSONANTS = 5  # of a whole name
_FEWEST_SOUNDS = 4  # of a name that is told by all of them
_THREE = 3
_LONGEST_SYLLABLE = 5  # letters; longer parts are words of their own and are not joined
_FAMILY = 5  # letters of a last name that needs only one of two given names
_GIVEN = 4
# The Arabic article where it is joined to a name, and letters of the name at least.
_JOINED = {"Arab": ("ال", 3), "Hebr": ("אל", 3), "Ethi": ("አል", 2)}
# In Latin letters also as it is spoken: *Aldabbagh*, *Addabbagh*.
_JOINED_LATIN = re.compile(r"[ae](?:l(?=[^aeiouyl])|(?=(sh|[dtnrsz])\1))(?=\w{5})")
_VOWELS = re.compile("[aeiou*]+")
_SON = {"ibn": "bin", "ибн": "бин", "ібн": "бін", "ابن": "بن"}  # a newspaper has one of them throughout
_SHORTEST_LOOSE = 4  # letters of a first or last word up to which every vowel of the name counts

Part = tuple[frozenset[str], int, int]
"""The readings of a part of a name, and the first and the last of the words that it is made of."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A label as it sounds, in one order of its parts.

    Attributes:
        entity: Index into the entities of the watch list.
        label: The label as the watch list gives it.
        parts: The readings of each part.
        inverted: Whether the last name comes first, so that a comma may follow it.
        strict: Whether a word of it is so short that every vowel counts.
        as_written: Whether the parts are all of the label's, in its order.
        exact: Whether it is so short that only the very same sounds in another script are it.
        spelt: Whether it is as short, and has its family name as the text spells that: only the given name is heard.
    """

    entity: int
    label: str
    parts: tuple[frozenset[str], ...]
    inverted: bool = False
    strict: bool = False
    as_written: bool = False
    exact: bool = False
    spelt: bool = False


def names_of(entity: int, label: str) -> Iterator[Heard]:
    """The orders and the abridgements in which *label* is heard."""
    words = list(spelling(label))
    if not words or any(script_of(word[0]) not in SOUNDED for word in words):
        return
    parts = [(_spelt_as_spoken(part[0], words[part[1]]), *part[1:]) for part in parts_of(words)]
    strict = min(map(len, (words[0], words[-1]))) <= _SHORTEST_LOOSE
    for chosen, inverted in _orders(parts, words):
        counts = list(map(consonants, chosen))
        heard = tuple(part[0] for part in chosen)
        if len(chosen) >= _FEWEST_PARTS and sum(counts) >= _FEWEST_CONSONANTS and max(counts) >= _THREE:
            yield Heard(entity, label, heard, inverted, strict, as_written=chosen == parts)
        elif len(chosen) == _FEWEST_PARTS and chosen == parts and _is_long(heard):
            yield Heard(entity, label, heard, strict=True, exact=True)
            if any(len(_VOWELS.findall(reading)) > 1 for reading in heard[0]):
                yield Heard(entity, label, heard, strict=True, as_written=True, spelt=True)


def _is_long(heard: tuple[frozenset[str], ...]) -> bool:
    """Whether a name of few consonants has sounds enough to be told by all of them."""
    return sum(min(map(len, part), default=0) for part in heard) >= _FEWEST_SOUNDS


def _spelt_as_spoken(part: frozenset[str], word: str) -> frozenset[str]:
    """A short *part* of a Cyrillic label also as Belarusian spells it: every unstressed *o* is an *a* there."""
    if script_of(word[0]) != "Cyrl":
        return part
    return part | {reading.replace("o", "a") for reading in part if is_short(reading)}


def consonants(part: Part) -> int:
    """How many consonants a reading of *part* has at most."""
    return _most_consonants(part[0])


@lru_cache(maxsize=1 << 14)
def _most_consonants(readings: frozenset[str]) -> int:
    return max((len(bones(reading).lstrip("A")) for reading in readings), default=0)


def _orders(parts: list[Part], words: list[str]) -> Iterator[tuple[list[Part], bool]]:
    yield parts, False
    yield [parts[-1], *parts[:-1]], True
    if len(parts) != _THREE:
        return
    yield [*parts[1:], parts[0]], False
    letters = ["".join(words[first : last + 1]) for _, first, last in parts]
    for at, (left, right) in enumerate(pairwise(letters)):
        if max(len(left), len(right)) <= _LONGEST_SYLLABLE:
            yield [*parts[:at], joined(parts[at], parts[at + 1]), *parts[at + 2 :]], False
    if len(letters[2]) >= _FAMILY and not _is_child_of(words):
        for given in parts[:2]:
            if len(letters[parts.index(given)]) >= _GIVEN:
                yield [given, parts[2]], False


def _is_child_of(words: list[str]) -> bool:
    return any(word in words_of("matching/particles", "son_of") for word in words)


def parts_of(words: list[str]) -> list[Part]:
    """The parts of a name of which *words* are the words in normal form; articles are in no part."""
    found: list[Part] = []
    open_at = -1  # the word Abd, which goes with the next
    for at, word in enumerate(words):
        if at and at < len(words) - 1 and is_article(word):
            continue
        if open_at >= 0:
            found.append((frozenset(_of_servant(reading) for reading in later_readings_of(word)), open_at, at))
            open_at = -1
        elif at < len(words) - 1 and is_servant(word):
            open_at = at
        else:
            found.append((later_readings_of(word) if at else readings_of(word), at, at))
    return found


@lru_cache(maxsize=1 << 13)
def readings_of(word: str) -> frozenset[str]:
    """The readings of *word* as a part of a name."""
    readings = (*sounds(word), *sounds(_SON.get(word, word)))
    return frozenset((*readings, *map(_servant, readings)))


@lru_cache(maxsize=1 << 13)
def later_readings_of(word: str) -> frozenset[str]:
    """The same for a word that is not the first, which may have the Arabic article joined to it."""
    if spoken := _JOINED_LATIN.match(word):
        return readings_of(word) | readings_of(word[spoken.end() :])
    article, shortest = _JOINED.get(script_of(word[0]), ("", 0))
    if article and word.startswith(article) and len(word) >= len(article) + shortest:
        return readings_of(word) | readings_of(word.removeprefix(article))
    return readings_of(word)


def _of_servant(reading: str) -> str:
    return f"^apt{reading[1:]}" if is_loose(reading) else f"apt{reading}"


def is_article(word: str) -> bool:
    """Whether *word* is the Arabic article, as a language writes it."""
    return word in words_of("matching/particles", "articles")


@lru_cache(maxsize=1 << 14)
def is_servant(word: str) -> bool:
    """Whether *word* is the *Abd* of a name, which goes with the next."""
    return any(_ABD_ALONE.fullmatch(reading) for reading in sounds(word))


def _servant(reading: str) -> str:
    """*Abdelfattah* as *Abd* and *Fattah* sound together."""
    if not _ABD.match(reading):
        return reading
    return ("^" if is_loose(reading) else "") + _ABD.sub("apt", reading, count=1)


def joined(left: Part, right: Part) -> Part:
    """Two parts of a text as one."""
    readings = frozenset(first + second.removeprefix("^") for first in left[0] for second in right[0])
    return readings, left[1], right[2]


def fits(name: Heard, parts: list[Part], allowed: frozenset[str]) -> list[Part] | None:
    """The *parts* of a text that are the parts of *name*, of which two may be one; None when they are another name."""
    if name.exact:
        return _same_sounds(name, parts)
    if name.spelt and not _is_form(name.parts[0], parts[0][0], allowed):
        return None
    found: list[Part] = []
    at = 0
    for wanted in name.parts:
        if at < len(parts) and _is_same(wanted, parts[at][0], allowed, strict=name.strict):
            found.append(parts[at])
            at += 1
        elif found and _is_pair(name, wanted, parts[at : at + 2], allowed):
            found.append(joined(parts[at], parts[at + 1]))
            at += 2
        else:
            return None
    return found


def _same_sounds(name: Heard, parts: list[Part]) -> list[Part] | None:
    found = parts[: len(name.parts)]
    same = len(found) == len(name.parts) and all(
        not wanted.isdisjoint(part[0]) for wanted, part in zip(name.parts, found, strict=True)
    )
    return found if same else None


def _is_form(wanted: frozenset[str], heard: frozenset[str], allowed: frozenset[str]) -> bool:
    """Whether a part has all the sounds of another, and an ending at most."""
    return any(reading.startswith(label) and reading[len(label) :] in allowed for label in wanted for reading in heard)


def _is_pair(name: Heard, wanted: frozenset[str], pair: list[Part], allowed: frozenset[str]) -> bool:
    return len(pair) > 1 and _is_same(wanted, joined(*pair)[0], allowed, strict=name.strict)


@lru_cache(maxsize=1 << 14)
def is_like(label: str, word: str, allowed: frozenset[str], *, strict: bool = False) -> bool:
    """Whether *word* sounds like *label*, both in normal form, with one of the endings *allowed*, as they sound.

    *strict* takes no odd vowel.
    """
    return _is_same(frozenset(sounds(label)), frozenset(sounds(word)), allowed, strict=strict)


@lru_cache(maxsize=1 << 14)  # the same few words sound like the same names again and again
def _is_same(wanted: frozenset[str], heard: frozenset[str], allowed: frozenset[str], *, strict: bool) -> bool:
    return any(_sounds_like(label, reading, allowed, strict=strict) for label in wanted for reading in heard)


def _sounds_like(label: str, reading: str, allowed: frozenset[str], *, strict: bool) -> bool:
    if not is_short(label):
        whole, stem = bones(reading), bones(label)
        is_form = whole.startswith(stem) and whole[len(stem) :] in ending_bones(allowed)
        return is_form and not _is_feminine(label, reading, allowed) and agree(label, reading, strict=strict)
    if is_loose(label) or is_loose(reading):
        whole, stem = bones(reading), bones(label)
        return whole.startswith(stem) and whole[len(stem) :] in ending_bones(allowed) and agree_loosely(label, reading)
    if reading.startswith(label) and reading[len(label) :] in allowed:
        return True
    stem = label.rstrip("aeiou")
    rest = reading[len(stem) :]
    return reading.startswith(stem) and stem != label and rest in allowed and set(rest) <= set("aeiou") and rest != ""


def _is_feminine(label: str, reading: str, allowed: frozenset[str]) -> bool:
    """Whether an *a* that no case has in the text's language makes a woman's name of a man's: *Viktor*, *Viktoria*."""
    return reading.endswith("a") and "a" not in allowed and label[-1] not in "aeiou" and bones(label) == bones(reading)


LONGEST_SMALL = 5
"""Letters at most of a word that is small."""


def is_small(word: str) -> bool:
    """Whether *word* may have a small letter inside a name, and a capital too."""
    return word in _small()


@cache
def _small() -> frozenset[str]:
    return words_of("matching/particles", "articles") | words_of("matching/particles", "small")
