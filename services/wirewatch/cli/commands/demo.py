"""`wirewatch demo`: sample feeds and a receiver in this process, beside a newsroom in a temporary folder.

The feed server and the receiver are also programs of their own, for containers.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from wirekit.clock import SystemClock
from wirekit.runtime.webserver import WebServer
from wirewatch.cli.machine.ports import LOOPBACK, Ports, claimed_ports
from wirewatch.cli.machine.running import Run, Say, run_newsroom
from wirewatch.cli.newsroom.files import load_newsroom
from wirewatch.cli.terminal import FAILED, clear_errors, log_here, say, stop_on_signals
from wirewatch.demo.feed_server import feed_app
from wirewatch.demo.newsroom import write_newsroom
from wirewatch.demo.receiver import receiver_app, told
from wirewatch.demo.samples import sample_feeds
from wirewatch.notifier.signing import read_secret

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


class Delivered:
    """Counts verified webhooks by id and tells each; ``enough`` is set when *wanted* of them have come."""

    def __init__(self, say: Say, wanted: int) -> None:
        self._say = say
        self._wanted = wanted
        self._ids: set[str] = set()
        self.enough = asyncio.Event()

    def __len__(self) -> int:
        return len(self._ids)

    def receive(self, webhook_id: str, body: dict[str, Any]) -> None:
        """Take a verified webhook."""
        self._ids.add(webhook_id)
        for line in told(webhook_id, body):
            self._say(f" receiver │ {line}")
        if self._wanted and len(self) >= self._wanted:
            self.enough.set()


async def run_demo(ports: Ports, delivered: Delivered, say: Say, stop: asyncio.Event) -> None:
    """Run until *stop* is set; raises as `run_newsroom` does."""
    with tempfile.TemporaryDirectory(prefix="wirewatch-demo-") as name:
        directory = Path(name)
        feeds, receiver = f"{LOOPBACK}:{ports.demo_feeds}", f"{LOOPBACK}:{ports.demo_receiver}"
        write_newsroom(directory, feeds_url=f"http://{feeds}", receiver_url=f"http://{receiver}")
        allowed = {"WIREWATCH_POLLER_ALLOW": feeds, "WIREWATCH_NOTIFIER_ALLOW": receiver}
        environment = {
            "WIREWATCH_POLLER_HOST_GAP_SECONDS": "0.1",  # the six sample feeds live on one host
            "WIREWATCH_POLLER_PARSERS": "1",  # one child each is enough here, and sooner there
            "WIREWATCH_ENRICHER_WORKERS": "1",
        }
        run = Run(load_newsroom(directory), directory / "data", ports, environment, allowed)
        apps = (
            feed_server(ports.demo_feeds),
            receiver_server(ports.demo_receiver, directory / "secrets" / "desk-1", delivered.receive),
        )
        serving = [asyncio.create_task(app.run()) for app in apps]
        for task in serving:
            task.add_done_callback(lambda _: stop.set())
        try:
            await run_newsroom(run, say, stop)
        finally:
            for task in serving:
                task.cancel()
            await asyncio.wait(serving)
        for task in serving:
            if not task.cancelled():
                task.result()


def feed_server(port: int, host: str = LOOPBACK) -> WebServer:
    """The sample feeds as a web server."""
    return WebServer(feed_app(sample_feeds(), SystemClock().now()), host, port)


def receiver_server(
    port: int, secret_file: Path, receive: Callable[[str, dict[str, Any]], None], host: str = LOOPBACK
) -> WebServer:
    """The receiver as a web server; it reads the secret at each webhook, since the notifier may make the file later."""

    def key() -> bytes:
        return read_secret(secret_file.read_text(encoding="ascii").split()[0])

    return WebServer(receiver_app(key, SystemClock(), receive), host, port)
