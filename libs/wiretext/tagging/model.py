"""The file of a trained tagger: its languages, transitions and confidence, and the weights of the rows it uses.

Its arrays (``model_file``): one bit for each of 2^22 rows (1: the row is in the file, the highest bit of a byte first),
and for each such row one signed byte a label.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wiretext import model_file
from wiretext.model_file import ModelDamaged
from wiretext.tagging.decoding import LABELS
from wiretext.tagging.features import NOTHING
from wiretext.tagging.plugins import TaggerUnavailable
from wiretext.tagging.summing import Scores

_NAME = "tagger 2"
_ROWS = NOTHING + 1
_PACKED_BYTES = NOTHING // 8


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A trained tagger.

    Attributes:
        version: Changes with every training.
        languages: Those it was trained on (ISO 639-1).
        weights: For each row of features a score for each label; the last row is that of no feature, and zero.
        transitions: As ``decoding.decode_in_loops`` wants them.
        confidence: Slope and offset: the logistic function of a margin is the share of spans with it that are right.
    """

    version: str
    languages: frozenset[str]
    weights: NDArray[np.int8]
    transitions: Scores
    confidence: tuple[float, float]

    def to_bytes(self) -> bytes:
        """The content of its file; the same for the same model."""
        used = self.weights[:NOTHING].any(axis=1)
        header = {
            "version": self.version,
            "languages": sorted(self.languages),
            "transitions": self.transitions.tolist(),
            "confidence": list(self.confidence),
        }
        return model_file.to_bytes(_NAME, header, np.packbits(used).tobytes(), self.weights[:NOTHING][used].tobytes())

    @classmethod
    def from_bytes(cls, data: bytes, path: object = "the model") -> Model:
        """Read what ``to_bytes`` made; *path* is what an error calls it.

        Raises:
            ModelDamaged: It is not what ``to_bytes`` made.
        """
        return model_file.from_bytes(_NAME, data, cls.of, path)

    @classmethod
    def of(cls, header: Mapping[str, Any], arrays: bytes) -> Model:
        """The model that a file's header and arrays describe."""
        used = np.unpackbits(np.frombuffer(arrays, np.uint8, _PACKED_BYTES)).view(np.bool_)
        weights = np.zeros((_ROWS, len(LABELS)), np.int8)
        weights[:NOTHING][used] = np.frombuffer(arrays, np.int8, offset=_PACKED_BYTES).reshape(-1, len(LABELS))
        slope, offset = header["confidence"]
        transitions = np.array(header["transitions"], np.int64).reshape(len(LABELS) + 1, len(LABELS))
        return cls(str(header["version"]), frozenset(header["languages"]), weights, transitions, (slope, offset))


def own_model() -> Model:
    """The model in this package.

    Raises:
        TaggerUnavailable: It is missing or damaged.
    """
    try:
        return model_file.packaged(_NAME, "wiretext.tagging", "tagger.model", Model.of)
    except ModelDamaged as damage:
        raise TaggerUnavailable(str(damage)) from None
