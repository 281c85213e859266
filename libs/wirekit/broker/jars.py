"""The class path of Kafka: every jar of the lock file, fetched once and checked at every start.

The lock file, ``kafka.lock``, has one jar a line, ``group:artifact:version sha256``; it holds no address of any host.
jgo fetches but protects nothing (it accepts truncated and altered files), so a jar is downloaded into a folder of its
own, compared with the lock, and only then moved into the cache. Nothing in the cache is used without that check.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import structlog

from wirekit.broker.errors import BrokerError
from wirekit.broker.locks import wait_for_lock

LOCK_FILE = Path(__file__).with_name("kafka.lock")
DOWNLOAD_SECONDS = 20
# No slash and no leading dot: a coordinate becomes a file name.
_LINE = re.compile(r"(?P<coordinate>\w[\w.-]*:\w[\w.-]*:\w[\w.-]*) (?P<sha256>[0-9a-f]{64})")

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class LockedJar:
    """One jar: its Maven coordinate ``group:artifact:version`` and the SHA-256 of its bytes in hex."""

    coordinate: str
    sha256: str

    @property
    def file_name(self) -> str:
        """Its name in the cache."""
        return self.coordinate.replace(":", "_") + ".jar"


@dataclass(frozen=True, slots=True)
class Lock:
    """All jars of one Kafka, in the order of the class path; ``fingerprint`` differs between any two lock files."""

    jars: tuple[LockedJar, ...]
    fingerprint: str


def parse_lock(text: str) -> Lock:
    """Read a lock file.

    Raises:
        BrokerError: A line is not ``group:artifact:version sha256``, or there is none at all.
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


@dataclass(frozen=True, slots=True)
class JarSource:
    """Where jars are kept and where they come from.

    ``mirror`` is the address of a company's own Maven repository; without it jgo asks the public one. ``local`` is the
    user's local Maven repository: a matching jar there saves the download.
    """

    cache: Path
    local: Path
    mirror: str | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """The user's cache folder and Maven repository, by the variables that other programs obey too."""
        cache = Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        local = Path(environ.get("M2_REPO") or Path.home() / ".m2" / "repository")
        return cls(cache / "wirewatch" / "kafka", local, environ.get("WIREWATCH_MAVEN_MIRROR") or None)

    def folder(self, lock: Lock) -> Path:
        """Where the jars of one lock file lie; two versions of Wirewatch never share a folder by accident."""
        return self.cache / lock.fingerprint


def ensure_jars(lock: Lock, source: JarSource) -> tuple[Path, ...]:
    """The jars of the lock file, verified, in its order; fetches what is missing or damaged and nothing else.

    Raises:
        BrokerError: A jar could not be fetched or is not the locked one, or the cache cannot be written.
    """
    folder = source.folder(lock)
    try:
        if _missing(lock, folder):
            with _one_downloader(folder):
                _fetch_all(_missing(lock, folder), folder, source)
    except OSError as error:
        raise BrokerError(f"the cache {folder} cannot be used ({error}): set XDG_CACHE_HOME") from error
    return tuple(folder / jar.file_name for jar in lock.jars)


def _missing(lock: Lock, folder: Path) -> list[LockedJar]:
    return [jar for jar in lock.jars if not _is_intact(folder / jar.file_name, jar)]


def _is_intact(path: Path, jar: LockedJar) -> bool:
    return path.is_file() and sha256_of(path) == jar.sha256


@contextmanager
def _one_downloader(folder: Path) -> Iterator[None]:
    """Make a second process wait until the first has fetched everything, instead of fetching it again."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "download.lock").open("w") as handle:
        wait_for_lock(handle)
        yield


def _fetch_all(jars: list[LockedJar], folder: Path, source: JarSource) -> None:
    if not jars:
        return
    log.info("broker.download_started", jars=len(jars), cache=str(folder))
    with tempfile.TemporaryDirectory(dir=folder, prefix="download-") as staging:
        for jar in jars:
            _fetch(jar, folder / jar.file_name, Path(staging), source)
    log.info("broker.download_finished", jars=len(jars))


def _fetch(jar: LockedJar, target: Path, staging: Path, source: JarSource) -> None:
    local = source.local.joinpath(*_repository_path(jar.coordinate))
    found = local if _is_intact(local, jar) else _download(jar.coordinate, staging, source.mirror)
    if not _is_intact(found, jar):
        raise BrokerError(f"{jar.coordinate} does not have the SHA-256 that kafka.lock names: refused")
    verified = staging / "verified"
    shutil.copyfile(found, verified)
    verified.replace(target)


def _repository_path(coordinate: str) -> tuple[str, ...]:
    group, artifact, version = coordinate.split(":")
    return (*group.split("."), artifact, version, f"{artifact}-{version}.jar")


def _download(coordinate: str, staging: Path, mirror: str | None) -> Path:
    try:
        from jgo.maven import MavenContext, PythonResolver  # noqa: PLC0415 - slow to import and seldom needed
    except ImportError as error:
        raise BrokerError("jgo, which fetches Kafka's jars, is missing: install wirewatch[embedded]") from error
    remote = {"mirror": mirror} if mirror else None
    context = MavenContext(PythonResolver(), staging, local_repos=[], remote_repos=remote, timeout=DOWNLOAD_SECONDS)
    try:
        return Path(context.create_dependency(coordinate).artifact.resolve())
    except (OSError, RuntimeError) as error:  # all errors of `requests` are OSError; RuntimeError is jgo's 404
        raise BrokerError(
            f"could not download {coordinate} ({type(error).__name__}): the first start needs the Maven repository; "
            "check the network and HTTPS_PROXY, or set WIREWATCH_MAVEN_MIRROR"
        ) from error
