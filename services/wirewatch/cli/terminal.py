"""What every command needs at the terminal: exit codes, a way to say what is wrong, common options."""

from __future__ import annotations

import asyncio
import os
import re
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from wirekit.broker import BrokerError
from wirekit.errors import ConfigError, TemporaryFailure
from wirekit.kafka import Connection, TopicAdmin, denied_to
from wirekit.runtime.logs import configure_logs
from wirewatch.cli.machine.ports import nearest_kafka
from wirewatch.cli.machine.supervisor import ChildGaveUp
from wirewatch.cli.newsroom.place import nearest_newsroom
from wirewatch.cli.records.reaching import kafka_settings

FAILED, REFUSED = 1, 2
KAFKA_SECONDS = 15.0

# Control characters, surrogates, and what parts lines or turns the direction of all that follows.
_DRIVES_TERMINALS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

R = TypeVar("R")

WHERE = "this folder if it has a watchlist.yaml, else ./newsroom"
NewsroomDir = Annotated[
    Path,
    typer.Argument(
        metavar="DIR",
        help="The folder with the three YAML files.",
        default_factory=nearest_newsroom,
        show_default=WHERE,
    ),
]
OfNewsroom = Annotated[
    Path | None,
    typer.Option(
        "--newsroom",
        metavar="DIR",
        help="The folder of the newsroom that is meant, while `up` runs it.",
        show_default=WHERE,
    ),
]
WatchlistPath = Annotated[
    Path,
    typer.Option(
        "--watchlist",
        metavar="W.yaml",
        help="The watch list, or the folder that has it.",
        default_factory=nearest_newsroom,
        show_default=WHERE,
    ),
]
KafkaAddress = Annotated[
    str,
    typer.Option(
        "--kafka",
        envvar="WIREWATCH_KAFKA",
        metavar="HOST:PORT",
        help="Where Kafka answers; by default that of the newsroom while `up` runs it, else 127.0.0.1:8792.",
    ),
]
WaitSeconds = Annotated[float, typer.Option("--timeout", min=1, help="Wait for an answer so many seconds.")]


def say(line: str) -> None:
    """One line on standard output, at once."""
    typer.echo(printable(line))


def complain(text: str) -> None:
    """Lines on standard error."""
    for line in text.split("\n"):
        typer.echo(printable(line), err=True)


def printable(line: str) -> str:
    """*line* with whatever could drive a terminal or forge a line written out: much of it is worded by feeds."""
    return _DRIVES_TERMINALS.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turn what the operator can mend into a message without traceback: exit code 2 for files and settings, else 1."""
    try:
        yield
    except ConfigError as error:
        complain(str(error))
        raise typer.Exit(REFUSED) from None
    except (BrokerError, ChildGaveUp, TemporaryFailure) as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None


def log_here(level: str, command: str) -> None:
    """Log to this terminal what is at least *level*, or what WIREWATCH_LOG_LEVEL says; exit code 2 for another word."""
    with clear_errors():
        configure_logs("console", os.environ.get("WIREWATCH_LOG_LEVEL", level), command)


def on_kafka(kafka: str, work: Callable[[Connection], Awaitable[R]], newsroom: Path | None = None) -> R:
    """Run *work* with a connection to a broker that answers, by default that of *newsroom*; say when none does."""

    async def connected() -> R:
        settings = kafka_settings(kafka or nearest_kafka(newsroom))
        connection = settings.connection("wirewatch-cli")
        async with TopicAdmin(connection, within=KAFKA_SECONDS):
            pass  # it answers
        with denied_to(settings.kafka_principal):
            return await work(connection)

    log_here("critical", "wirewatch")
    with clear_errors():
        return asyncio.run(connected())


def stop_on_signals() -> asyncio.Event:
    """An event that Ctrl-C and SIGTERM set; a second one ends the process at once. Call it on the running loop."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def once() -> None:
        stop.set()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, once)
    return stop
