"""The ``wirewatch`` command line: which commands there are, in which panel, and where each is.

Loads the modules of the one command that is asked for; of the others it knows a line for the list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Annotated, Any

import typer

from wirekit.contracts.topology import SERVICES
from wirewatch import __version__
from wirewatch.cli import run_service

Place = str | Mapping[str, str]
"""``module:name`` of a command below ``commands``, or the places of a group's commands by their names."""

COMMANDS: Mapping[str, Mapping[str, tuple[str, Place]]] = {
    "Start here": {
        "demo": ("Watch sample news from feed to webhook; needs no set-up, no Docker, no Java.", "demo:app"),
        "init": ("Write a commented newsroom into DIR: feeds, watch list, endpoints.", "newsroom:init"),
        "check": ("Check the files of DIR together, the watches' own tests, and each feed.", "newsroom:check"),
        "up": ("Run the newsroom in DIR on this machine; Ctrl-C ends it.", "newsroom:up"),
        "apply": ("Bring the feeds and the watch list of DIR onto its Kafka.", "newsroom:apply"),
    },
    "Look": {
        "doctor": ("Examine the whole and say what is wrong.", "doctor:doctor"),
        "trace": ("Show an article at every hop, and what is missing.", "trace:trace"),
        "alerts": ("Alerts: print them as they come, try a text.", {"tail": "alerts:tail", "try": "alerts:try_text"}),
        "feeds": ("Feeds: how each fares; poll now.", {"list": "feeds:list_feeds", "poll": "feeds:poll"}),
        "endpoints": (
            "Endpoints: how each fares, and a test.",
            {"list": "endpoints:list_endpoints", "test": "endpoints:send_test"},
        ),
        "deliveries": (
            "Deliveries: what became of webhooks; send again.",
            {"list": "deliveries:list_deliveries", "show": "deliveries:show", "redeliver": "deliveries:redeliver"},
        ),
        "watchlist": ("The watch list: check it, and be warned.", {"check": "watchlist:check"}),
        "entities": (
            "Entities ready to watch, and names for others.",
            {"list": "entities:list_entities", "suggest": "entities:suggest", "import": "entities:import_from"},
        ),
        "dead-letters": (
            "What could not be handled, and why.",
            {
                "list": "dead_letters:list_letters",
                "show": "dead_letters:show",
                "replay": "dead_letters:replay",
                "purge": "dead_letters:purge",
            },
        ),
        "topics": ("Topics: create and check them.", {"create": "topics:create", "check": "topics:check"}),
    },
    "Without Kafka": {
        "enrich": ("Print an EnrichedArticle for each article of ARTICLES.jsonl.", "articles:enrich"),
        "match": ("Print which watches fire on each article of ARTICLES.jsonl.", "articles:match"),
    },
    "Operate": {
        "broker": ("Run Apache Kafka alone, on 127.0.0.1.", "broker:broker"),
        "setup": ("Prepare a deployment: topics, files, secrets, the delivery table.", "newsroom:setup"),
        "health": ("Exit 0 when a service is ready; for health checks.", "doctor:health"),
    },
}


def build_app(asked: str) -> typer.Typer:
    """The whole command, of which only the command *asked* can be run: nothing else is loaded."""
    app = typer.Typer(
        help="Watches the news wires: feeds in, one signed alert out when two watched entities occur together.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
        epilog="A first look: `wirewatch demo`. A newsroom of your own: `wirewatch init DIR`, then `wirewatch up DIR`.",
    )
    app.callback()(_version)
    for panel, commands in COMMANDS.items():
        for name, (line, place) in commands.items():
            if name != asked:
                app.command(name, help=line, rich_help_panel=panel)(_listed)
            elif isinstance(found := _load(place, line), typer.Typer):
                app.add_typer(found, name=name, rich_help_panel=panel)
            else:
                app.command(name, rich_help_panel=panel)(found)
    for service in SERVICES:
        app.command(service.name, help=f"Run the {service.name}.", rich_help_panel="Operate")(_service(service.name))
    return app


def _load(place: Place, line: str) -> Any:
    """The function or group at *place*."""
    if isinstance(place, str):
        module, _, name = place.partition(":")
        return getattr(import_module(f"wirewatch.cli.commands.{module}"), name)
    group = typer.Typer(help=line, no_args_is_help=True)
    for name, inside in place.items():
        group.command(name)(_load(inside, line))
    return group


def _listed() -> None:
    """Stand in the list for a command that is not asked for."""


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
