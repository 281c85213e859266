"""`wirewatch watchlist`: checks a watch list by itself, and warns of names that go wrong. Knows no Kafka."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wiretext.doubts import doubts
from wirewatch.cli.newsroom.files import load_located_watchlist
from wirewatch.cli.newsroom.place import nearest_newsroom
from wirewatch.cli.newsroom.watch_tests import failed_tests
from wirewatch.cli.phrases import amount
from wirewatch.cli.terminal import FAILED, WHERE, clear_errors, complain, say


def check(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="W.yaml",
            help="The watch list, or the folder that has it.",
            default_factory=nearest_newsroom,
            show_default=WHERE,
        ),
    ],
) -> None:
    """Check a watch list by itself, run its watches' tests, and warn of names that go wrong; warnings fail nothing."""
    with clear_errors():
        watchlist, place = load_located_watchlist(file)
        failed = list(failed_tests(watchlist))
    for line in failed:
        say(f"✗ {line}")
    warnings = list(doubts(watchlist))
    for doubt in warnings:
        entity = watchlist.entities[doubt.entity]
        shown = f", as in “{doubt.example}”" if doubt.example else ""
        where = place(("entities", doubt.entity, *doubt.where))
        complain(f"warning: {where}: {entity.id}: {doubt.problem}{shown}; {doubt.remedy}")
    if failed:
        raise typer.Exit(FAILED)
    tests = sum(len(watch.tests) for watch in watchlist.watches)
    well = amount(len(warnings), "warning") if warnings else "all well"
    listed = (
        f"{amount(len(watchlist.entities), 'entity', 'entities')}, {amount(len(watchlist.watches), 'watch', 'watches')}"
    )
    say(f"{well}: {listed}, {amount(tests, 'test')} {'holds' if tests == 1 else 'hold'}")
