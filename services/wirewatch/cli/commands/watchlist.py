"""`wirewatch watchlist`: checks a watch list by itself, and warns of names that go wrong. Knows no Kafka."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from wirekit.contracts import Watchlist
from wirekit.runtime.yamlfile import Location
from wiretext.doubts import Doubt, doubts
from wirewatch.cli.newsroom.files import load_located_watchlist
from wirewatch.cli.newsroom.place import nearest_newsroom
from wirewatch.cli.newsroom.watch_tests import failed_tests
from wirewatch.cli.phrases import amount
from wirewatch.cli.terminal import FAILED, WHERE, clear_errors, complain, say

SHOWN = 3
"""So many warnings of names that an entity has from the starter pack: they are often one, in many languages."""


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
    for line in _told(warnings, watchlist, place):
        complain(f"warning: {line}")
    if failed:
        raise typer.Exit(FAILED)
    tests = sum(len(watch.tests) for watch in watchlist.watches)
    well = amount(len(warnings), "warning") if warnings else "all well"
    listed = (
        f"{amount(len(watchlist.entities), 'entity', 'entities')}, {amount(len(watchlist.watches), 'watch', 'watches')}"
    )
    say(f"{well}: {listed}, {amount(tests, 'test')} {'holds' if tests == 1 else 'hold'}")


def _told(warnings: Iterable[Doubt], watchlist: Watchlist, place: Callable[[Location], str]) -> Iterator[str]:
    """The warnings in words; of names from the pack, which have no line of their own, the first ones and a count."""
    for entity, ours in groupby(warnings, key=lambda doubt: doubt.entity):
        at, name, of_pack = place(("entities", entity)), watchlist.entities[entity].id, 0
        for doubt in ours:
            where = place(("entities", entity, *doubt.where))
            of_pack += where == at
            if where != at or of_pack <= SHOWN:
                shown = f", as in “{doubt.example}”" if doubt.example else ""
                yield f"{where}: {name}: {doubt.problem}{shown}; {doubt.remedy}"
        if of_pack > SHOWN:
            yield f"{at}: {name}: the same of {amount(of_pack - SHOWN, 'other name')} that it has from the starter pack"
