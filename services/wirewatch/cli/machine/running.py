"""Runs a newsroom on one machine: Kafka, its topics, the files applied, the five services, and a narrator.

The services are child processes; they and the broker end with this process, however it ends.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from wirekit.broker import BrokerError, BrokerOptions, EmbeddedKafka
from wirekit.broker.runtime import is_downloaded
from wirekit.contracts.topology import SERVICES
from wirekit.errors import ConfigError
from wirekit.kafka import Connection
from wirekit.runtime.settings import load_settings
from wirekit.tether import tethered
from wirewatch.cli.machine.following import follow
from wirewatch.cli.machine.narrator import Narrator
from wirewatch.cli.machine.ports import LOOPBACK, Ports, claimed_ports, keep_ports, refuse_taken, refuse_unwritable
from wirewatch.cli.machine.settings import check_settings
from wirewatch.cli.machine.supervisor import Child, Supervisor
from wirewatch.cli.newsroom.files import Newsroom
from wirewatch.cli.newsroom.place import ENDPOINTS_FILE
from wirewatch.cli.newsroom.preparing import make_secrets, prepare
from wirewatch.cli.records.reaching import kafka_settings
from wirewatch.console.adapters.token import access
from wirewatch.console.settings import ConsoleSettings

Say = Callable[[str], None]
BROKER_SETTING = "WIREWATCH_KAFKA"


@dataclass(frozen=True, slots=True)
class Run:
    """How to run a newsroom.

    Attributes:
        data: The folder for Kafka's data, the delivery table and the console's cache.
        environment: Settings for the services; what the caller's environment sets, wins.
        chosen: Settings for the services that win over the caller's environment.
    """

    newsroom: Newsroom
    data: Path
    ports: Ports = field(default_factory=Ports)
    environment: Mapping[str, str] = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)


async def run_newsroom(run: Run, say: Say, stop: asyncio.Event) -> None:
    """Run until *stop* is set; *say* gets every line for the terminal.

    Raises:
        BrokerError: The embedded broker cannot be started, at first or again.
        ChildGaveUp: A service ended with exit code 2: starting it again would not help.
        ConfigError: A setting is wrong or misspelt, a secret or a file of ours cannot be had, or what is on Kafka does
            not fit the topology.
    """
    check_settings()
    refuse_taken(os.environ)
    refuse_unwritable(run.data)
    make_secrets(run.newsroom)
    access(load_settings(ConsoleSettings))
    async with _broker(run, say, stop) as connection:
        await _unless(stop, prepare(connection, run.newsroom, say))
        if stop.is_set():
            say("wirewatch │ stopping")
            return
        with claimed_ports(run.ports) as ports:  # another newsroom may have started meanwhile
            await _run_services(replace(run, ports=ports), connection, say, stop)


async def _run_services(run: Run, connection: Connection, say: Say, stop: asyncio.Event) -> None:
    keep_ports(run.data, run.ports)
    supervisor = Supervisor(_children(run, connection), lambda name, line: say(f"{name:>9} │ {line}"))
    narrator = Narrator()
    say(f"wirewatch │ console: {_console(run)}/ in a few seconds{_why_there(run)}    stop with Ctrl-C")
    telling = asyncio.create_task(follow(connection, narrator, lambda line: say(f"wirewatch │ {line}")))
    stopping = asyncio.create_task(_stop_when(stop, supervisor, say))
    try:
        await supervisor.run()
    finally:
        for task in (telling, stopping):
            task.cancel()
        await asyncio.gather(telling, stopping, return_exceptions=True)


@asynccontextmanager
async def _broker(run: Run, say: Say, stop: asyncio.Event) -> AsyncIterator[Connection]:
    """The broker that WIREWATCH_KAFKA names, else one of our own with its data in the newsroom.

    Sets *stop* when our own can no longer be kept running, and raises why at the end.
    """
    if address := os.environ.get(BROKER_SETTING):
        say(f"wirewatch │ using Kafka at {address}")
        yield kafka_settings(address).connection("wirewatch-up")
        return
    if kafka_settings("").kafka_security != "plaintext":
        raise ConfigError(f"{BROKER_SETTING}_SECURITY is set, and {BROKER_SETTING} does not say where that Kafka is")
    first = "" if is_downloaded(os.environ) else ", which is fetched first, once on this machine: about 45 MB"
    say(f"wirewatch │ starting Kafka{first}")
    broker = EmbeddedKafka(run.data / "kafka", BrokerOptions(preferred_port=run.ports.kafka))
    try:
        await _unless(stop, broker.start())
        keeping = asyncio.create_task(_unless(stop, _keep(broker, say)))
        keeping.add_done_callback(lambda _: stop.set())
        try:
            yield Connection(broker.bootstrap_servers, "wirewatch-up")
        finally:
            stop.set()
            await keeping
    finally:
        await broker.stop()


async def _keep(broker: EmbeddedKafka, say: Say) -> None:
    """Start *broker* again whenever it ends by itself: the services wait for it meanwhile.

    Raises:
        BrokerError: It cannot be started again, or not where the services look for it.
    """
    address = broker.bootstrap_servers
    while True:
        say(f"wirewatch │ Kafka answers at {address}")
        code = await broker.wait()
        say(f"wirewatch │ Kafka ended with exit code {code}; starting it again")
        await broker.start()
        if broker.bootstrap_servers != address:
            raise BrokerError(f"Kafka cannot go on at {address}: another program has taken the port; start again")


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, object]) -> None:
    """Do *work*; leave it, and what may become of it, when *stop* is set first."""
    if stop.is_set():
        work.close()
        return
    working, stopped = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({working, stopped}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (working, stopped):
            task.cancel()
        await asyncio.wait({working, stopped})
    failure = None if working.cancelled() else working.exception()
    if failure and not stop.is_set():
        raise failure


def _children(run: Run, connection: Connection) -> list[Child]:
    """The services in the order of the flow: so they are started, and stopped."""
    defaults = {BROKER_SETTING: connection.bootstrap_servers, **_settings(run), **run.environment}
    environment = {name: value for name, value in defaults.items() if name not in os.environ} | dict(run.chosen)
    return [_child(service.name, run.ports, environment) for service in SERVICES]


def _child(service: str, ports: Ports, environment: Mapping[str, str]) -> Child:
    command = tethered([sys.executable, "-m", f"wirewatch.{service}"], signal.SIGKILL)
    port = os.environ.get(_health_setting(service)) or ports.health(service)
    return Child(service, command, environment, int(port))


def _settings(run: Run) -> dict[str, str]:
    health = {_health_setting(s.name): str(run.ports.health(s.name)) for s in SERVICES}
    return {
        **health,
        "WIREWATCH_LOG_LEVEL": "warning",  # what a reader wants to know, the narrator tells
        "WIREWATCH_ALERTER_CONSOLE_URL": _console(run),
        "WIREWATCH_NOTIFIER_ENDPOINTS": str(run.newsroom.directory / ENDPOINTS_FILE),
        "WIREWATCH_NOTIFIER_DATABASE": f"sqlite:///{run.data / 'deliveries.db'}",
        "WIREWATCH_CONSOLE_PORT": str(run.ports.console),
        "WIREWATCH_CONSOLE_DATABASE": str(run.data / "console.db"),
    }


def _health_setting(service: str) -> str:
    return f"WIREWATCH_{service.upper()}_HEALTH_PORT"


def _console(run: Run) -> str:
    return f"http://{LOOPBACK}:{os.environ.get('WIREWATCH_CONSOLE_PORT') or run.ports.console}"


def _why_there(run: Run) -> str:
    """Why the console is not where the documents say."""
    documented = Ports().console
    moved = run.ports.console != documented and not os.environ.get("WIREWATCH_CONSOLE_PORT")
    return f" (port {documented} is taken)" if moved else ""


async def _stop_when(stop: asyncio.Event, supervisor: Supervisor, say: Say) -> None:
    await stop.wait()
    say("wirewatch │ stopping")
    supervisor.stop()
