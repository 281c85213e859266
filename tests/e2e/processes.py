"""Processes of a test: started, signalled, ended from outside; none outlives the test."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, build_opener

from tests.polling import until
from wirekit.tether import tethered

ROOT = Path(__file__).parents[2]
OK = 200


class _Stay(HTTPRedirectHandler):
    """Goes nowhere: where a page sends its reader is what a test asks."""

    def redirect_request(self, *_: object) -> None:
        """Nowhere."""


_BROWSER = build_opener(_Stay)


class Child:
    """A process that writes into the file *log*; the kernel kills it when this process dies.

    Attributes:
        health: The base address of its health pages, where it has some.
    """

    def __init__(self, name: str, command: Sequence[str], log: Path, environment: Mapping[str, str]) -> None:
        self.name = name
        self.log = log
        self.health = ""
        clean = {key: value for key, value in os.environ.items() if not key.startswith("WIREWATCH_")}
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                tethered(list(command), signal.SIGKILL),
                cwd=ROOT,
                env={**clean, **environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; negative for a signal."""
        return self._process.poll()

    def send(self, number: signal.Signals) -> None:
        """Signal it; nothing happens when it has ended."""
        if self.exit_code is None:
            self._process.send_signal(number)

    def kill(self) -> None:
        """End it without a warning, frozen or not."""
        self._process.kill()
        self._process.wait()

    async def ended(self, seconds: float = 40) -> int:
        """Its exit code, when it has one."""
        await until(lambda: self.exit_code is not None, seconds)
        return self._process.returncode

    async def stop(self) -> int:
        """Ask it to end in order; its exit code."""
        self.send(signal.SIGTERM)
        return await self.ended()

    def is_ready(self) -> bool:
        """What it says of itself."""
        return page(f"{self.health}/readyz")[0] == OK

    def text(self) -> str:
        """What it has written so far."""
        return self.log.read_text(errors="replace")


def page(url: str) -> tuple[int, str]:
    """The status and the text of the page at *url*; status 0 where nobody answers."""
    try:
        with _BROWSER.open(url, timeout=5) as answer:
            return OK, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()
    except (OSError, HTTPException):
        return 0, ""


def wait_for(holds: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Return when *holds* does; for fixtures, which have no loop."""
    deadline = time.monotonic() + seconds
    while True:
        asked = time.monotonic()
        if holds():
            return
        if asked > deadline:
            raise TimeoutError(what)
        time.sleep(max(0.05, time.monotonic() - asked))  # a dear look is taken less often


def carriers(mark: str) -> list[str]:
    """The command lines of all living processes that have *mark* in their environment: grandchildren too."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (place / "environ").read_bytes():
                found.append((place / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        except OSError:  # it has just ended, or is not ours
            continue
    return found
