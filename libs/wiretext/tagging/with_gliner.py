"""GLiNER's models as taggers: ``gliner:/path/of/a/model``. Nothing is downloaded: the model lies in a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from wiretext.tagging.passage import Passage, Tag
from wiretext.tagging.plugins import TaggerUnavailable, required
from wiretext.tagging.sentencewise import put_back, sentences_of

_LABELS = ["person", "organization", "location"]


def load(folder: str) -> GlinerTagger:
    """The tagger of the model in *folder*.

    Raises:
        TaggerUnavailable: GLiNER or the model is missing.
    """
    if not Path(folder, "gliner_config.json").is_file():
        raise TaggerUnavailable(f"{folder!r} holds no gliner_config.json: name the folder of a downloaded GLiNER model")
    gliner = required("gliner", "gliner")
    try:
        return GlinerTagger(gliner.GLiNER.from_pretrained(folder, local_files_only=True), Path(folder).name)
    except (OSError, ValueError, RuntimeError) as error:
        raise TaggerUnavailable(f"GLiNER cannot load {folder!r} ({error}): download the model anew") from error


class GlinerTagger:
    """Asks a model for persons, organizations and locations."""

    name = "gliner"

    def __init__(self, model: Any, version: str) -> None:
        self.version = version
        self._model = model

    def process(self, batch: Sequence[Passage]) -> Iterator[list[Tag]]:
        """The tags of each passage."""
        sentences = sentences_of(batch)
        answers = self._model.inference(sentences, _LABELS) if sentences else []
        found = [[(name["start"], name["end"], name["label"], name["score"]) for name in names] for names in answers]
        return put_back(batch, found)
