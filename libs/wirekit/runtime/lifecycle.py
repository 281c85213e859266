"""Runs a service from its settings to its exit code. Decides nothing about what the service does.

0 after an orderly stop (SIGTERM, SIGINT), 2 for wrong settings or files (one line each, no traceback), 70 for
everything unexpected: nothing is acknowledged and the supervisor restarts. This is the only module that catches every
exception.
"""

from __future__ import annotations

import asyncio
import faulthandler
import os
import signal
import sys
import threading
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from importlib import metadata
from typing import Any, NoReturn, TypeVar

import uvloop

from wirekit.errors import ConfigError
from wirekit.runtime import metrics
from wirekit.runtime.health import Checks, HealthServer
from wirekit.runtime.logs import configure_logs, get_logger
from wirekit.runtime.settings import ServiceSettings, load_settings, service_name

EXIT_CONFIG = 2
EXIT_CRASHED = 70
STOP_SECONDS = 25.0
"""How long an orderly stop may take; less than the 30 s after which Kubernetes kills."""

S = TypeVar("S", bound=ServiceSettings)
log = get_logger()


@dataclass(frozen=True, slots=True)
class Process:
    """What a running service is given.

    Attributes:
        stopping: Set when the service shall stop in order.
        live: Checks of progress, served as /livez.
        ready: Checks of readiness, served as /readyz; not ready before the first is added.
    """

    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    live: Checks = field(default_factory=Checks)
    ready: Checks = field(default_factory=lambda: Checks(empty="the service is starting"))

    async def until_stopped(self, *work: Coroutine[Any, Any, None]) -> None:
        """Run *work* side by side until the service shall stop; then cancel it, which lets it finish in order.

        Raises:
            Exception: What one of *work* raised; the others were cancelled.
            RuntimeError: One of *work* ended though nobody asked it to.
        """
        tasks = [asyncio.ensure_future(each) for each in work]
        told = asyncio.ensure_future(self.stopping.wait())
        try:
            await asyncio.wait({*tasks, told}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (*tasks, told):
                task.cancel()
            await asyncio.wait({*tasks, told})
        for task in tasks:
            if not task.cancelled():
                task.result()
        if not self.stopping.is_set():
            raise RuntimeError("a part of the service ended by itself")


def run_service(settings: type[S], serve: Callable[[S, Process], Awaitable[None]]) -> NoReturn:
    """Read *settings*, run *serve* until it returns or a signal asks it to stop, and exit."""
    service = service_name(settings)
    try:
        loaded = load_settings(settings)
        configure_logs(loaded.log_format, loaded.log_level, service)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_run(service, loaded, serve))
    except ConfigError as error:
        sys.exit(_refuse(service, str(error)))
    except Exception:
        log.critical("service.crashed", exc_info=True)
        _exit_at_once(EXIT_CRASHED)
    log.info("service.stopped")
    sys.exit(0)


async def _run(service: str, settings: S, serve: Callable[[S, Process], Awaitable[None]]) -> None:
    process = Process()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, process.stopping, number.name)
    version = metadata.version("wirewatch")
    metrics.BUILD_INFO.labels(service, version).set(1)
    async with HealthServer(settings.health_host, settings.health_port, process.live, process.ready) as health:
        log.info("service.started", version=version, health_port=health.port)
        await serve(settings, process)


def _stop(stopping: asyncio.Event, name: str) -> None:
    if stopping.is_set():
        return
    log.info("service.stopping", signal=name)
    stopping.set()
    # A thread: the loop itself, or the end of the interpreter, may be what hangs.
    deadline = threading.Timer(STOP_SECONDS, _give_up)
    deadline.daemon = True
    deadline.start()


def _give_up() -> None:
    log.critical("service.stop_timed_out", seconds=STOP_SECONDS)
    faulthandler.dump_traceback(all_threads=True)
    _exit_at_once(EXIT_CRASHED)


def _refuse(service: str, message: str) -> int:
    sys.stderr.writelines(f"{service}: {line}\n" for line in message.splitlines())
    return EXIT_CONFIG


def _exit_at_once(code: int) -> NoReturn:
    # Threads and children of libraries could hold an ordinary exit for ever.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
