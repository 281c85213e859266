"""The lock file of the broker's jars: which ones, and their SHA-256. It holds no address of any host.

One jar a line, `group:artifact:version sha256`; lines that start with `#` are remarks.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from wirekit.broker.errors import BrokerError

LOCK_FILE = Path(__file__).with_name("kafka.lock")
# No slash and no leading dot: a coordinate becomes a file name.
_LINE = re.compile(r"(?P<coordinate>\w[\w.-]*:\w[\w.-]*:\w[\w.-]*) (?P<sha256>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class LockedJar:
    """One jar: its Maven coordinate `group:artifact:version` and the SHA-256 of its bytes in hex."""

    coordinate: str
    sha256: str

    @property
    def file_name(self) -> str:
        """Its name in the cache."""
        return self.coordinate.replace(":", "_") + ".jar"


@dataclass(frozen=True, slots=True)
class Lock:
    """All jars of one Kafka, in the order of the class path; `fingerprint` differs between any two lock files."""

    jars: tuple[LockedJar, ...]
    fingerprint: str


def parse_lock(text: str) -> Lock:
    """Reads a lock file.

    Raises:
        BrokerError: a line is not `group:artifact:version sha256`, or there is none at all.
    """
    jars: list[LockedJar] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None:
            raise BrokerError(f"kafka.lock line {number} is not `group:artifact:version sha256`: reinstall Wirewatch")
        jars.append(LockedJar(match["coordinate"], match["sha256"]))
    if not jars:
        raise BrokerError("kafka.lock names no jar: reinstall Wirewatch")
    return Lock(tuple(jars), hashlib.sha256(text.encode()).hexdigest()[:16])


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
