"""`enrich` and `match` without Kafka: JSON lines in, JSON lines out, by the same code that the services run."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from pydantic import Field, ValidationError, field_validator

from wirealert import Watches, counted, firing
from wirekit.contracts import TITLE_SEPARATOR, EnrichedArticle, Instant, Value
from wirekit.contracts.base import first_problem
from wirekit.contracts.problems import no_json
from wirekit.errors import InvalidMessage
from wiretext import Composition, Enricher

MAX_LINE_BYTES = 8 * 1024 * 1024

Answer = dict[str, Any]


class ArticleLine(Value):
    """One line of input. Unknown fields are ignored; a numeric id is taken as its digits."""

    id: str = Field(max_length=500)
    title: str = ""
    text: str
    language_declared: str | None = Field(default=None, max_length=35)
    published_at: Instant | None = None
    url: str | None = None

    @field_validator("id", mode="before")
    @classmethod
    def _digits(cls, value: Any) -> Any:
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def lines_of(source: BinaryIO) -> Iterator[bytes]:
    """The lines of *source*; of one that is too long no more than shows it."""
    while line := source.readline(MAX_LINE_BYTES + 1):
        yield line
        while len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
            line = source.readline(MAX_LINE_BYTES + 1)


def answers(lines: Iterable[bytes], answer: Callable[[ArticleLine], Answer]) -> Iterator[tuple[Answer, bool]]:
    """For each line its answer, or an error record ``{"line", "error"}`` and False; empty lines are passed over."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield answer(_read(line)), True
        except (InvalidMessage, ValueError) as problem:
            yield {"line": number, "error": str(problem)}, False


def enriched(enricher: Enricher, line: ArticleLine) -> Answer:
    """The EnrichedArticle as JSON, with the ``id`` given."""
    return {"id": line.id, **_enrich(enricher, line).model_dump(mode="json")}


def matched(enricher: Enricher, watches: Watches, line: ArticleLine) -> Answer:
    """Which watches fire, and the mentions that count, with offsets into title, two line breaks and text as given."""
    article = _enrich(enricher, line)
    given = line.title + TITLE_SEPARATOR + line.text
    composed = Composition(given)
    mentions: list[Answer] = []
    for mention in counted(article):
        start, end = composed.given(mention.start, mention.end)
        mentions.append({"entity": mention.entity_id, "start": start, "end": end, "surface": given[start:end]})
    return {"id": line.id, "fired": list(firing(article, watches)), "mentions": mentions}


def _enrich(enricher: Enricher, line: ArticleLine) -> EnrichedArticle:
    article = enricher.enrich_text(line.id, line.title, line.text, declared=line.language_declared)
    return article.model_copy(update={"published_at": line.published_at, "url": line.url})


def _read(line: bytes) -> ArticleLine:
    """The article on *line*; raises ValueError with what is wrong in words."""
    if len(line) > MAX_LINE_BYTES:
        raise ValueError(f"longer than {MAX_LINE_BYTES} bytes")
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {no_json(error)}") from None
    try:
        return ArticleLine.model_validate(value)
    except ValidationError as error:
        raise ValueError(first_problem(error)) from None
