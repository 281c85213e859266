"""The ports of a newsroom on one machine: the documented ones, or free ones beside them; and which Kafka is its own."""

from __future__ import annotations

import fcntl
import json
import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import IO

from wirekit.errors import ConfigError
from wirewatch.cli.newsroom.place import DEFAULT_DIR, absence, nearest_newsroom

LOOPBACK = "127.0.0.1"
_KEPT = "ports.json"
# Where everybody may write, anybody may have made it before us.
_REMEDY = "remove it, or set TMPDIR to a folder that you alone may write"


@dataclass(frozen=True, slots=True)
class Ports:
    """Where everything listens on 127.0.0.1; the defaults are the documented ones."""

    kafka: int = 8792
    console: int = 8780
    poller_health: int = 8781
    enricher_health: int = 8782
    alerter_health: int = 8783
    notifier_health: int = 8784
    console_health: int = 8785
    demo_feeds: int = 8795
    demo_receiver: int = 8796

    def health(self, service: str) -> int:
        """The health port of *service*."""
        return int(getattr(self, f"{service}_health"))


@contextmanager
def claimed_ports(wanted: Ports = Ports()) -> Iterator[Ports]:
    """The ports *wanted*, by default the documented ones, and any free one in the place of each that is taken.

    Until the end of the block no other newsroom of this user chooses them, though nothing listens there yet: each claim
    is a lock on a byte of one file, which ends with the process at the latest. Raises ConfigError where that file
    cannot be had.
    """
    from wirekit.broker import free_port, is_free  # noqa: PLC0415 - a health check loads this module, and no broker

    chosen = asdict(wanted)
    with _claims_file() as claims:
        for name in chosen:
            while not (_claim(claims, chosen[name]) and is_free(chosen[name])):
                chosen[name] = free_port()
        yield Ports(**chosen)


def _claims_file() -> IO[bytes]:
    try:
        path = Path(tempfile.gettempdir(), f"wirewatch-ports-{os.getuid()}")
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600), "r+b", 0)
    except OSError as error:
        raise ConfigError(f"{error.filename or tempfile.tempdir}: {error.strerror or error}: {_REMEDY}") from None
    found = os.fstat(file.fileno())
    if found.st_uid != os.getuid() or not stat.S_ISREG(found.st_mode):
        file.close()
        raise ConfigError(f"{path} is not a file of ours: {_REMEDY}")
    return file


def _claim(claims: IO[bytes], port: int) -> bool:
    try:
        fcntl.lockf(claims, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, port)
    except BlockingIOError:
        return False
    return True


def own_kafka(directory: Path, other: str = "a --kafka") -> str:
    """Where the Kafka answers that `up` runs for the newsroom in *directory*; *other* is what may be named instead.

    Raises:
        ConfigError: It is not there, or does not run: whoever answers at its last address is another newsroom's.
    """
    from wirekit.broker.directory import DataDirectory  # noqa: PLC0415 - the same
    from wirekit.broker.locks import is_claimed  # noqa: PLC0415 - the same

    if not directory.exists():
        raise ConfigError(absence(directory))
    root = (directory / "data" / "kafka").absolute()
    port = DataDirectory(root).kept_port()
    if not port or not is_claimed(root):
        raise ConfigError(f"{directory} does not run: start it with `wirewatch up {directory}`, or name {other}")
    return f"{LOOPBACK}:{port}"


def nearest_kafka(directory: Path | None = None) -> str:
    """That of *directory*, or of the nearest newsroom; where that was never made, the documented address: the demo's.

    Raises:
        ConfigError: *directory* does not run, or is not there.
    """
    meant = directory or nearest_newsroom()
    if meant == DEFAULT_DIR and not meant.exists():
        return f"{LOOPBACK}:{Ports().kafka}"
    return own_kafka(meant) if directory else own_kafka(meant, "the one that runs by --newsroom DIR, or a --kafka")


def refuse_taken(environment: Mapping[str, str]) -> None:
    """ConfigError where a port that *environment* sets for a service is taken."""
    from wirekit.broker import is_free  # noqa: PLC0415 - as above

    settings = (f"WIREWATCH_{name.upper()}_PORT" for name in asdict(Ports()))
    for setting in settings:
        if (port := environment.get(setting)) and not is_free(int(port)):
            raise ConfigError(f"{setting}: port {port} is taken: stop the other program, or choose another")


def is_newer_than_start(file: Path, data: Path) -> bool:
    """Whether *file* was written since the newsroom with its data in *data* was last started."""
    started = data / _KEPT
    return started.exists() and file.stat().st_mtime > started.stat().st_mtime


def refuse_unwritable(data: Path) -> None:
    """ConfigError where ports could not be claimed, or `keep_ports` could not write; changes no note that is there."""
    _claims_file().close()
    with _kept_for_writing(data) as kept:
        kept.open("ab").close()


def keep_ports(data: Path, ports: Ports) -> None:
    """Write down in the folder *data* where its newsroom listens, for commands in other terminals, or ConfigError."""
    with _kept_for_writing(data) as kept:
        kept.write_text(json.dumps(asdict(ports)), encoding="ascii")


@contextmanager
def _kept_for_writing(data: Path) -> Iterator[Path]:
    kept = data / _KEPT
    try:
        data.mkdir(parents=True, exist_ok=True)
        yield kept
    except OSError as error:
        raise ConfigError(f"{error.filename or kept} cannot be written: {error.strerror or error}") from None


def kept_ports(data: Path) -> Ports:
    """Where the newsroom with its data in *data* listens or last did; the documented ports where it never ran."""
    try:
        kept = json.loads((data / _KEPT).read_bytes())
        return Ports(**{field.name: int(kept[field.name]) for field in fields(Ports)})
    except (OSError, ValueError, LookupError, TypeError):
        return Ports()
