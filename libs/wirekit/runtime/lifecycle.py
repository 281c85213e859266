"""Runs a service from its settings to its exit code. Decides nothing about what the service does.

0 after an orderly stop (SIGTERM, SIGINT), 2 for wrong settings or files (one line each, no traceback), 70 for
everything else: nothing is acknowledged and the supervisor restarts. What may be well at the next start is one line,
what nobody expected has its traceback. Of what a service runs on its event loop, every exception ends here.
"""

from __future__ import annotations

import asyncio
import faulthandler
import signal
import sys
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from importlib import metadata
from typing import Any, NoReturn, TypeVar

import uvloop

from wirekit.errors import ConfigError, InvalidMessage, WirewatchError
from wirekit.exits import EXIT_CONFIG, EXIT_CRASHED, exit_at_once
from wirekit.kafka import denied_to, known_end
from wirekit.runtime import metrics
from wirekit.runtime.health import Checks, HealthServer
from wirekit.runtime.logs import configure_logs, get_logger
from wirekit.runtime.settings import ServiceSettings, load_settings, service_name

STOP_SECONDS = 25.0
"""How long the end may take, orderly or not; less than the 30 s after which Kubernetes kills."""

S = TypeVar("S", bound=ServiceSettings)
log = get_logger()


@dataclass(frozen=True, slots=True)
class Process:
    """What a running service is given.

    Attributes:
        started: Set by ``until_stopped``; a signal before that cancels what the service is doing.
        stopping: Set when the service shall stop in order.
        ending: Set by ``until_stopped`` when the parts end, in order or not; what is left has a deadline.
        live: Checks of progress, served as /livez.
        ready: Checks of readiness, served as /readyz; not ready before the first is added.
    """

    started: asyncio.Event = field(default_factory=asyncio.Event)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    ending: asyncio.Event = field(default_factory=asyncio.Event)
    live: Checks = field(default_factory=Checks)
    ready: Checks = field(default_factory=lambda: Checks(empty="the service is starting"))

    async def until_stopped(self, *work: Coroutine[Any, Any, None]) -> None:
        """Run *work* side by side until the service shall stop; then cancel it, which lets it finish in order.

        Raises:
            Exception: What one of *work* raised; the others were cancelled.
            RuntimeError: One of *work* ended though nobody asked it to.
        """
        self.started.set()
        tasks = [asyncio.ensure_future(each) for each in work]
        told = asyncio.ensure_future(self.stopping.wait())
        try:
            await asyncio.wait({*tasks, told}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            _log_failures(tasks)
            self.ending.set()
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
        threading.excepthook = _note_thread
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_run(service, loaded, serve))
    except Exception as raised:
        error = _alone(raised)
        if isinstance(error, ConfigError):
            sys.exit(_refuse(service, str(error)))
        if reason := _reason(error):
            log.critical("service.failed", error=type(error).__name__, reason=reason)
        else:
            log.critical("service.crashed", exc_info=raised)
        exit_at_once(EXIT_CRASHED)
    log.info("service.stopped")
    sys.exit(0)


async def _run(service: str, settings: S, serve: Callable[[S, Process], Awaitable[None]]) -> None:
    process = Process()
    version = metadata.version("wirewatch")
    metrics.BUILD_INFO.labels(service, version).set(1)
    async with HealthServer(settings.health_host, settings.health_port, process.live, process.ready) as health:
        log.info("service.started", version=version, health_port=health.port)
        serving = asyncio.ensure_future(serve(settings, process))
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, _stop, process, serving, number.name)
        ending = asyncio.ensure_future(process.ending.wait())
        await asyncio.wait({serving, ending}, return_when=asyncio.FIRST_COMPLETED)
        _limit_the_end()
        await asyncio.wait({serving})
    if not (serving.cancelled() and process.stopping.is_set()):
        with denied_to(settings.kafka_principal):
            serving.result()


def _stop(process: Process, serving: asyncio.Future[None], name: str) -> None:
    if process.stopping.is_set():
        return
    log.info("service.stopping", signal=name)
    process.stopping.set()
    if not process.started.is_set():
        serving.cancel()
    _limit_the_end()


def _log_failures(tasks: Iterable[asyncio.Future[None]]) -> None:
    """Say at once what failed: the clean-up that follows may hang."""
    for task in tasks:
        if task.done() and not task.cancelled() and isinstance(error := task.exception(), Exception):
            error = _alone(error)
            log.error("service.part_failed", error=type(error).__name__, detail=str(error))


def _limit_the_end() -> None:
    # A thread: the loop itself, or the end of the interpreter, may be what hangs.
    deadline = threading.Timer(STOP_SECONDS, _give_up)
    deadline.daemon = True
    deadline.start()


def _give_up() -> None:
    log.critical("service.stop_timed_out", seconds=STOP_SECONDS)
    faulthandler.dump_traceback(all_threads=True)
    exit_at_once(EXIT_CRASHED)


def _alone(error: Exception) -> Exception:
    """What failed in a group of tasks, where it was one of them, or all for reasons that need no traceback."""

    def is_known(each: BaseException) -> bool:
        return _reason(each) is not None

    while isinstance(error, ExceptionGroup) and (len(error.exceptions) == 1 or error.split(is_known)[1] is None):
        error = error.exceptions[0]
    return error


def _reason(error: BaseException) -> str | None:
    """What ended the service in one line, where the next start may be well; None for what nobody expected."""
    if isinstance(error, WirewatchError):
        return None if isinstance(error, InvalidMessage) else str(error)
    return known_end(error)


def _note_thread(ended: threading.ExceptHookArgs) -> None:
    """What a thread of a library raised: whoever waits for the thread hears of it too, and acts on it."""
    name, error = ended.thread.name if ended.thread else "", ended.exc_value
    if error is not None and (reason := _reason(error)):
        log.warning("thread.failed", thread=name, error=type(error).__name__, reason=reason)
    else:
        log.error("thread.crashed", thread=name, exc_info=error)


def _refuse(service: str, message: str) -> int:
    sys.stderr.writelines(f"{service}: {line}\n" for line in message.splitlines())
    return EXIT_CONFIG
