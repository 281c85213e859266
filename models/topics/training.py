"""Trains one logistic regression a topic, all at once: AdaGrad over small batches, in an order that a seed fixes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.topics.examples import Examples, Floats, Integers

_SEED = 20190406  # the day of the taxonomy's release; any number would do
_BATCH = 256
_ROUNDS = 2
_STEP = 0.5
_BIAS = np.float32(-3)  # of a text without a known word, any topic is as likely as the average one
_LEVELS = 31  # steps on either side of nothing in the stored weights: finer ones change no decision and pack worse


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights by feature and topic, and what each topic starts from."""

    weights: Floats
    bias: Floats

    def weigh(self, examples: Examples) -> Floats:
        """Each row's weight for each topic."""
        return examples.weigh(self.weights) + self.bias


def train(examples: Examples, targets: Floats, cares: Floats, features: int) -> Linear:
    """A model of *targets* (1 or 0 by row and topic), each of which counts as much as *cares* says."""
    topics = targets.shape[1]
    weights = np.zeros((features, topics), np.float32)
    squares = np.full((features, topics), 1e-4, np.float32)
    order = np.random.default_rng(_SEED)
    for _ in range(_ROUNDS):
        shuffled = order.permutation(len(examples))
        for at in range(0, len(shuffled), _BATCH):
            rows = shuffled[at : at + _BATCH]
            batch = examples.take(rows)
            guesses = 1 / (1 + np.exp(-(batch.weigh(weights) + _BIAS)))
            errors = (guesses - targets[rows]) * cares[rows]
            columns, gradient = _gradient(batch, errors)
            squares[columns] += gradient**2
            weights[columns] -= _STEP * gradient / np.sqrt(squares[columns])
    return Linear(weights, np.full(topics, _BIAS, np.float32))


def _gradient(batch: Examples, errors: Floats) -> tuple[Integers, Floats]:
    """The columns that the batch has, and the error that each has a share in, by topic."""
    order = np.argsort(batch.columns, kind="stable")
    columns = batch.columns[order]
    starts = np.flatnonzero(np.concatenate([[True], columns[1:] != columns[:-1]]))
    shares = errors[batch.row_of_entry()[order]] * batch.values[order][:, None]
    return columns[starts], np.add.reduceat(shares, starts, axis=0).astype(np.float32)


def rounded(linear: Linear) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.int8]], Floats]:
    """The weights in a few steps, and the size of a step for each topic."""
    spread = np.quantile(np.abs(linear.weights), 0.999, axis=0).astype(np.float32)
    scale = np.maximum(spread / _LEVELS, 1e-6).astype(np.float32)
    steps = np.clip(np.rint(linear.weights / scale), -_LEVELS, _LEVELS)
    return steps.astype(np.int8), scale
