"""From corpora to a model: learns, rounds the weights to bytes, and fits how sure the model may be.

The same corpora give the same bytes. Test sets are never read here.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from models.logistic import fitted
from models.tagger.corpora import CORPORA, TYPE_OF, Sentence, corpus_sentences
from models.tagger.examples import Examples, examples, together
from models.tagger.learning import FORBIDDEN, Settings, Weights, learn
from wiretext.tagging.engine import fastest
from wiretext.tagging.model import Model
from wiretext.tagging.passage import Passage
from wiretext.tagging.perceptron import Perceptron
from wiretext.tagging.spans import TYPES

_NEVER = -(10**9)
_FEW = 4_000  # sentences; a smaller corpus is read twice an epoch, so that no language starves
_SCRIPTS = {"zh": "Hani", "ja": "Jpan", "ko": "Kore", "th": "Thai", "ru": "Cyrl", "kk": "Cyrl"}


def train(settings: Settings, note: Callable[[str], None]) -> Model:
    """A model of all corpora; *note* is told how it goes."""
    parts = [examples(corpus_sentences(corpus, "train"), corpus.language, corpus.key) for corpus in CORPORA]
    data = together(parts)
    note(f"{len(data.worded)} sentences, {len(data.labels)} tokens")
    weights, transitions = learn(data, _repeats(data), settings, note)
    model = _rounded(weights, transitions)
    return Model(model.version, model.languages, model.weights, model.transitions, _confidence(model))


def _repeats(data: Examples) -> NDArray[np.int64]:
    _, which, counts = np.unique(data.corpora, return_inverse=True, return_counts=True)
    times: NDArray[np.int64] = np.where(counts < _FEW, 2, 1)
    return times[which]


def _rounded(weights: Weights, transitions: Weights) -> Model:
    """The model in whole numbers: the largest weight fills its byte, for cutting off a few costs more than rounding."""
    scale = 127 / float(np.abs(weights).max())
    small = np.rint(weights * scale).astype(np.int8)
    steps = np.where(transitions <= FORBIDDEN / 2, _NEVER, np.rint(transitions * scale)).astype(np.int64)
    languages = frozenset(corpus.language for corpus in CORPORA)
    return Model(f"{zlib.crc32(small.tobytes()):08x}", languages, small, steps, (1.0, 0.0))


def passage_of(sentence: Sentence, language: str) -> Passage:
    """A sentence of a corpus as a passage of its own."""
    return Passage(sentence.text, ((0, len(sentence.text)),), language, _SCRIPTS.get(language, "Latn"))


def _confidence(model: Model) -> tuple[float, float]:
    """Slope and offset of the logistic function from margins to the share of right spans, by the development splits."""
    found = [
        pair
        for corpus in CORPORA
        for pair in _judged(model, corpus_sentences(corpus, "dev"), corpus.language)
    ]  # fmt: skip
    margin, right = np.array(found, np.float64).T
    scale = float(margin.mean())
    inputs = np.stack([margin / scale, np.ones_like(margin)], axis=1)
    slope, offset = fitted(inputs, right)
    return round(float(slope) / scale, 6), round(float(offset), 4)


def _judged(model: Model, sentences: Sequence[Sentence], language: str) -> Iterator[tuple[float, bool]]:
    """The margin of each span that *model* finds, and whether it is right."""
    tagger, engine = Perceptron(model), fastest()
    for sentence in sentences:
        tokens = tagger.tokens(passage_of(sentence, language))
        labels = engine.decode(tokens.scores, tokens.runs, model.transitions)
        spans = engine.spans(labels, tokens.runs)
        beaten = engine.margins(spans, labels, tokens.scores, tokens.runs, model.transitions)
        true = {(start, end, TYPE_OF[kind]) for start, end, kind in sentence.spans}
        for (first, end, kind), margin in zip(spans.tolist(), beaten.tolist(), strict=True):
            place = (int(tokens.begins[first]), int(tokens.ends[end - 1]), TYPES[kind])
            yield margin, place in true
