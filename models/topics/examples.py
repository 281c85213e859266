"""Turns texts into rows of numbers: which features a text has, and how much of each, as `wiretext` will weigh them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from wiretext.topics.features import Units, features, length

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

_features = lru_cache(maxsize=None)(features)


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts as sparse rows.

    Attributes:
        starts: Where the entries of each row begin, and one more: where they end.
        columns: The feature of an entry.
        values: How much of it.
    """

    starts: Integers
    columns: Integers
    values: Floats

    @classmethod
    def of(cls, texts: Iterable[str]) -> Examples:
        """The rows of normalised *texts*; their columns are the features themselves."""
        sizes, columns, values = [0], list[int](), list[float]()
        for text in texts:
            units = Units.of(text)
            root = length(units.counts)
            for unit, count in zip(units.strings(np.arange(len(units))), units.counts.tolist(), strict=True):
                found = _features(unit)
                columns += found
                values += [count**0.5 / root] * len(found)
            sizes.append(len(columns))
        return cls(np.array(sizes), np.array(columns, np.int64), np.array(values, np.float32))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def restricted(self, keys: Integers) -> Examples:
        """The same rows with only the features *keys* (rising), numbered by their place among them."""
        places = np.minimum(np.searchsorted(keys, self.columns), len(keys) - 1)
        kept = keys[places] == self.columns
        starts = np.concatenate([[0], np.cumsum(kept)])[self.starts]
        return Examples(starts, places[kept], self.values[kept])

    def take(self, rows: Integers) -> Examples:
        """The rows of these numbers."""
        sizes = self.starts[rows + 1] - self.starts[rows]
        ends = np.cumsum(sizes)
        entries = np.repeat(self.starts[rows] - ends + sizes, sizes) + np.arange(int(sizes.sum()))
        return Examples(np.concatenate([[0], ends]), self.columns[entries], self.values[entries])

    def row_of_entry(self) -> Integers:
        """The row of each entry."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def weigh(self, weights: Floats) -> Floats:
        """Each row's weight for each topic."""
        products = weights[self.columns] * self.values[:, None]
        sums = np.concatenate([np.zeros((1, weights.shape[1])), np.cumsum(products, axis=0, dtype=np.float64)])
        weighed: Floats = (sums[self.starts[1:]] - sums[self.starts[:-1]]).astype(np.float32)
        return weighed


def frequent(examples: Sequence[Examples], least: int) -> Integers:
    """The features that stand in *least* rows or more, rising."""
    keys, counts = np.unique(np.concatenate([each.columns for each in examples]), return_counts=True)
    return keys[counts >= least]
