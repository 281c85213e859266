"""What a newcomer waits for: the demo's first alert, all its services ready, and `wirewatch --help`.

Medians, in seconds by the clock, and of the CPU of all processes of a run from its start to its end: on a busy machine
only the CPU compares. Page cache, jars and class archive are warm from the second run on.
"""

from __future__ import annotations

import os
import resource
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.bench.report import arguments, publish, say, table
from wirekit.broker import free_port
from wirekit.contracts.topology import SERVICES
from wirewatch.cli.machine.readiness import unready

WIREWATCH = str(Path(sys.executable).with_name("wirewatch"))
POLL_SECONDS, GIVE_UP_SECONDS = 0.1, 120.0

FIRST_ALERT, ALL_READY, DEMO_CPU = "first alert of the demo", "all services of the demo ready", "CPU of the demo"
HELP, HELP_CPU = "wirewatch --help", "CPU of wirewatch --help"


def measure() -> dict[str, float]:
    """One demo, ended when its first alert is told and all services are ready, and one call for help, in seconds."""
    began = _cpu()
    first_alert, all_ready = _demo()
    between, started = _cpu(), time.monotonic()
    subprocess.run([WIREWATCH, "--help"], check=True, stdout=subprocess.DEVNULL)
    helped = time.monotonic() - started
    return {
        FIRST_ALERT: first_alert,
        ALL_READY: all_ready,
        DEMO_CPU: between - began,
        HELP: helped,
        HELP_CPU: _cpu() - between,
    }


def _demo() -> tuple[float, float]:
    """When the first alert was told and when all services were ready."""
    ports = {service.name: free_port() for service in SERVICES}
    environment = {f"WIREWATCH_{name.upper()}_HEALTH_PORT": str(port) for name, port in ports.items()}
    started = time.monotonic()
    with _running(environment) as process, ThreadPoolExecutor(len(ports)) as pool:
        ready = pool.map(lambda port: _ready_at(port, process), ports.values())
        told: list[str] = []
        for line in process.stdout or ():
            told.append(line)
            if "ALERT opened" in line:
                return time.monotonic() - started, max(ready) - started
    raise SystemExit("the demo ended without an alert:\n" + "".join(told))


@contextmanager
def _running(environment: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [WIREWATCH, "demo"],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=GIVE_UP_SECONDS)


def _ready_at(port: int, process: subprocess.Popen[str]) -> float:
    deadline = time.monotonic() + GIVE_UP_SECONDS
    while unready(port):
        if process.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(f"the service on port {port} is not ready")
        time.sleep(POLL_SECONDS)
    return time.monotonic()


def _cpu() -> float:
    """The CPU seconds of all children that have ended, theirs included."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure and publish."""
    options = arguments("How long a start takes.", runs=5)
    runs: list[dict[str, float]] = []
    for number in range(1, options.runs + 1):
        runs.append(measure())
        say(f"run {number}: " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in runs[-1].items()))
    medians = {name: round(statistics.median(run[name] for run in runs), 2) for name in runs[0]}
    rows = table(("what", "seconds"), list(medians.items()))
    publish(
        options, "start", f"## Start\n\nMedians of {options.runs} runs.\n\n{rows}", {"seconds": medians, "runs": runs}
    )


if __name__ == "__main__":
    main()
