"""Logs of JSON lines that other processes write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class Log:
    """The lines of *path*, which need not exist yet; each look reads on from where the last one ended."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._bytes = 0
        self._lines: list[dict[str, Any]] = []

    def lines(self) -> list[dict[str, Any]]:
        """All complete lines so far."""
        if self._path.exists():
            with self._path.open("rb") as file:
                file.seek(self._bytes)
                fresh = file.read()
            complete = fresh[: fresh.rfind(b"\n") + 1]
            self._bytes += len(complete)
            self._lines += map(json.loads, complete.splitlines())
        return self._lines
