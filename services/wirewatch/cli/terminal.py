"""What every command needs at the terminal: exit codes, a way to say what is wrong, common options."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from wirekit.broker import BrokerError
from wirekit.errors import ConfigError, TemporaryFailure
from wirekit.runtime.logs import configure_logs
from wirekit.streams import Connection, TopicAdmin
from wirewatch.cli.supervisor import ChildGaveUp

FAILED, REFUSED = 1, 2
KAFKA_SECONDS = 15.0
DEFAULT_KAFKA = "127.0.0.1:8792"

R = TypeVar("R")

NewsroomDir = Annotated[Path, typer.Argument(metavar="DIR", help="The folder with the three YAML files.")]
KafkaAddress = Annotated[
    str, typer.Option("--kafka", envvar="WIREWATCH_KAFKA", metavar="HOST:PORT", help="Where Kafka answers.")
]


def say(line: str) -> None:
    """One line on standard output, at once."""
    typer.echo(line)


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turn what the operator can mend into a message without traceback: exit code 2 for files and settings, else 1."""
    try:
        yield
    except ConfigError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(REFUSED) from None
    except (BrokerError, ChildGaveUp, TemporaryFailure) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(FAILED) from None


def on_kafka(kafka: str, work: Callable[[Connection], Awaitable[R]]) -> R:
    """Run *work* with a connection to a broker that answers; say clearly when none does."""

    async def connected() -> R:
        connection = Connection(kafka, "wirewatch-cli")
        admin = TopicAdmin(connection)
        await admin.wait_reachable(KAFKA_SECONDS)
        async with admin:  # closes it
            pass
        return await work(connection)

    configure_logs("console", os.environ.get("WIREWATCH_LOG_LEVEL", "critical"), "wirewatch")
    with clear_errors():
        return asyncio.run(connected())


def stop_on_signals() -> asyncio.Event:
    """An event that Ctrl-C and SIGTERM set; call it on the running loop."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop
