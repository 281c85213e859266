"""Finds how model and cues make a probability: logistic regression over texts that the model was not trained on."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from models.topics.articles import Article
from wiretext.topics.deciding import Support

Doubles = npt.NDArray[np.float64]
Evidence = tuple[Article, Support]

_STEPS = 30
_RIDGE = 1e-3


def fit(found: Sequence[Evidence], classes: Sequence[str], *, listed: bool) -> list[float]:
    """Weights of model, cues and share, and the bias, over the texts in languages that are *listed* or not."""
    rows: list[list[float]] = []
    truths: list[float] = []
    for article, support in found:
        if support.listed == listed:
            total = sum(weight for code, weight in support.weights.items() if code in support.model) or 1.0
            for code in classes:
                weight = support.weights.get(code, 0.0)
                rows.append([support.model[code], math.log1p(weight), weight / total, 1.0])
                truths.append(float(code == article.topic))
    solution = _logistic(np.array(rows), np.array(truths))
    return [round(float(value), 4) for value in solution]


def _logistic(rows: Doubles, truths: Doubles) -> Doubles:
    """Newton's method; the ridge keeps a column of zeros at zero."""
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        guesses = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (truths - guesses) - _RIDGE * weights
        curvature = (rows * (guesses * (1 - guesses))[:, None]).T @ rows + _RIDGE * np.eye(rows.shape[1])
        weights = weights + np.linalg.solve(curvature, gradient)
    return weights
