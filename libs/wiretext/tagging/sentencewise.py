"""For plug-ins whose models take a few hundred words at a time: a passage is given to them sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from wiretext.tagging.passage import Passage, Tag

Found: TypeAlias = tuple[int, int, str, float]
"""A name as such models tell it: range in the sentence, their label, their score."""

_TYPES = {
    "per": "person", "person": "person", "org": "organization", "organization": "organization", "loc": "place",
    "location": "place", "place": "place", "gpe": "place", "fac": "place", "facility": "place",
}  # fmt: skip


def type_of(label: str) -> str | None:
    """Our type for a *label* of another's model, whatever its case, with or without ``B-``; None where we have none."""
    return _TYPES.get(label.lower().removeprefix("b-").removeprefix("i-"))


def sentences_of(batch: Sequence[Passage]) -> list[str]:
    """The sentences of all passages, one after the other."""
    return [passage.text[start:end] for passage in batch for start, end in passage.sentences]


def put_back(batch: Sequence[Passage], answers: Sequence[Sequence[Found]]) -> Iterator[list[Tag]]:
    """The tags of each passage, from what was found in each of ``sentences_of``."""
    rest = iter(answers)
    for passage in batch:
        tags: list[Tag] = []
        for (offset, _), found in zip(passage.sentences, islice(rest, len(passage.sentences)), strict=True):
            for start, end, label, score in found:
                if (kind := type_of(label)) is not None:
                    tags.append(Tag(offset + start, offset + end, kind, round(float(score), 2)))
        yield tags
