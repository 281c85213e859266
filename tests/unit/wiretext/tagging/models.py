"""Taggers for tests: a model of chance weights, the same every time, what it reads, and one with fixed answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from wiretext.tagging import Passage, Tag
from wiretext.tagging.decoding import LABELS
from wiretext.tagging.features import NOTHING
from wiretext.tagging.model import Model

NEVER = -(10**9)


def transitions() -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Only the inside of a name after anything but its beginning or inside is forbidden."""
    allowed = np.zeros((len(LABELS) + 1, len(LABELS)), np.int64)
    for inside in (2, 4, 6):
        for before in range(len(LABELS) + 1):
            if before not in {inside - 1, inside}:
                allowed[before, inside] = NEVER
    return allowed


@cache
def a_model() -> Model:
    """Chance weights, which find names everywhere."""
    weights = np.random.default_rng(7).integers(-90, 90, (NOTHING + 1, len(LABELS)), dtype=np.int8)
    weights[:, 0] += 30
    weights[NOTHING] = 0
    return Model("test", frozenset({"en", "zh"}), weights, transitions(), (0.01, 0.0))


def a_passage(text: str, language: str = "en", script: str = "Latn") -> Passage:
    """*text* with each of its lines as a sentence."""
    sentences = []
    at = 0
    for line in text.splitlines(keepends=True):
        sentences.append((at, at + len(line.rstrip("\r\n"))))
        at += len(line)
    return Passage(text, tuple(sentences), language, script)


class FixedTagger:
    """Finds the tags it was made with, in every text; ``asked`` has what it was given."""

    name, version = "fixed", "1"

    def __init__(self, *tags: Tag) -> None:
        self._tags = tags
        self.asked: list[Passage] = []

    def process(self, batch: Sequence[Passage]) -> list[Sequence[Tag]]:
        self.asked += batch
        return [self._tags for _ in batch]
