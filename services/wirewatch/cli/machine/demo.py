"""The demo: sample feeds and a receiver in this process, beside a newsroom in a temporary folder."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wirekit.clock import SystemClock
from wirekit.runtime.webserver import WebServer
from wirewatch.cli.machine.ports import LOOPBACK, Ports
from wirewatch.cli.machine.running import Run, Say, run_newsroom
from wirewatch.cli.newsroom.files import load_newsroom
from wirewatch.demo.feed_server import feed_app
from wirewatch.demo.newsroom import write_newsroom
from wirewatch.demo.receiver import receiver_app, told
from wirewatch.demo.samples import sample_feeds
from wirewatch.notifier.signing import read_secret


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
