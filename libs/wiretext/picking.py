"""Picks out of a text the words of which something is true, such as that they are forms of a name: few are.

Of a word that is new, the first letters say mostly that it need not be asked about. Knows no names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from wiretext.noting import Notes
from wiretext.proclitics import PROCLITICS
from wiretext.scripts import script_of
from wiretext.vocabulary import Places
from wiretext.words import Words

_HEAD = 3  # letters


class Heads:
    """The first three letters of *words*: by its own, nearly any other is told to begin with none of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._heads = frozenset(word[:_HEAD] for word in words)

    def may_begin(self, word: str) -> bool:
        """Whether *word* may begin with one of them, or with what is joined to it."""
        return not self._heads.isdisjoint((word[:1], word[:2], word[:_HEAD])) or script_of(word[0]) in PROCLITICS


class Picker:
    """Picks words by what *holds* says of a word in a language; of *most* words it keeps the answer."""

    def __init__(self, holds: Callable[[str, str], bool], most: int = 1 << 17) -> None:
        self._answers = Notes(holds, np.bool_, most)

    def among(self, places: Places, words: Words, language: str = "") -> list[int]:
        """Which of the words at *places*, by their numbers in *words*, are picked in *language*."""
        picked: list[int] = places[self._answers.of(places, words, language)].tolist()
        return picked
