"""Token classifiers of Hugging Face's Transformers as taggers: ``hf:/path/of/a/model``. Nothing is downloaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from wiretext.tagging.passage import Passage, Tag
from wiretext.tagging.plugins import TaggerUnavailable, required
from wiretext.tagging.sentencewise import put_back, sentences_of


def load(folder: str) -> TransformersTagger:
    """The tagger of the model in *folder*.

    Raises:
        TaggerUnavailable: Transformers, PyTorch or the model is missing.
    """
    if not Path(folder, "config.json").is_file():
        raise TaggerUnavailable(f"{folder!r} holds no config.json: name the folder of a downloaded token classifier")
    transformers = required("transformers", "hf")
    required("torch", "hf")
    try:
        pipeline = transformers.pipeline("token-classification", model=folder, aggregation_strategy="simple")
    except (OSError, ValueError, RuntimeError) as error:
        raise TaggerUnavailable(f"Transformers cannot load {folder!r} ({error}): download the model anew") from error
    return TransformersTagger(pipeline, Path(folder).name)


class TransformersTagger:
    """Finds what a token classifier labels as a person, organization or location."""

    name = "hf"

    def __init__(self, pipeline: Any, version: str) -> None:
        self.version = version
        self._pipeline = pipeline

    def process(self, batch: Sequence[Passage]) -> Iterator[list[Tag]]:
        """The tags of each passage."""
        sentences = sentences_of(batch)
        answers = self._pipeline(sentences) if sentences else []
        return put_back(batch, [[_found(name) for name in names] for names in answers])


def _found(name: dict[str, Any]) -> tuple[int, int, str, float]:
    return name["start"], name["end"], name["entity_group"], name["score"]
