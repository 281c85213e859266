"""The data directory of one broker: its files, its one owner, its port and its cluster id. Starts no process."""

import asyncio
import base64
import fcntl
import os
import re
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from wirekit.broker.errors import BrokerError

HANDOVER_SECONDS = 20.0
POLL_SECONDS = 0.05
LOG_TAIL = 20_000


@dataclass(frozen=True, slots=True)
class DataDirectory:
    """The layout: Kafka's own data in `log`, the rest is ours."""

    root: Path

    @property
    def log_dir(self) -> Path:
        """Topics and metadata: what must last."""
        return self.root / "log"

    @property
    def temporary(self) -> Path:
        """The JVM's temporary files, where it unpacks native libraries."""
        return self.root / "tmp"

    @property
    def properties(self) -> Path:
        """The broker's settings, written at each start."""
        return self.root / "server.properties"

    @property
    def log4j_properties(self) -> Path:
        """What Kafka logs and where to, written at each start."""
        return self.root / "log4j2.properties"

    @property
    def server_log(self) -> Path:
        """What Kafka logged in this run."""
        return self.root / "server.log"

    @property
    def console_log(self) -> Path:
        """What the JVM printed in this run, its own errors above all."""
        return self.root / "console.log"

    @property
    def _meta(self) -> Path:
        return self.log_dir / "meta.properties"

    @property
    def _port(self) -> Path:
        return self.root / "port"

    def prepare(self, min_free_mb: int) -> None:
        """Makes the folders.

        Raises:
            BrokerError: fewer than `min_free_mb` MiB are free on the disk.
            OSError: the directory cannot be written.
        """
        self.temporary.mkdir(parents=True, exist_ok=True)
        free_mb = shutil.disk_usage(self.root).free >> 20
        if free_mb < min_free_mb:
            raise BrokerError(f"the disk is full: {free_mb} MB left at {self.root}, {min_free_mb} MB needed")

    def clear_last_run(self) -> None:
        """Removes the log and the unpacked native libraries of the last run; only the owner may."""
        shutil.rmtree(self.temporary, ignore_errors=True)
        self.temporary.mkdir()
        self.server_log.unlink(missing_ok=True)

    async def claim(self) -> IO[str]:
        """Takes the directory; the claim goes with its last holder, the JVM that inherits it included.

        Raises:
            BrokerError: another living process has it. Where only a JVM is left that is about to end, we wait for it.
        """
        handle = (self.root / "lock").open("a+")
        try:
            await self._lock(handle)
        except BaseException:
            handle.close()
            raise
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        return handle

    async def _lock(self, handle: IO[str]) -> None:
        attempts = int(HANDOVER_SECONDS / POLL_SECONDS)
        while not _locked(handle):
            attempts -= 1
            holder = _holder(handle)
            if _is_alive(holder) or not attempts:
                message = f"the data directory {self.root} is in use by another broker"
                raise BrokerError(f"{message} (process {holder or 'unknown'}): stop that one first")
            await asyncio.sleep(POLL_SECONDS)

    def kept_port(self) -> int:
        """The port of the last run, 0 if there was none."""
        try:
            text = self._port.read_text(errors="replace")
        except FileNotFoundError:
            return 0
        return int(text) if re.fullmatch(r"[1-9]\d{0,4}", text) else 0

    def keep_port(self, port: int) -> None:
        """Remembers the port for the next run."""
        self._port.write_text(str(port))

    def is_formatted(self) -> bool:
        """Whether Kafka's storage tool has been here: an empty directory must be formatted before its first use."""
        return self._meta.is_file()

    def cluster_id(self) -> str:
        """The cluster id that the directory was formatted with; empty if it was not, or is damaged."""
        if not self.is_formatted():
            return ""
        found = re.search(r"^cluster\.id=(\S+)", self._meta.read_text(errors="replace"), re.MULTILINE)
        return found[1] if found else ""

    def log_text(self) -> str:
        """The end of what the JVM and Kafka wrote in this run."""
        paths = (path for path in (self.console_log, self.server_log) if path.is_file())
        return "\n".join(path.read_text(errors="replace")[-LOG_TAIL:] for path in paths)


def new_cluster_id() -> str:
    """A random id as Kafka makes them, but never with a leading `-`: its storage tool takes that for an option."""
    while True:
        text = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        if not text.startswith("-"):
            return text


def _locked(handle: IO[str]) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(handle: IO[str]) -> int:
    handle.seek(0)
    text = handle.read(20)
    return int(text) if text.isdigit() else 0


def _is_alive(pid: int) -> bool:
    if not pid:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
