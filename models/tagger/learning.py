"""The averaged structured perceptron: sentence by sentence, it rewards the labels given and punishes those found.

Three things make it better than the plain one. What it finds must beat the truth by a margin, a missed name by more,
for names are rarer than other words; now and then it must do without the spelling of a word, as it will on new names;
and several runs, which read the sentences in other orders, are one model: their mean.
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
from wiretext.tagging.decoding import LABELS, decode_in_loops
from wiretext.tagging.features import NOTHING

FORBIDDEN = -1.0e7
Weights: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Settings:
    """How it learns; chosen on the development splits."""

    runs: int = 3
    epochs: int = 16
    margin: float = 8.0
    missed: float = 12.0
    blanked: float = 0.15
    seed: int = 20


_decode: Any = numba.njit(cache=True)(decode_in_loops)


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


def _correct(hidden: Any, place: Any, true: Any, found: Any, learnt: Any) -> None:
    """Reward the *true* labels of a sentence and punish those *found*; *place*: its rows, and the step."""
    rows, step = place
    weights, sums, transitions, transition_sums = learnt
    before_true = before_found = weights.shape[1]
    for token in range(len(true)):
        good, bad = true[token], found[token]
        for column in range(rows.shape[1] if good != bad else 0):
            if not hidden[token, column]:
                row = rows[token, column]
                weights[row, good] += 1
                weights[row, bad] -= 1
                sums[row, good] += step
                sums[row, bad] -= step
        if good != bad or before_true != before_found:
            transitions[before_true, good] += 1
            transitions[before_found, bad] -= 1
            transition_sums[before_true, good] += step
            transition_sums[before_found, bad] -= step
        before_true, before_found = good, bad


_compiled_correct: Any = numba.njit(cache=True)(_correct)


def _epoch(order: Any, data: Any, learnt: Any, step: float, knobs: Any, seed: int) -> Any:
    """One reading of the sentences in *order*: how many were wrong, and the next step."""
    rows, gold, starts, lexical, worded = data
    margin, missed, blanked = knobs
    np.random.seed(seed)  # noqa: NPY002 - numba's
    edge = np.zeros(2, np.int64)
    wrong = 0
    for sentence in order:
        first, last = starts[sentence], starts[sentence + 1]
        hidden = _compiled_hide(rows, first, last, lexical, blanked if worded[sentence] else 0.0)
        scores = _compiled_scores(rows, learnt[0], first, last, hidden)
        scores[:, 0] += missed
        scores[:, 1:] += margin
        for token in range(last - first):
            scores[token, gold[first + token]] -= missed if gold[first + token] == 0 else margin
        edge[1] = last - first
        found = _decode(scores, edge, learnt[2])
        if np.any(found != gold[first:last]):
            wrong += 1
            _compiled_correct(hidden, (rows[first:last], step), gold[first:last], found, learnt)
        step += 1
    return wrong, step


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
    weights, transitions = np.zeros((NOTHING + 1, len(LABELS)), np.float32), _transitions()
    sums, transition_sums = np.zeros(weights.shape), np.zeros(transitions.shape)
    data = (examples.rows, examples.labels, examples.starts, LEXICAL, examples.worded)
    state = (weights, sums, transitions, transition_sums)
    knobs = (settings.margin, settings.missed, settings.blanked)
    order = np.repeat(np.arange(len(examples.worded)), repeats)
    random = np.random.default_rng(settings.seed)
    step = 1.0
    for epoch in range(settings.epochs):
        random.shuffle(order)
        wrong, step = _compiled_epoch(order, data, state, step, knobs, settings.seed + epoch)
        note(f"seed {settings.seed}, epoch {epoch + 1}: {wrong / len(order):.1%} of sentences wrong")
    return (weights - sums / step).astype(np.float32), (transitions - transition_sums / step).astype(np.float32)


def _transitions() -> Weights:
    """Nothing learnt: only the inside of a name after anything but its own beginning or inside is forbidden."""
    transitions = np.zeros((len(LABELS) + 1, len(LABELS)), np.float32)
    for inside in range(2, len(LABELS), 2):
        others = [label for label in range(len(LABELS) + 1) if label not in {inside - 1, inside}]
        transitions[others, inside] = FORBIDDEN
    return transitions
