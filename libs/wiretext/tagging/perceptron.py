"""Our own tagger: a linear model over hashed features, whose best sequence of labels is the answer.

Reads Latin and Cyrillic words, and Chinese, Japanese, Korean and Thai character by character; in other scripts, on
which it was not trained, it finds nothing. Keeps the scores of words it has met, and nothing else between two texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np

from wiretext.kindred import kindred
from wiretext.tagging.characters import character_rows
from wiretext.tagging.decoding import LABELS
from wiretext.tagging.engine import Engine, fastest
from wiretext.tagging.features import (
    EDGE,
    GROUPS,
    REACH,
    WORD_FEATURES,
    pattern_rows,
    word_class,
    word_rows,
)  # fmt: skip
from wiretext.tagging.model import Model, own_model
from wiretext.tagging.passage import Passage, Tag
from wiretext.tagging.spans import TYPES
from wiretext.tagging.summing import Numbers, Packed, Scores, Starts, packed
from wiretext.tagging.tokens import runs, words

NAME = "perceptron"
_WORDED = frozenset({"Latn", "Cyrl"})
_LETTERED = frozenset({"Hans", "Hant", "Hani", "Jpan", "Kore", "Thai"})
_MOST_WORDS = 100_000  # remembered at a time: 40 MB
_MOST_LANGUAGES = 50


def load(_argument: str = "") -> Perceptron:
    """The tagger with the model in this package; raises TaggerUnavailable where that is missing or damaged."""
    return Perceptron(own_model())


@dataclass(frozen=True, slots=True)
class Tokens:
    """A passage as the model reads it.

    Attributes:
        begins: Where each token begins.
        texts: The tokens.
        runs: Where the runs begin among them.
        scores: Of each token the score of each label.
    """

    begins: Sequence[int]
    texts: Sequence[str]
    runs: Starts
    scores: Scores


class Perceptron:
    """Finds names with a trained *model*."""

    name = NAME

    def __init__(self, model: Model, engine: Engine | None = None) -> None:
        self.version = model.version
        self._model = model
        self._engine = engine or fastest()
        self._weights = packed(model.weights)
        self._memory = _Memory(self._weights, self._engine)

    def process(self, batch: Sequence[Passage]) -> list[list[Tag]]:
        """The tags of each passage, in text order; they never overlap."""
        return [self._tags(self.tokens(each)) if each.script in _WORDED | _LETTERED else [] for each in batch]

    def tokens(self, passage: Passage) -> Tokens:
        """The tokens of *passage*; none in a script that is not read."""
        language = kindred(passage.language.partition("-")[0], self._model.languages)
        if passage.script in _WORDED:
            texts, begins = words(passage.text)
            starts = np.array(runs(begins, passage.sentences), np.int64)
            return Tokens(begins, texts, starts, self._memory.scores(texts, starts, language))
        sentences = passage.sentences if passage.script in _LETTERED else ()
        begins = list(chain.from_iterable(range(*sentence) for sentence in sentences))
        starts = np.array(runs(begins, sentences), np.int64)
        pieces = [passage.text[begins[a] : begins[b - 1] + 1] for a, b in pairwise(starts.tolist())]
        rows = character_rows(pieces, language, self._engine.windows)
        scores = self._engine.sums(self._weights, rows, len(LABELS))
        return Tokens(begins, "".join(pieces), starts, scores)

    def _tags(self, tokens: Tokens) -> list[Tag]:
        transitions = self._model.transitions
        labels = self._engine.decode(tokens.scores, tokens.runs, transitions)
        spans = self._engine.spans(labels, tokens.runs)
        slope, offset = self._model.confidence
        beaten = self._engine.margins(spans, labels, tokens.scores, tokens.runs, transitions)
        confidence = 1 / (1 + np.exp(-(slope * beaten + offset)))
        return [
            Tag(tokens.begins[first], tokens.begins[end - 1] + len(tokens.texts[end - 1]), TYPES[kind], round(sure, 2))
            for (first, end, kind), sure in zip(spans.tolist(), confidence.tolist(), strict=True)
        ]


class _Memory:
    """What words that were met lend to the scores of their neighbours, by language."""

    def __init__(self, weights: Packed, engine: Engine) -> None:
        self._weights = weights
        self._engine = engine
        self._forget()

    def _forget(self) -> None:
        self._numbers: dict[str, dict[str, int]] = {}
        self._patterns: dict[str, Scores] = {}
        self._met = 0
        self._lent = np.zeros((1024, 2 * REACH + 1, len(LABELS)), np.int16)
        self._classes = np.zeros(1024, np.uint8)

    def scores(self, tokens: Sequence[str], starts: Starts, language: str) -> Scores:
        """The scores of the labels of *tokens*, in runs that begin at *starts*."""
        if self._met > _MOST_WORDS or len(self._patterns) > _MOST_LANGUAGES:
            self._forget()
        numbers = self._numbers_of(tokens, language)
        edge = self._numbers[language][EDGE]
        return self._engine.lent(self._lent, self._classes, self._pattern_scores(language), numbers, starts, edge)

    def _pattern_scores(self, language: str) -> Scores:
        if language not in self._patterns:
            self._patterns[language] = self._engine.sums(self._weights, pattern_rows(language), len(LABELS))
        return self._patterns[language]

    def _numbers_of(self, tokens: Sequence[str], language: str) -> Numbers:
        known = self._numbers.setdefault(language, {})
        try:
            if known:
                return np.fromiter(map(known.__getitem__, tokens), np.int32, len(tokens))
            return self._learn({EDGE}, tokens, language)
        except KeyError:
            return self._learn(set(tokens).difference(known), tokens, language)

    def _learn(self, new: Iterable[str], tokens: Sequence[str], language: str) -> Numbers:
        """The numbers of *tokens*, of which some are *new*."""
        ordered = sorted({*new})
        known, first, last = self._numbers[language], self._met, self._met + len(ordered)
        while last > len(self._classes):
            self._lent = np.concatenate([self._lent, np.zeros_like(self._lent)])
            self._classes = np.concatenate([self._classes, np.zeros_like(self._classes)])
        rows = word_rows(ordered, language)
        for column, (start, end) in enumerate(pairwise([*GROUPS.tolist(), WORD_FEATURES])):
            self._lent[first:last, column] = self._engine.sums(self._weights, rows[:, start:end], len(LABELS))
        self._classes[first:last] = [word_class(word) for word in ordered]
        known.update(zip(ordered, range(first, last), strict=True))
        self._met = last
        return self._numbers_of(tokens, language)
