"""The file of a trained tagger: its languages, transitions and confidence, and the weights of the rows it uses.

The form: a line that names it, a line of JSON, then zlib: one bit for each of 2^22 rows (1: the row is in the file,
the highest bit of a byte first), and for each such row one signed byte a label. Nothing in it is ever executed.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wiretext.tagging.decoding import LABELS, Scores
from wiretext.tagging.features import NOTHING
from wiretext.tagging.plugins import TaggerUnavailable

_MAGIC = b"wirewatch tagger 1"
_ROWS = NOTHING + 1
_PACKED_BYTES = NOTHING // 8


class ModelDamaged(TaggerUnavailable):
    """The file of a model cannot be read: it is cut off, changed, or no model at all."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: {why}; train it anew with `make models`, or restore the file")
        self.path = path


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A trained tagger.

    Attributes:
        version: Changes with every training.
        languages: Those it was trained on (ISO 639-1).
        weights: For each row of features a score for each label; the last row is that of no feature, and zero.
        transitions: As ``decoding.Decode`` wants them.
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
        body = zlib.compress(np.packbits(used).tobytes() + self.weights[:NOTHING][used].tobytes(), 9)
        head = {
            "version": self.version,
            "languages": sorted(self.languages),
            "transitions": self.transitions.tolist(),
            "confidence": list(self.confidence),
            "crc32": zlib.crc32(body),
        }
        return b"\n".join([_MAGIC, json.dumps(head).encode(), body])

    @classmethod
    def from_bytes(cls, data: bytes, path: object = "the model") -> Model:
        """Read what ``to_bytes`` made; *path* is what an error calls it.

        Raises:
            ModelDamaged: It is not what ``to_bytes`` made.
        """
        magic, _, rest = data.partition(b"\n")
        if magic != _MAGIC:
            raise ModelDamaged(path, "it does not begin as a tagger's model does")
        line, _, body = rest.partition(b"\n")
        try:
            head = json.loads(line)
            if zlib.crc32(body) != head["crc32"]:
                raise ModelDamaged(path, "its check sum does not fit")
            return cls._of(head, zlib.decompress(body))
        except (ValueError, KeyError, TypeError, zlib.error) as error:
            raise ModelDamaged(path, f"it cannot be read ({type(error).__name__}: {error})") from None

    @classmethod
    def _of(cls, head: dict[str, Any], body: bytes) -> Model:
        used = np.unpackbits(np.frombuffer(body, np.uint8, _PACKED_BYTES)).view(np.bool_)
        weights = np.zeros((_ROWS, len(LABELS)), np.int8)
        weights[:NOTHING][used] = np.frombuffer(body, np.int8, offset=_PACKED_BYTES).reshape(-1, len(LABELS))
        slope, offset = head["confidence"]
        transitions = np.array(head["transitions"], np.int64).reshape(len(LABELS) + 1, len(LABELS))
        return cls(str(head["version"]), frozenset(head["languages"]), weights, transitions, (slope, offset))


def own_model() -> Model:
    """The model in this package.

    Raises:
        ModelDamaged: It is missing or damaged.
    """
    place = resources.files("wiretext.tagging").joinpath("tagger.model")
    try:
        data = place.read_bytes()
    except OSError as error:
        raise ModelDamaged(place, error.strerror or "it cannot be opened") from None
    return Model.from_bytes(data, place)
