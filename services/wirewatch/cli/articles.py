"""Commands on articles, without Kafka: enrich, match, alerts try."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from wirealert import Watches, explain
from wirekit.contracts import Watchlist
from wiretext import Enricher
from wirewatch.cli.newsroom import load_watchlist
from wirewatch.cli.offline import Answer, ArticleLine, answers, enriched, matched
from wirewatch.cli.terminal import FAILED, REFUSED, clear_errors, complain, say

Lines = Annotated[str, typer.Argument(metavar="ARTICLES.jsonl", help="Articles, one JSON object a line; - for stdin.")]
WatchlistFile = Annotated[Path, typer.Option("--watchlist", metavar="W.yaml", help="The watch list.")]


def enrich(articles: Lines, watchlist: Annotated[Path | None, typer.Option(metavar="W.yaml")] = None) -> None:
    """Print one EnrichedArticle a line for each {"id", "title", "text"} of ARTICLES.jsonl."""
    with clear_errors():
        listed = Watchlist() if watchlist is None else load_watchlist(watchlist)
    _print_answers(articles, partial(enriched, Enricher(listed)))


def match(articles: Lines, watchlist: WatchlistFile) -> None:
    """Print which watches fire and the mentions that count, one article a line."""
    with clear_errors():
        listed = load_watchlist(watchlist)
    _print_answers(articles, partial(matched, Enricher(listed), Watches.of(listed)))


def try_text(
    text: Annotated[str, typer.Argument(help="The text; a blank line parts paragraphs.")],
    watchlist: WatchlistFile = Path("watchlist.yaml"),
    title: str = "",
) -> None:
    """Say in words which watches fire on a text and, for the others, why not."""
    with clear_errors():
        listed = load_watchlist(watchlist)
    article = Enricher(listed).enrich_text("try", title, text)
    say(f"language {article.language.code} ({article.language.confidence:.0%})")
    for found in explain(article, Watches.of(listed)):
        say(f"{'FIRES' if found.fires else 'does not fire'}: {found.watch_id} ({found.reason})")
        for sentence in found.because:
            say(f"  - {sentence}")


def _print_answers(articles: str, answer: Callable[[ArticleLine], Answer]) -> None:
    try:
        source = sys.stdin.buffer if articles == "-" else Path(articles).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        complain(f"{articles}: cannot be read: {error.strerror}")
        raise typer.Exit(REFUSED) from None
    bad = 0
    with source:
        for line, good in answers(source, answer):
            sys.stdout.buffer.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
            bad += not good
        sys.stdout.buffer.flush()
    if bad:
        complain(f"{bad} lines could not be read")
        raise typer.Exit(FAILED)
