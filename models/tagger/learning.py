"""A conditional random field: sentence by sentence, the labels given are made likelier than all others.

Four things make it better than the plain one. While it learns, all but the truth score higher by a margin, a missed
name by more, for names are rarer than other words (softmax-margin, Gimpel and Smith 2010); now and then it must do
without the spelling of a word, as it will on new names; a weight moves by less the more it has moved (AdaGrad, Duchi
and others 2011), so that what is rare in a small corpus is learnt as well as what is frequent in all; and several runs,
which read the sentences in other orders, are one model: their mean. The tagger that reads with the weights is called
perceptron all the same: its form is one, and it was trained as one at first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, TypeAlias

import numba
import numpy as np
from numpy.typing import NDArray

from models.tagger.examples import LEXICAL, Examples
from wiretext.tagging.decoding import LABELS
from wiretext.tagging.features import NOTHING

FORBIDDEN = -1.0e7
Weights: TypeAlias = NDArray[np.float32]
_SLIGHT = 0.005  # an error of a probability for which no weight is touched: most tokens are learnt soon


@dataclass(frozen=True, slots=True)
class Settings:
    """How it learns; chosen on the development splits."""

    runs: int = 3
    epochs: int = 9
    rate: float = 0.2
    margin: float = 1.0
    missed: float = 2.0
    blanked: float = 0.2
    seed: int = 20


def _scores(rows: Any, weights: Any, first: int, last: int, hidden: Any) -> Any:
    """The scores of the labels of a sentence; *hidden* features of a token do not count."""
    scores = np.zeros((last - first, weights.shape[1]), np.float32)
    for token in range(last - first):
        for column in range(rows.shape[1]):
            row = rows[first + token, column]
            if not hidden[token, column]:
                for label in range(weights.shape[1]):
                    scores[token, label] += weights[row, label]
    return scores


def _hide(rows: Any, first: int, last: int, lexical: Any, blanked: float) -> Any:
    hidden = np.zeros((last - first, rows.shape[1]), np.bool_)
    for token in range(last - first):
        drawn = np.random.random() < blanked  # noqa: NPY002 - numba's, seeded in the same function
        for column in range(rows.shape[1]):
            hidden[token, column] = rows[first + token, column] == NOTHING or (drawn and lexical[column])
    return hidden


_compiled_scores: Any = numba.njit(cache=True)(_scores)
_compiled_hide: Any = numba.njit(cache=True)(_hide)


def _times(row: Any, matrix: Any) -> Any:
    """Their product, without the library that numba would ask for."""
    product = np.zeros(matrix.shape[1])
    for inner in range(len(row)):
        for outer in range(matrix.shape[1]):
            product[outer] += row[inner] * matrix[inner, outer]
    return product


_compiled_times: Any = numba.njit(cache=True)(_times)


def _expected(scores: Any, transitions: Any) -> Any:
    """How likely each label of each token is, and how often each transition is expected (forward and backward)."""
    count, kinds = scores.shape
    steps = np.exp(transitions.astype(np.float64))
    inner, back = steps[:kinds], steps[:kinds].T
    here, ahead, behind = np.empty((count, kinds)), np.empty((count, kinds)), np.ones((count, kinds))
    for token in range(count):
        here[token] = np.exp(scores[token] - scores[token].max())
        before = steps[kinds] if token == 0 else _compiled_times(ahead[token - 1], inner)
        ahead[token] = here[token] * before
        ahead[token] /= ahead[token].sum()
    passed = np.zeros(steps.shape)
    for token in range(count - 1, 0, -1):
        after = here[token] * behind[token]
        flow = inner * after
        for label in range(kinds):
            flow[label] *= ahead[token - 1, label]
        passed[:kinds] += flow / flow.sum()
        behind[token - 1] = _compiled_times(after, back)
        behind[token - 1] /= behind[token - 1].sum()
    likely = ahead * behind
    for token in range(count):
        likely[token] /= likely[token].sum()
    passed[kinds] = likely[0]
    return likely, passed


def _move(place: Any, error: float, table: Any, rate: float, step: float) -> None:
    """Move the weight at *place* of a *table* against its *error*."""
    weights, squares, sums = table
    squares[place] += error * error
    change = rate * error / np.sqrt(squares[place] + 1)
    weights[place] -= change
    sums[place] -= step * change


_compiled_expected: Any = numba.njit(cache=True)(_expected)
_compiled_move: Any = numba.njit(cache=True)(_move)


def _correct(rows: Any, hidden: Any, true: Any, beliefs: Any, learnt: Any, pace: Any) -> None:
    """Move all weights of a sentence from what is believed of its labels to the *true* ones."""
    likely, passed = beliefs
    words, steps = learnt
    rate, step = pace
    before = likely.shape[1]
    for token in range(len(true)):
        likely[token, true[token]] -= 1
        passed[before, true[token]] -= 1
        before = true[token]
        for label in range(likely.shape[1]):
            error = likely[token, label]
            for column in range(rows.shape[1] if abs(error) >= _SLIGHT else 0):
                if not hidden[token, column]:
                    _compiled_move((rows[token, column], label), error, words, rate, step)
    for before in range(passed.shape[0]):
        for label in range(passed.shape[1]):
            _compiled_move((before, label), passed[before, label], steps, rate, step)


_compiled_correct: Any = numba.njit(cache=True)(_correct)


def _epoch(order: Any, data: Any, learnt: Any, step: float, knobs: Any, seed: int) -> Any:
    """One reading of the sentences in *order*: how unlikely the truth was, and the next step."""
    rows, gold, starts, lexical, worded = data
    rate, margin, missed, blanked = knobs
    np.random.seed(seed)  # noqa: NPY002 - numba's
    doubt = 0.0
    for sentence in order:
        first, last = starts[sentence], starts[sentence + 1]
        true = gold[first:last]
        hidden = _compiled_hide(rows, first, last, lexical, blanked if worded[sentence] else 0.0)
        scores = _compiled_scores(rows, learnt[0][0], first, last, hidden)
        scores[:, 0] += missed
        scores[:, 1:] += margin
        for token in range(last - first):
            scores[token, true[token]] -= missed if true[token] == 0 else margin
        beliefs = _compiled_expected(scores, learnt[1][0])
        for token in range(last - first):
            doubt += 1 - beliefs[0][token, true[token]]
        _compiled_correct(rows[first:last], hidden, true, beliefs, learnt, (rate, step))
        step += 1
    return doubt, step


_compiled_epoch: Any = numba.njit(cache=True)(_epoch)


def learn(
    examples: Examples, repeats: NDArray[np.int64], settings: Settings, note: Callable[[str], None]
) -> tuple[Weights, Weights]:
    """The weights (rows by labels) and transitions, averaged over all steps of all runs.

    Args:
        examples: What is learnt from.
        repeats: How often each sentence is read in an epoch.
        settings: How.
        note: Is told of each epoch.
    """
    seeds = range(settings.seed, settings.seed + settings.runs)
    learnt = (_run(examples, repeats, replace(settings, seed=seed), note) for seed in seeds)
    weights, transitions = reduce(_plus, learnt)
    return weights / np.float32(settings.runs), transitions / np.float32(settings.runs)


def _plus(one: tuple[Weights, Weights], other: tuple[Weights, Weights]) -> tuple[Weights, Weights]:
    return one[0] + other[0], one[1] + other[1]


def _run(
    examples: Examples, repeats: NDArray[np.int64], settings: Settings, note: Callable[[str], None]
) -> tuple[Weights, Weights]:
    words, steps = _table(np.zeros((NOTHING + 1, len(LABELS)), np.float32)), _table(_transitions())
    data = (examples.rows, examples.labels, examples.starts, LEXICAL, examples.worded)
    knobs = (settings.rate, settings.margin, settings.missed, settings.blanked)
    order = np.repeat(np.arange(len(examples.worded)), repeats)
    random = np.random.default_rng(settings.seed)
    step = 1.0
    for epoch in range(settings.epochs):
        random.shuffle(order)
        doubt, step = _compiled_epoch(order, data, (words, steps), step, knobs, settings.seed + epoch)
        note(f"seed {settings.seed}, epoch {epoch + 1}: {doubt / len(order):.3f} labels wrong in a sentence")
    return _mean(words, step), _mean(steps, step)


def _table(weights: Weights) -> tuple[Weights, Weights, NDArray[np.float64]]:
    """*weights*, the sums of the squares of their errors, and the sums of their changes, each times its step."""
    return weights, np.zeros(weights.shape, np.float32), np.zeros(weights.shape)


def _mean(table: tuple[Weights, Weights, NDArray[np.float64]], steps: float) -> Weights:
    weights, _, sums = table
    return (weights - sums / steps).astype(np.float32)


def _transitions() -> Weights:
    """Nothing learnt: only the inside of a name after anything but its own beginning or inside is forbidden."""
    transitions = np.zeros((len(LABELS) + 1, len(LABELS)), np.float32)
    for inside in range(2, len(LABELS), 2):
        others = [label for label in range(len(LABELS) + 1) if label not in {inside - 1, inside}]
        transitions[others, inside] = FORBIDDEN
    return transitions
