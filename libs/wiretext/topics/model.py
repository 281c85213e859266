"""The linear model of topics: reads its file and weighs texts. Trained by ``models/topics``, which also says on what.

A text's weight for a topic is the sum of its units' weights, each by the root of its count, over the root of the sum of
the counts: a long text that keeps to its subject is surer than a short one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from wiretext import model_file
from wiretext.topics.features import Units, features, length
from wiretext.vocabulary import Numbers, Places, Vocabulary

Weights: TypeAlias = npt.NDArray[np.float32]

_NAME = "topics 2"
_ROOM = 262_144
"""Units of which the weights are kept; then all are forgotten."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Turns what speaks for a topic into a probability: the logistic function of a weighted sum.

    Attributes:
        model: Of the model's weight.
        cues: Of the logarithm of one more than the cues' weight.
        share: Of the share that the topic has of all cues' weight.
        bias: Added.
    """

    model: float
    cues: float
    share: float
    bias: float


class LinearModel:
    """Weighs units for each topic of ``codes``; not safe for threads."""

    def __init__(self, header: Mapping[str, Any], keys: npt.NDArray[np.uint32], weights: npt.NDArray[np.int8]) -> None:
        self.codes: tuple[str, ...] = tuple(header["codes"])
        self.with_cues = Calibration(*header["with_cues"])
        self.without_cues = Calibration(*header["without_cues"])
        self._keys = keys
        self._learnt = weights
        self._scale = np.array(header["scale"], np.float32)
        self._bias = np.array(header["bias"], np.float32)
        self._known = Vocabulary()
        self._weights = np.zeros((_ROOM, len(self.codes)), np.float32)

    def weigh(self, units: Units) -> dict[str, float]:
        """The weight of a text for each code, by its *units*."""
        rows = self._rows_of(units)
        # Without threads, which cost more than they save here.
        total = np.einsum("u,ut->t", np.sqrt(units.counts, dtype=np.float32), self._weights.take(rows, axis=0))
        return dict(zip(self.codes, (total / length(units.counts) + self._bias).tolist(), strict=True))

    def strongest(self, units: Units, code: str, most: int) -> list[str]:
        """At most so many of *units* that speak for *code*, the strongest first; of equals, the first of *units*."""
        weights = np.sqrt(units.counts) * self._weights[self._rows_of(units), self.codes.index(code)]
        best = (-weights).argsort(kind="stable")[:most]
        return units.strings(best[weights[best] > 0])

    def _rows_of(self, units: Units) -> Numbers:
        """Where the weights of *units* are kept."""
        if len(self._known) + len(units) > len(self._weights):
            self._known.clear()
            rows = max(len(units), len(self._weights))
            self._weights = np.zeros((rows, len(self.codes)), np.float32)

        def learn(new: Places) -> None:
            first = len(self._known)
            self._weights[first : first + len(new)] = self._look_up(units.strings(new))

        return self._known.number(units.keys, learn)

    def _look_up(self, units: Sequence[str]) -> Weights:
        """The weights of *units*: of each the sum of its features' weights; what was never learnt has none."""
        found = [features(unit) for unit in units]
        rows = np.repeat(np.arange(len(units)), np.fromiter(map(len, found), np.intp, len(found)))
        keys = np.fromiter((key for keys in found for key in keys), np.uint32, len(rows))
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        known = self._keys[places] == keys
        weights: Weights = np.zeros((len(units), len(self.codes)), np.float32)
        np.add.at(weights, rows[known], self._learnt[places[known]] * self._scale)
        return weights


def read(data: bytes, path: object = "the model") -> LinearModel:
    """The model of a file's bytes, as ``written`` makes them; *path* is what an error calls it.

    Raises:
        ModelDamaged: They are no model of this version.
    """
    return model_file.from_bytes(_NAME, data, _model, path)


def _model(header: Mapping[str, Any], arrays: bytes) -> LinearModel:
    count = header["features"]
    steps = np.frombuffer(arrays, "<u4", count)
    weights = np.frombuffer(arrays, np.int8, count * len(header["codes"]), 4 * count)
    return LinearModel(header, np.cumsum(steps, dtype=np.uint32), weights.reshape(-1, count).T.copy())


def written(header: Mapping[str, Any], keys: npt.NDArray[np.uint32], weights: npt.NDArray[np.int8]) -> bytes:
    """A model as the bytes of a file: features by rising *keys*, their *weights* topic by topic, which packs best."""
    steps = np.diff(keys, prepend=np.uint32(0)).astype("<u4")
    arrays = steps.tobytes(), np.ascontiguousarray(weights.T).tobytes()
    return model_file.to_bytes(_NAME, {**header, "features": len(keys)}, *arrays)


@cache
def shipped() -> LinearModel:
    """The model that comes with the package, read once a process; raises ModelDamaged as ``read``."""
    return model_file.packaged(_NAME, "wiretext.topics", "topics.model", _model)
