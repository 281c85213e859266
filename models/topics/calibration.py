"""Finds how model and cues make a probability: logistic regression over texts that the model was not trained on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from models.logistic import fitted
from models.topics.articles import Article
from wiretext.topics.deciding import Support

Evidence = tuple[Article, Support]

_RIDGE = 1e-3


def fit(found: Sequence[Evidence], classes: Sequence[str], *, listed: bool) -> list[float]:
    """Weights of model, cues and share, and the bias, over the texts in languages that are *listed* or not."""
    rows: list[list[float]] = []
    truths: list[float] = []
    for article, support in found:
        if support.listed == listed:
            rows += [[*numbers, 1.0] for numbers in support.speaks_for(classes)]
            truths += [float(code == article.topic) for code in classes]
    solution = fitted(np.array(rows), np.array(truths), _RIDGE)
    return [round(float(value), 4) for value in solution]
