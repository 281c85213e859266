"""What a child of the pool does: one raw article in, one enriched article out, both as JSON.

A chunk's context names the tagger and the file of the watch list, beside which the operator's topics lie; the child
keeps the enricher it made of them. Never sees Kafka.
"""

from __future__ import annotations

import gc
from collections import Counter
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from wirekit.contracts import RawArticle, TopicCues, Watchlist
from wirekit.contracts.base import first_problem
from wirekit.errors import InvalidMessage
from wirekit.runtime import loading
from wirekit.runtime.logs import get_logger
from wiretext import Enricher
from wiretext.tagging import Passage, Tagger
from wiretext.tagging.plugins import TaggerUnavailable, load
from wirewatch import __version__
from wirewatch.enricher.chunk import TOPICS, TOPICS_FILE, Context, Enriched

log = get_logger()


def enrich(item: bytes, context: bytes) -> bytes:
    """The enriched form of the raw article *item*.

    Raises:
        InvalidMessage: It is no raw article.
    """
    chunk = _read(context)
    try:
        raw = RawArticle.model_validate_json(item)
    except ValidationError as error:
        raise InvalidMessage("invalid_data", first_problem(error)) from None
    article = _newest.enricher(chunk.watchlist, chunk.tagger).enrich(raw, enriched_at=chunk.enriched_at)
    methods = Counter(mention.method for mention in article.mentions)
    return Enriched(article.to_json(), article.language.code, dict(methods)).to_bytes()


@lru_cache(maxsize=1)
def _read(context: bytes) -> Context:
    return Context.from_bytes(context)


def prepare(tagger: str) -> None:
    """Load *tagger* before the first article comes: a large one takes longer than an article may."""
    if (loaded := _tagger(tagger)) is not None:
        list(loaded.process([Passage("Ada", ((0, 3),), "en", "Latn")]))


class _Newest:
    """The enricher of the list that was asked for last; the next takes over what of its list did not change."""

    def __init__(self) -> None:
        self._made: tuple[Path, str, Enricher] | None = None

    def enricher(self, path: Path, tagger: str) -> Enricher:
        if self._made is not None and self._made[:2] == (path, tagger):
            return self._made[2]
        with loading.announced():
            made = self._make(path, tagger)
        self._made = path, tagger, made
        return made

    def _make(self, path: Path, tagger: str) -> Enricher:
        watchlist = Watchlist.model_validate_json(path.read_bytes())
        before = None if self._made is None else self._made[2].lexicon
        gc.disable()  # all that is made stays; to look for garbage meanwhile takes as long as to make it
        try:
            return Enricher(
                watchlist, version=__version__, tagger=_tagger(tagger), topics=_topics(path.parent), before=before
            )
        finally:
            gc.enable()


_newest = _Newest()


def _topics(folder: Path) -> tuple[TopicCues, ...]:
    file = folder / TOPICS_FILE
    return TOPICS.validate_json(file.read_bytes()) if file.exists() else ()


@lru_cache(maxsize=1)
def _tagger(setting: str) -> Tagger | None:
    try:
        return load(setting)
    except TaggerUnavailable as reason:
        log.warning("tagger.disabled", tagger=setting, reason=str(reason))
        return None
