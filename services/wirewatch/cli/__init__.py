"""The ``wirewatch`` command, the only place that knows all services: what it does lies beside `commands`."""

from __future__ import annotations

import os
import runpy
import signal
import sys
from io import TextIOWrapper


def main() -> None:
    """Entry point of the console script. What containers run, a service or its health check, loads nothing else."""
    match sys.argv[1:]:
        case ["health"] if (port := os.environ.get("WIREWATCH_HEALTH_PORT", "")).isdigit():
            from wirewatch.cli.machine.readiness import unready  # noqa: PLC0415 - only what is asked for is loaded

            sys.exit(unready(int(port)))
        case [name] if _is_service(name):
            run_service(name)
        case _:
            _write_what_a_terminal_lacks()
            try:
                _run_command(next((word for word in sys.argv[1:] if not word.startswith("-")), ""))
            except KeyboardInterrupt:  # while the command was loaded; one that runs sees to it by itself
                sys.exit(128 + signal.SIGINT)


def _run_command(asked: str) -> None:
    from wirewatch.cli.app import build_app  # noqa: PLC0415 - the same

    build_app(asked)()


def run_service(name: str) -> None:
    """Become the service *name*."""
    sys.argv = [f"wirewatch {name}"]
    runpy.run_module(f"wirewatch.{name}", run_name="__main__")


def _write_what_a_terminal_lacks() -> None:
    """Let characters that the encoding of the terminal lacks be written out instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _is_service(name: str) -> bool:
    from wirekit.contracts.topology import SERVICES  # noqa: PLC0415 - the same

    return any(service.name == name for service in SERVICES)
