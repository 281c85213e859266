"""Remembers what words that were met lend to the scores of their neighbours, by language; of very many, none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from wiretext.tagging.decoding import LABELS
from wiretext.tagging.engine import Engine
from wiretext.tagging.features import (
    EDGE,
    GROUPS,
    PATTERN_FEATURES,
    REACH,
    WORD_FEATURES,
    pattern_rows,
    word_class,
    word_rows,
)  # fmt: skip
from wiretext.tagging.summing import Classes, Lanes, Packed, Scores, Starts, scores
from wiretext.vocabulary import Keys, Numbers, Places, Vocabulary, key_of

_MOST_WORDS = 100_000  # remembered at a time: 30 MB
_MOST_LANGUAGES = 50


class WordTokens(NamedTuple):
    """The words and marks of a *text*: where each begins and ends, and its key."""

    text: str
    begins: Places
    ends: Places
    keys: Keys


class _Language(NamedTuple):
    key: np.uint64
    patterns: Lanes
    edge: int
    """The number of what stands beyond the ends of a run."""


class Memory:
    """Scores words by a table of weights; not safe for threads."""

    def __init__(self, weights: Packed, engine: Engine) -> None:
        self._weights = weights
        self._engine = engine
        self._forget()

    def _forget(self) -> None:
        self._languages: dict[str, _Language] = {}
        self._vocabulary = Vocabulary()
        self._lent: Lanes = np.zeros((1024, 2 * REACH + 1, 2), np.uint64)
        self._classes: Classes = np.zeros(1024, np.uint8)

    def scores(self, words: WordTokens, starts: Starts, language: str) -> Scores:
        """The scores of the labels of *words* in *language*, in runs that begin at *starts*."""
        if len(self._vocabulary) > _MOST_WORDS or len(self._languages) > _MOST_LANGUAGES:
            self._forget()
        spoken = self._languages.get(language) or self._begin(language)
        numbers = self._numbers(words, words.keys + spoken.key, language)
        lanes = self._engine.lent(self._lent, self._classes, spoken.patterns, numbers, starts, spoken.edge)
        return scores(lanes, WORD_FEATURES + PATTERN_FEATURES, len(LABELS))

    def _begin(self, language: str) -> _Language:
        key = key_of(language)
        patterns = self._engine.sums(self._weights, pattern_rows(language))
        spoken = self._languages[language] = _Language(key[0], patterns, len(self._vocabulary))
        self._vocabulary.number(key, lambda _: self._learn([EDGE], language))
        return spoken

    def _numbers(self, words: WordTokens, keys: Keys, language: str) -> Numbers:
        def learn(new: Places) -> None:
            places = zip(words.begins[new].tolist(), words.ends[new].tolist(), strict=True)
            self._learn([words.text[begin:end] for begin, end in places], language)

        return self._vocabulary.number(keys, learn)

    def _learn(self, words: Sequence[str], language: str) -> None:
        """Keep what *words*, to be numbered next, lend."""
        first, last = len(self._vocabulary), len(self._vocabulary) + len(words)
        while last > len(self._classes):
            self._lent = np.concatenate([self._lent, np.zeros_like(self._lent)])
            self._classes = np.concatenate([self._classes, np.zeros_like(self._classes)])
        rows = word_rows(words, language)
        for column, (start, end) in enumerate(pairwise([*GROUPS.tolist(), WORD_FEATURES])):
            self._lent[first:last, column] = self._engine.sums(self._weights, rows[:, start:end])
        self._classes[first:last] = [word_class(word) for word in words]
