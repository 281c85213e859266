"""A service as operators run it, in a process of its own, on the Kafka of a test."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Self

from tests.polling import until
from tests.ports import free_port
from wirekit.kafka import Connection

ENDS_WITHIN_SECONDS = 40


class ServiceProcess:
    """``python -m wirewatch.<service>``, the same at every start; an async context manager, at whose end it is ended.

    It writes into *log*. *settings* are its own: ``workers=1`` of the enricher is WIREWATCH_ENRICHER_WORKERS.
    """

    def __init__(self, service: str, connection: Connection, log: Path, **settings: object) -> None:
        self._service = service
        self._log = log
        self._port = free_port()
        own = {"health_port": self._port, **settings}
        self._environment = {
            **os.environ,
            "WIREWATCH_KAFKA": connection.bootstrap_servers,
            **{f"WIREWATCH_{service.upper()}_{key.upper()}": str(value) for key, value in own.items()},
        }
        self._process: asyncio.subprocess.Process | None = None
        self._started = 0

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        try:
            await asyncio.wait_for(self._end(signal.SIGTERM), ENDS_WITHIN_SECONDS)
        finally:
            await self.kill()

    async def start(self) -> None:
        """Start it, and do not wait."""
        self._started += 1
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", f"wirewatch.{self._service}", env=self._environment, stdout=log, stderr=log
            )

    async def kill(self) -> None:
        """End it without a warning."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it to end, once it runs far enough to be asked; its exit code."""
        await until(lambda: self.lines("service.started") >= self._started, 60)
        return await self._end(signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> int:
        assert self._process
        if self._process.returncode is None:
            self._process.send_signal(number)
        return await self._process.wait()

    def lines(self, *words: str) -> int:
        """How many lines it logged with all of *words*."""
        text = self._log.read_text(encoding="utf-8") if self._log.exists() else ""
        return sum(all(word in line for word in words) for line in text.splitlines())

    async def until_ready(self) -> None:
        """Return when /readyz has nothing to say."""
        await until(self._is_ready, 60)

    async def _is_ready(self) -> bool:
        return await self.unready() == {}

    async def unready(self) -> dict[str, str]:
        """Why it is not ready, by check."""
        return await asyncio.to_thread(self._readyz)

    def _readyz(self) -> dict[str, str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/readyz", timeout=5) as answer:
                body = answer.read()
        except urllib.error.HTTPError as error:
            body = error.read()
        except OSError as error:
            return {"process": str(error)}
        failures: dict[str, str] = json.loads(body)["failures"]
        return failures
