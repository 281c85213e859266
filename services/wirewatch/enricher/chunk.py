"""What passes between the enricher and its children: a chunk's context, and what became of each article.

Apart from ``child``, so that only the children load what reads articles.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from wirekit.contracts import TopicCues

FUNCTION = "wirewatch.enricher.child:enrich"
"""What the children run."""
TOPICS_FILE = "topics.json"
"""Beside the file of the watch list: the topics that the operator adds."""
TOPICS = TypeAdapter(tuple[TopicCues, ...])
"""The form of that file."""


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a chunk: the file of the watch list, the instant of enrichment, and the tagger."""

    watchlist: Path
    enriched_at: dt.datetime
    tagger: str = "off"

    def to_bytes(self) -> bytes:
        """As JSON."""
        return json.dumps([str(self.watchlist), self.enriched_at.isoformat(), self.tagger]).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Context:
        """Read what ``to_bytes`` wrote."""
        path, instant, tagger = json.loads(data)
        return cls(Path(path), dt.datetime.fromisoformat(instant), tagger)


@dataclass(frozen=True, slots=True)
class Enriched:
    """The JSON of an EnrichedArticle, and what is counted of it: its language, and its mentions by method."""

    data: bytes
    language: str
    methods: dict[str, int]

    def to_bytes(self) -> bytes:
        """The counts as a line of JSON, then the article."""
        return json.dumps([self.language, self.methods]).encode() + b"\n" + self.data

    @classmethod
    def from_bytes(cls, answer: bytes) -> Enriched:
        """Read what ``to_bytes`` wrote."""
        counts, _, data = answer.partition(b"\n")
        language, methods = json.loads(counts)
        return cls(data, language, methods)
