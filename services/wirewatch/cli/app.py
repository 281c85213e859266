"""The ``wirewatch`` command line: which commands there are, and in which group."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from wirekit.contracts.topology import SERVICES
from wirewatch import __version__
from wirewatch.cli import articles, doctoring, looking, newsrooms, run_service
from wirewatch.cli.brokering import broker
from wirewatch.cli.demonstrating import demo

Commands = dict[str, Callable[..., None]]

START, LOOK, OFFLINE, OPERATE = "Start here", "Look", "Without Kafka", "Operate"


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
    app.add_typer(demo, name="demo", rich_help_panel=START)
    for name in ("init", "check", "up", "apply"):
        app.command(name, rich_help_panel=START)(getattr(newsrooms, name))
    app.command("doctor", rich_help_panel=LOOK)(doctoring.doctor)
    _group(app, "alerts", "Alerts: follow them, try a text.", {"tail": looking.alerts_tail, "try": articles.try_text})
    _group(app, "feeds", "Feeds: how each fares.", {"list": looking.feeds_list})
    _group(app, "watchlist", "The watch list: check it.", {"check": looking.watchlist_check})
    letters: Commands = {"list": looking.dead_letters_list, "show": looking.dead_letters_show}
    _group(app, "dead-letters", "What could not be handled, and why.", letters)
    app.command("enrich", rich_help_panel=OFFLINE)(articles.enrich)
    app.command("match", rich_help_panel=OFFLINE)(articles.match)
    topics: Commands = {"create": looking.topics_create, "check": looking.topics_check}
    _group(app, "topics", "Topics: create and check them.", topics, OPERATE)
    app.command("broker", rich_help_panel=OPERATE)(broker)
    app.command("setup", rich_help_panel=OPERATE)(newsrooms.setup)
    app.command("health", rich_help_panel=OPERATE)(doctoring.health)
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


def _group(app: typer.Typer, name: str, text: str, commands: Commands, panel: str = LOOK) -> None:
    group = typer.Typer(help=text, no_args_is_help=True)
    for command, function in commands.items():
        group.command(command)(function)
    app.add_typer(group, name=name, rich_help_panel=panel)


def _service(name: str) -> Callable[[], None]:
    def run() -> None:
        run_service(name)

    return run
