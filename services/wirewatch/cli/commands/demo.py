"""`wirewatch demo`; its feed server and its receiver are also programs of their own, for containers."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from wirekit.runtime.webserver import WebServer
from wirewatch.cli.machine.demo import Delivered, feed_server, receiver_server, run_demo
from wirewatch.cli.machine.ports import LOOPBACK, Ports, claimed_ports
from wirewatch.cli.terminal import FAILED, clear_errors, log_here, say, stop_on_signals
from wirewatch.demo.receiver import told

Host = Annotated[str, typer.Option(help="The address to listen on.")]

app = typer.Typer(help="Watch sample news from feed to webhook; needs no set-up, no Docker, no Java.")


@app.callback(invoke_without_command=True)
def run(
    context: typer.Context,
    until_delivered: Annotated[
        int, typer.Option(min=0, help="End by itself after so many webhooks; exit code 1 when there were fewer.")
    ] = 0,
    timeout: Annotated[float, typer.Option(min=1, help="With --until-delivered: give up after so many seconds.")] = 120,
) -> None:
    """Run the demo until Ctrl-C, or until enough webhooks were delivered."""
    if context.invoked_subcommand is not None:
        return
    log_here("warning", "demo")
    with clear_errors():
        delivered = asyncio.run(_demonstrate(until_delivered, timeout))
    if delivered < until_delivered:
        typer.echo(f"{delivered} of {until_delivered} webhooks were delivered within {timeout:.0f} s", err=True)
        raise typer.Exit(FAILED)


@app.command()
def feeds(host: Host = LOOPBACK, port: int = Ports().demo_feeds) -> None:
    """Serve the sample feeds."""
    _serve(feed_server(port, host))


@app.command()
def receiver(
    secret_file: Annotated[Path, typer.Option(help="The file with the endpoint's secret.")],
    host: Host = LOOPBACK,
    port: int = Ports().demo_receiver,
) -> None:
    """Receive webhooks, verify them, and print each alert."""

    def receive(webhook_id: str, body: dict[str, object]) -> None:
        for line in told(webhook_id, body):
            say(line)

    _serve(receiver_server(port, secret_file, receive, host))


async def _demonstrate(until_delivered: int, timeout: float) -> int:  # noqa: ASYNC109 - it ends the demo, no call
    stop = stop_on_signals()
    delivered = Delivered(say, until_delivered)

    async def end() -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(delivered.enough.wait(), timeout)
        stop.set()

    ending = asyncio.create_task(end()) if until_delivered else None
    with claimed_ports() as ports:
        await run_demo(ports, delivered, say, stop)
    if ending is not None:
        ending.cancel()
    return len(delivered)


def _serve(server: WebServer) -> None:
    log_here("warning", "demo")

    async def serve() -> None:
        serving = asyncio.create_task(server.run())
        stopping = asyncio.create_task(stop_on_signals().wait())
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving

    with clear_errors():
        asyncio.run(serve())
