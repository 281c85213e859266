"""Tells whether two transcriptions of a foreign given name in Hangul may be of one: 타이이프, 타입.

Compares consonants that sound alike, and the first vowels of short ones. Knows no name.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

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


@lru_cache(maxsize=1 << 12)
def may_be_one(name: str, other: str) -> bool:
    """Whether *other* may be written for *name*; both in normal form."""
    if min(len(name), len(other)) < _SHORTEST:
        return False
    ours, theirs = map(_letters, (name, other))
    bones = _bones(ours)
    if not bones or bones != _bones(theirs):
        return False
    return len(bones) >= _FEW or (len(bones) > 1 and _first_vowel(ours) == _first_vowel(theirs))


def _letters(word: str) -> str:
    return unicodedata.normalize("NFD", word).translate(_ALIKE).replace("ᄋ", "")


def _bones(letters: str) -> str:
    found = "".join(letter for letter in letters if letter in _CONSONANTS)
    return found.replace("rr", "r").replace("nnk", "nk")


def _first_vowel(letters: str) -> str:
    return next((letter for letter in letters if letter not in _CONSONANTS), "")
