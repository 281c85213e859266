"""What a child of the pool does: one raw article in, one enriched article out, both as JSON.

A chunk's context names the file of the watch list; the child keeps the enricher it made of it. Never sees Kafka.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from wirekit.contracts import RawArticle, Watchlist
from wirekit.contracts.base import first_problem
from wirekit.errors import InvalidMessage
from wiretext import Enricher
from wirewatch import __version__
from wirewatch.enricher.chunk import Context, Enriched


def enrich(item: bytes, context: bytes) -> bytes:
    """The enriched form of the raw article *item*.

    Raises:
        InvalidMessage: It is no raw article.
    """
    chunk = Context.from_bytes(context)
    try:
        raw = RawArticle.model_validate_json(item)
    except ValidationError as error:
        raise InvalidMessage("invalid_data", first_problem(error)) from None
    article = _enricher(chunk.watchlist).enrich(raw, enriched_at=chunk.enriched_at)
    methods = Counter(mention.method for mention in article.mentions)
    return Enriched(article.to_json(), article.language.code, dict(methods)).to_bytes()


@lru_cache(maxsize=1)
def _enricher(path: Path) -> Enricher:
    return Enricher(Watchlist.model_validate_json(path.read_bytes()), version=__version__)
