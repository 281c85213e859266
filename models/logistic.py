"""Fits a logistic regression: from what speaks for something to how likely it is."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]

_STEPS = 30  # it settles within ten


def fitted(rows: Doubles, truths: Doubles, ridge: float = 0.0) -> Doubles:
    """The weights of the columns of *rows*, by Newton's method; a *ridge* keeps a column of zeros at zero."""
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        guesses = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (truths - guesses) - ridge * weights
        curvature = (rows * (guesses * (1 - guesses))[:, None]).T @ rows + ridge * np.eye(rows.shape[1])
        weights = weights + np.linalg.solve(curvature, gradient)
    return weights
