"""Tells whether two transcriptions of a foreign name in Hangul may be of one: 타이이프, 타입; 데이비드 캐머런, 카메론.

Compares consonants that sound alike, and the first vowels of short ones. Knows no name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from wiretext.matching.endings import any_endings
from wiretext.matching.sound.listed import Name
from wiretext.normal import normalise

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("ᄀᄁᄏᆨᆩᆿ", "k"),
        **dict.fromkeys("ᄃᄄᄐᆮᇀᆺᆻ", "t"),
        **dict.fromkeys("ᄇᄈᄑᆸᇁ", "p"),
        **dict.fromkeys("ᄌᄍᄎᄉᄊᆽᆾ", "s"),
        **dict.fromkeys("ᄅᆯ", "r"),
        **dict.fromkeys("ᄂᆫ", "n"),
        **dict.fromkeys("ᄆᆷ", "m"),
        **dict.fromkeys("ᄒᇂ", "h"),
        "ᆼ": "nk",
    }
)
_CONSONANTS = "ktpsrnmh"
_SHORTEST = 2  # syllables
_FEW = 3  # consonants of a name of which the first vowel counts
_PARTS = re.compile("[가-힣]{2,}(?: [가-힣]{2,})+")
_WORD = re.compile("(?<![가-힣])[가-힣]{2,}")


class HangulNames:
    """The names in Hangul of a watch list that have several parts, by the first of them; each with its person."""

    def __init__(self, labels: Iterable[tuple[int, str]]) -> None:
        self._names: dict[str, list[Name]] = defaultdict(list)
        for entity, label in labels:
            if "가" <= label[:1] <= "힣" and _PARTS.fullmatch(spelt := normalise(label).text):
                parts = tuple(spelt.split(" "))
                if len(_bones_of(parts[-1])) >= _FEW:
                    self._names[_bones_of(parts[0])].append(Name(entity, label, parts))

    def heard(self, text: str) -> Iterator[tuple[int, int, Name]]:
        """Where a name of *text*, in normal form, sounds like one of these, and that name: *데이비드 카메론은*."""
        for first in _WORD.finditer(text) if self._names else ():
            for name in self._names.get(_bones_of(first[0]), ()):
                end = _end(text, first, name)
                if end > 0:
                    yield first.start(), end, name
                    break


def _end(text: str, first: re.Match[str], name: Name) -> int:
    """Where *name* ends that may begin with the word *first*; -1 where the next words are not its other parts."""
    given = name.parts[0]
    if first[0] != given and (first[0].startswith(given) or not may_be_one(given, first[0])):
        return -1
    end = first.end()
    for part in name.parts[1:]:
        word = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        size = 0 if word is None else _size(word[0], part, last=part is name.parts[-1])
        if not size:
            return -1
        end += 1 + size
    return end


def _size(word: str, part: str, *, last: bool) -> int:
    """How many syllables of *word* may be *part*, behind the last of which a particle may stand; 0 where none."""
    sizes = range(len(word), _SHORTEST - 1, -1) if last else (len(word),)
    return next(
        (
            size
            for size in sizes
            if (size == len(word) or word[size:] in any_endings("Hang"))
            and (word[:size] == part or may_be_one(part, word[:size]))
        ),
        0,
    )


@lru_cache(maxsize=1 << 12)
def may_be_one(name: str, other: str) -> bool:
    """Whether *other* may be written for *name*; both in normal form."""
    if min(len(name), len(other)) < _SHORTEST:
        return False
    bones, ours, theirs = _bones_of(name), _letters(name), _letters(other)
    if not bones or bones != _bones_of(other):
        return False
    return len(bones) >= _FEW or (len(bones) > 1 and _first_vowel(ours) == _first_vowel(theirs))


@lru_cache(maxsize=1 << 14)
def _bones_of(word: str) -> str:
    return _bones(_letters(word))


def _letters(word: str) -> str:
    return unicodedata.normalize("NFD", word).translate(_ALIKE).replace("ᄋ", "")


def _bones(letters: str) -> str:
    found = "".join(letter for letter in letters if letter in _CONSONANTS)
    return found.replace("rr", "r").replace("nnk", "nk")


def _first_vowel(letters: str) -> str:
    return next((letter for letter in letters if letter not in _CONSONANTS), "")
