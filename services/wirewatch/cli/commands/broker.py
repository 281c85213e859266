"""`wirewatch broker`: the embedded Apache Kafka alone."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from wirekit.broker import BrokerError, BrokerOptions, EmbeddedKafka
from wirewatch.cli.machine.ports import Ports
from wirewatch.cli.terminal import clear_errors, log_here, say, stop_on_signals


def broker(
    data_dir: Annotated[Path, typer.Option(help="Where Kafka keeps its data.")],
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1; must be free.")] = Ports().kafka,
) -> None:
    """Run Apache Kafka alone, on 127.0.0.1, with its data in a folder. Ctrl-C ends it."""
    log_here("warning", "broker")
    with clear_errors():
        asyncio.run(_serve(EmbeddedKafka(data_dir, BrokerOptions(port=port))))


async def _serve(kafka: EmbeddedKafka) -> None:
    stop = asyncio.create_task(stop_on_signals().wait())
    async with kafka:
        say(f"Kafka answers at {kafka.bootstrap_servers}; stop with Ctrl-C")
        ended = asyncio.create_task(kafka.wait())
        await asyncio.wait({stop, ended}, return_when=asyncio.FIRST_COMPLETED)
        if not stop.done():
            raise BrokerError(f"Kafka ended by itself with exit code {ended.result()}; see server.log in its folder")
        ended.cancel()
