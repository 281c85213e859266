"""`wirewatch watchlist`: checks a watch list by itself. Knows no Kafka."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wirewatch.cli.newsroom import load_watchlist
from wirewatch.cli.terminal import FAILED, clear_errors, say
from wirewatch.cli.watch_tests import failed_tests


def check(file: Annotated[Path, typer.Argument(metavar="W.yaml")] = Path("watchlist.yaml")) -> None:
    """Check a watch list by itself and run its watches' tests."""
    with clear_errors():
        watchlist = load_watchlist(file)
    failed = list(failed_tests(watchlist))
    for line in failed:
        say(f"✗ {line}")
    if failed:
        raise typer.Exit(FAILED)
    tests = sum(len(watch.tests) for watch in watchlist.watches)
    say(f"all well: {len(watchlist.entities)} entities, {len(watchlist.watches)} watches, {tests} tests hold")
