"""Topics on the sentences of SIB-200 that the model was not trained on."""

from __future__ import annotations

from models.topics.evaluation import report
from models.topics.sources import sentences


def section() -> str:
    """Tables of accuracy by language group and class, and of how far the scores hold as probabilities."""
    return report(sentences(held_out=True)) + "\n"
