"""`wirewatch enrich` and `match`: articles in JSON lines, without Kafka."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from wirealert import Watches
from wirekit.contracts import Watchlist
from wiretext import Enricher
from wiretext.tagging.plugins import BUILT_IN, TaggerUnavailable, load
from wirewatch.cli.newsroom.files import load_watchlist
from wirewatch.cli.offline import Answer, ArticleLine, answers, enriched, lines_of, matched
from wirewatch.cli.phrases import amount
from wirewatch.cli.terminal import FAILED, REFUSED, WatchlistPath, clear_errors, complain
from wirewatch.enricher.adapters.topics_file import load_topics

Lines = Annotated[str, typer.Argument(metavar="ARTICLES.jsonl", help="Articles, one JSON object a line; - for stdin.")]
TopicsPath = Annotated[
    Path | None,
    typer.Option(
        metavar="T.yaml",
        envvar="WIREWATCH_ENRICHER_TOPICS",
        help="Cue words and topics of your own: a file or a folder (docs/topics.md).",
    ),
]


def enrich(
    articles: Lines,
    watchlist: Annotated[
        Path | None, typer.Option(metavar="W.yaml", help="The watch list; without one no entity is known.")
    ] = None,
    tagger: Annotated[
        str,
        typer.Option(
            envvar="WIREWATCH_ENRICHER_TAGGER",
            help="Who finds other names: built-in, off, or a plug-in (docs/taggers.md).",
        ),
    ] = BUILT_IN,
    topics: TopicsPath = None,
) -> None:
    """Print one EnrichedArticle a line for each {"id", "title", "text"} of ARTICLES.jsonl."""
    with clear_errors():
        listed = Watchlist() if watchlist is None else load_watchlist(watchlist)
        added = load_topics(topics)
    try:
        found = load(tagger)
    except TaggerUnavailable as reason:
        complain(f"no other names will be found: {reason}")
        found = None
    _print_answers(articles, partial(enriched, Enricher(listed, tagger=found, topics=added)))


def match(articles: Lines, watchlist: WatchlistPath, topics: TopicsPath = None) -> None:
    """Print which watches fire and the mentions that count, one article a line."""
    with clear_errors():
        listed, added = load_watchlist(watchlist), load_topics(topics)
    _print_answers(articles, partial(matched, Enricher(listed, topics=added), Watches.of(listed)))


def _print_answers(articles: str, answer: Callable[[ArticleLine], Answer]) -> None:
    if sys.stdout is None:  # the caller has closed it: nobody would read an answer
        raise typer.Exit(FAILED)
    try:
        with _opened(articles) as source, clear_errors():
            bad = sum(not good for good in map(_print_answer, answers(lines_of(source), answer)))
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise  # the reader has gone, which ends a command as it ends any other
    except OSError as error:
        complain(f"{articles} cannot be read to its end, or its answers be written: {error.strerror}")
        os._exit(FAILED)  # an orderly end would try to write what is left, and fail again
    if bad:
        complain(f"{amount(bad, 'line')} could not be read")
        raise typer.Exit(FAILED)


def _print_answer(answered: tuple[Answer, bool]) -> bool:
    line, good = answered
    sys.stdout.buffer.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
    return good


def _opened(articles: str) -> BinaryIO:
    try:
        return Path(articles).open("rb") if articles != "-" else open(0, "rb")
    except OSError as error:
        complain(f"{articles}: cannot be read: {error.strerror}")
        raise typer.Exit(REFUSED) from None
