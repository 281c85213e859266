"""Picks out of a text the words of which something is true, such as that they are forms of a name: few are.

A word is asked about once and remembered by its key, so all words of a text are looked up together; of one that is
new, the first letters say mostly that it need not be asked about. Knows no names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from wiretext.proclitics import PROCLITICS
from wiretext.scripts import script_of
from wiretext.vocabulary import Places, Vocabulary, key_of
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
    """Picks words by what *holds* says of a word in a language; not safe for threads.

    Of *most* words it keeps the answer; then it forgets them all.
    """

    def __init__(self, holds: Callable[[str, str], bool], most: int = 1 << 17) -> None:
        self._holds = holds
        self._most = most
        self._known = Vocabulary()
        self._answers = np.zeros(0, np.bool_)

    def among(self, places: Places, words: Words, language: str = "") -> list[int]:
        """Which of the words at *places*, by their numbers in *words*, are picked in *language*."""
        if len(self._known) > self._most:
            self._known.clear()
            self._answers = self._answers[:0]

        def learn(new: Places) -> None:
            asked = map(words.word, places[new].tolist())
            answers = np.fromiter((self._holds(word, language) for word in asked), np.bool_, len(new))
            self._answers = np.concatenate([self._answers[: len(self._known)], answers])  # a failure may have left more

        numbers = self._known.number(words.keys.take(places) + key_of(language), learn)
        picked: list[int] = places[self._answers.take(numbers)].tolist()
        return picked
