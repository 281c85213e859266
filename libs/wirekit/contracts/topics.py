"""What an operator adds to the topics of articles: cue words for known topics, and topics of their own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wirekit.contracts.base import Value

TopicCode = Annotated[str, Field(max_length=100, pattern=r"^[a-z][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9._-]*$")]
CueLanguage = Annotated[str, Field(pattern=r"^([a-z]{2,3}|any)$")]
Cue = Annotated[str, Field(max_length=100, pattern=r"^[^*]*[^\W_][^*]*(?:[^\W_][^*]*\*)?$")]
"""A word or a few; with ``*`` at its end the beginning of a word, of two letters at least."""


class TopicCues(Value):
    """Cue words of one topic."""

    code: TopicCode = Field(description="the topic: a Media Topic, as medtop:20000373, or your own, as desk:grain")
    label: str | None = Field(default=None, min_length=1, max_length=100, description="what your own topic is called")
    broader: TopicCode | None = Field(
        default=None, description="the topic that your own belongs to; a watch for that one takes yours too"
    )
    cues: dict[CueLanguage, Annotated[tuple[Cue, ...], Field(max_length=2000)]] = Field(
        description="words that speak for it, by language (ISO 639, as uk), or `any` for all; one that ends in * "
        "is the beginning of a word"
    )
