"""spaCy's pipelines as taggers: ``spacy:/path/of/a/pipeline`` or ``spacy:name_of_an_installed_one``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from wiretext.tagging.passage import Passage, Tag
from wiretext.tagging.plugins import TaggerUnavailable, required
from wiretext.tagging.sentencewise import type_of

_CONFIDENCE = 0.7  # spaCy tells none; its pipelines for many languages have a precision about this


def load(pipeline: str) -> SpacyTagger:
    """The tagger of the pipeline at a path or of that name.

    Raises:
        TaggerUnavailable: spaCy or the pipeline is missing.
    """
    spacy = required("spacy", "spacy")
    try:
        return SpacyTagger(spacy.load(pipeline))
    except (OSError, ValueError) as error:
        remedy = "name the folder of a pipeline, or install one with `python -m spacy download`"
        raise TaggerUnavailable(f"spaCy cannot load {pipeline!r} ({error}): {remedy}") from error


class SpacyTagger:
    """Finds what a pipeline calls an entity of a type that we have."""

    name = "spacy"

    def __init__(self, pipeline: Any) -> None:
        self.version = "{lang}_{name}-{version}".format_map(pipeline.meta)
        self._pipeline = pipeline

    def process(self, batch: Sequence[Passage]) -> Iterator[list[Tag]]:
        """The tags of each passage."""
        for document in self._pipeline.pipe([passage.text for passage in batch]):
            yield [
                Tag(entity.start_char, entity.end_char, kind, _CONFIDENCE)
                for entity in document.ents
                if (kind := type_of(entity.label_)) is not None
            ]
