"""The data directory of one broker: its files, its port and its cluster id. Starts no process, takes no lock."""

from __future__ import annotations

import base64
import re
import shutil
import uuid
from pathlib import Path

from wirekit.broker.errors import FULL, BrokerError, explain

LOG_TAIL = 20_000
"""Characters at the end of a log that are looked at for the cause of a failure."""

FULL_BELOW_BYTES = 1024 * 1024
METADATA_PARTITION = "__cluster_metadata-0"


class DataDirectory:
    """The layout. ``topics`` is Kafka's own and must last; the settings are written at each start.

    ``console_log`` is what the JVM printed, ``server_log`` what Kafka logged, each of this run only; the run before has
    ``.previous`` in the name.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.topics = root / "topics"
        self.temporary = root / "tmp"
        self.properties = root / "server.properties"
        self.log4j_properties = root / "log4j2.properties"
        self.server_log = root / "server.log"
        self.console_log = root / "console.log"
        self._meta = self.topics / "meta.properties"
        self._port = root / "port"

    def prepare(self, min_free_mb: int) -> None:
        """Make the folder.

        Raises:
            BrokerError: Fewer than *min_free_mb* MiB are free on the disk.
            OSError: The directory cannot be written.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        free_mb = shutil.disk_usage(self.root).free >> 20
        if free_mb < min_free_mb:
            raise BrokerError(f"the disk is full: {free_mb} MB left at {self.root}, {min_free_mb} MB needed")

    def clear_last_run(self) -> None:
        """Set the logs of the last run aside and remove the libraries it unpacked; only the owner may."""
        for path in (self.server_log, self.console_log):
            if path.is_file():
                path.replace(path.with_suffix(".previous.log"))
        shutil.rmtree(self.temporary, ignore_errors=True)
        self.temporary.mkdir()

    def kept_port(self) -> int:
        """The port of the last run, 0 if there was none."""
        if not self._port.is_file():
            return 0
        text = self._port.read_text(errors="replace")
        return int(text) if re.fullmatch(r"[1-9]\d{0,4}", text) else 0

    def keep_port(self, port: int) -> None:
        """Remember the port for the next run."""
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

    def partitions(self) -> frozenset[str]:
        """The folders of the partitions that Kafka knows (``topic-0``); one that it set aside has a suffix."""
        names = (path.name for path in self.topics.glob("*-*") if path.is_dir())
        return frozenset(name for name in names if re.search(r"-\d+$", name) and name != METADATA_PARTITION)

    def log_text(self) -> str:
        """The end of what the JVM and Kafka wrote in this run."""
        paths = (path for path in (self.console_log, self.server_log) if path.is_file())
        return "\n".join(path.read_text(errors="replace")[-LOG_TAIL:] for path in paths)

    def cause(self, log_text: str) -> str:
        """Why a run failed, in plain words. On a full disk the log cannot say so: it could not be written."""
        if shutil.disk_usage(self.root).free < FULL_BELOW_BYTES:
            return FULL
        return explain(log_text, f"see {self.server_log}")


def new_cluster_id() -> str:
    """A random id as Kafka makes them, but never with a leading ``-``: its storage tool takes that for an option."""
    while True:
        text = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        if not text.startswith("-"):
            return text
