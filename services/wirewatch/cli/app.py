"""The ``wirewatch`` command line: which commands there are, and in which group."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from wirekit.contracts.topology import SERVICES
from wirewatch import __version__
from wirewatch.cli import run_service
from wirewatch.cli.commands import (
    alerts,
    articles,
    broker,
    dead_letters,
    demo,
    doctor,
    feeds,
    newsroom,
    topics,
    watchlist,
)

Commands = dict[str, Callable[..., None]]

START, LOOK, OFFLINE, OPERATE = "Start here", "Look", "Without Kafka", "Operate"
_COMMANDS: dict[str, tuple[Callable[..., None], ...]] = {
    START: (newsroom.init, newsroom.check, newsroom.up, newsroom.apply),
    LOOK: (doctor.doctor,),
    OFFLINE: (articles.enrich, articles.match),
    OPERATE: (broker.broker, newsroom.setup, doctor.health),
}
_GROUPS: tuple[tuple[str, str, Commands], ...] = (
    ("alerts", "Alerts: follow them, try a text.", {"tail": alerts.tail, "try": alerts.try_text}),
    ("feeds", "Feeds: how each fares.", {"list": feeds.list_feeds}),
    ("watchlist", "The watch list: check it.", {"check": watchlist.check}),
    (
        "dead-letters",
        "What could not be handled, and why.",
        {"list": dead_letters.list_letters, "show": dead_letters.show},
    ),
    ("topics", "Topics: create and check them.", {"create": topics.create, "check": topics.check}),
)


def build_app() -> typer.Typer:
    """The whole command."""
    app = typer.Typer(
        help="Watches the news wires: feeds in, one signed alert out when two watched entities occur together.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
        epilog="A first look: `wirewatch demo`. A newsroom of your own: `wirewatch init DIR`, then `wirewatch up DIR`.",
    )
    app.callback()(_version)
    app.add_typer(demo.app, name="demo", rich_help_panel=START)
    for panel, functions in _COMMANDS.items():
        for function in functions:
            app.command(rich_help_panel=panel)(function)
    for name, text, commands in _GROUPS:
        group = typer.Typer(help=text, no_args_is_help=True)
        for command, function in commands.items():
            group.command(command)(function)
        app.add_typer(group, name=name, rich_help_panel=LOOK)
    for service in SERVICES:
        app.command(service.name, help=f"Run the {service.name}.", rich_help_panel=OPERATE)(_service(service.name))
    return app


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


def _version(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Hold the options of the command itself."""


def _service(name: str) -> Callable[[], None]:
    def run() -> None:
        run_service(name)

    return run
