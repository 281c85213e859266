"""Our own tagger: a linear model over hashed features, whose best sequence of labels is the answer.

Reads Latin and Cyrillic words, and Chinese, Japanese, Korean and Thai character by character; in other scripts, on
which it was not trained, it finds nothing. Keeps the scores of words it has met, and nothing else between two texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from wiretext.kindred import kindred
from wiretext.scripts import code_points
from wiretext.tagging.characters import CHARACTER_FEATURES, character_rows
from wiretext.tagging.decoding import LABELS
from wiretext.tagging.engine import Engine, fastest
from wiretext.tagging.memory import Memory, WordTokens
from wiretext.tagging.model import Model, own_model
from wiretext.tagging.passage import Passage, Tag
from wiretext.tagging.spans import TYPES
from wiretext.tagging.summing import Scores, Starts, packed, scores
from wiretext.tagging.tokens import kinds, runs
from wiretext.vocabulary import Places, secret_factors

NAME = "perceptron"
_WORDED = frozenset({"Latn", "Cyrl"})
_LETTERED = frozenset({"Hans", "Hant", "Hani", "Jpan", "Kore", "Thai"})


def load(_argument: str = "") -> Perceptron:
    """The tagger with the model in this package; raises TaggerUnavailable where that is missing or damaged."""
    return Perceptron(own_model())


@dataclass(frozen=True, slots=True)
class Tokens:
    """A passage as the model reads it.

    Attributes:
        begins: Where each token begins.
        ends: Where each ends.
        runs: Where the runs begin among them.
        scores: Of each token the score of each label.
    """

    begins: Places
    ends: Places
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
        self._memory = Memory(self._weights, self._engine)

    def process(self, batch: Sequence[Passage]) -> list[list[Tag]]:
        """The tags of each passage, in text order; they never overlap."""
        return [self._tags(self.tokens(each)) if each.script in _WORDED | _LETTERED else [] for each in batch]

    def tokens(self, passage: Passage) -> Tokens:
        """The tokens of *passage*; none in a script that is not read."""
        language = kindred(passage.language.partition("-")[0], self._model.languages)
        if passage.script in _WORDED:
            words = WordTokens(passage.text, *self._engine.cut(code_points(passage.text), kinds(), secret_factors()))
            starts = runs(words.begins, passage.sentences)
            return Tokens(words.begins, words.ends, starts, self._memory.scores(words, starts, language))
        sentences = passage.sentences if passage.script in _LETTERED else ()
        begins = np.concatenate([np.zeros(0, np.int64), *(np.arange(*sentence) for sentence in sentences)])
        starts = runs(begins, sentences)
        pieces = [passage.text[begins[a] : begins[b - 1] + 1] for a, b in pairwise(starts.tolist())]
        rows = character_rows(pieces, language, self._engine.windows)
        lanes = self._engine.sums(self._weights, rows)
        return Tokens(begins, begins + 1, starts, scores(lanes, CHARACTER_FEATURES, len(LABELS)))

    def _tags(self, tokens: Tokens) -> list[Tag]:
        transitions = self._model.transitions
        labels = self._engine.decode(tokens.scores, tokens.runs, transitions)
        spans = self._engine.spans(labels, tokens.runs)
        slope, offset = self._model.confidence
        beaten = self._engine.margins(spans, labels, tokens.scores, tokens.runs, transitions)
        confidence = 1 / (1 + np.exp(-(slope * beaten + offset)))
        begins, ends = tokens.begins[spans[:, 0]], tokens.ends[spans[:, 1] - 1]
        found = zip(begins.tolist(), ends.tolist(), spans[:, 2].tolist(), confidence.tolist(), strict=True)
        return [Tag(begin, end, TYPES[kind], round(sure, 2)) for begin, end, kind, sure in found]
