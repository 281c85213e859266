"""What a child of the pool does: one raw article in, one enriched article out, both as JSON.

A chunk's context names the file of the watch list; the child keeps the enricher it made of it. Never sees Kafka.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from wirekit.contracts import RawArticle, Watchlist
from wirekit.errors import InvalidMessage
from wiretext import Enricher
from wirewatch import __version__

FUNCTION = f"{__name__}:enrich"


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a chunk: the file of the watch list, and the instant that counts as the time of enrichment."""

    watchlist: Path
    enriched_at: dt.datetime

    def to_bytes(self) -> bytes:
        """As JSON."""
        return json.dumps([str(self.watchlist), self.enriched_at.isoformat()]).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Context:
        """Read what ``to_bytes`` wrote."""
        path, instant = json.loads(data)
        return cls(Path(path), dt.datetime.fromisoformat(instant))


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


def enrich(item: bytes, context: bytes) -> bytes:
    """The enriched form of the raw article *item*.

    Raises:
        InvalidMessage: It is no raw article.
    """
    chunk = Context.from_bytes(context)
    try:
        raw = RawArticle.model_validate_json(item)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise InvalidMessage("invalid_data", f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    article = _enricher(chunk.watchlist).enrich(raw, enriched_at=chunk.enriched_at)
    methods = Counter(mention.method for mention in article.mentions)
    return Enriched(article.to_json(), article.language.code, dict(methods)).to_bytes()


@lru_cache(maxsize=1)
def _enricher(path: Path) -> Enricher:
    return Enricher(Watchlist.model_validate_json(path.read_bytes()), version=__version__)
