import os
from pathlib import Path

import pytest

from wirekit.broker.jars import LOCK_FILE, JarSource, parse_lock
from wirekit.broker.java import Java
from wirekit.broker.runtime import Runtime, archive_stem, is_downloaded

JAVA = Java(Path("/jdk/bin/java"), 25, "build 25.0.2+10")


@pytest.fixture
def jars(tmp_path: Path) -> tuple[Path, ...]:
    paths = (tmp_path / "one.jar", tmp_path / "two.jar")
    for path in paths:
        path.write_bytes(b"jar")
    return paths


def test_the_archive_is_used_once_it_is_there(jars: tuple[Path, ...]) -> None:
    runtime = Runtime(JAVA, jars, archive_stem(JAVA, jars))
    before = runtime.command("kafka.Kafka")
    runtime.archive.write_bytes(b"archive")

    sharing = f"-XX:SharedArchiveFile={runtime.base_archive}:{runtime.archive}"
    assert sharing not in before
    assert sharing in runtime.command("kafka.Kafka")


def test_the_command_names_java_class_path_and_arguments_in_order(jars: tuple[Path, ...]) -> None:
    command = Runtime(JAVA, jars, archive_stem(JAVA, jars)).command("-Xmx256m", "kafka.Kafka", "x.properties")

    assert command[0] == "/jdk/bin/java"
    assert command[-5:] == ["-cp", f"{jars[0]}:{jars[1]}", "-Xmx256m", "kafka.Kafka", "x.properties"]


def test_an_option_that_an_older_java_refuses_is_for_newer_ones_only(jars: tuple[Path, ...]) -> None:
    option = "--sun-misc-unsafe-memory-access=allow"
    old = Java(JAVA.path, 17, "build 17.0.15+6")

    assert option in Runtime(JAVA, jars, archive_stem(JAVA, jars)).command()
    assert option not in Runtime(old, jars, archive_stem(old, jars)).command()


def test_a_training_run_writes_a_new_archive_on_top_of_the_base(jars: tuple[Path, ...], tmp_path: Path) -> None:
    runtime = Runtime(JAVA, jars, archive_stem(JAVA, jars))
    command = runtime.command("kafka.Kafka", train=tmp_path / "new")

    assert f"-XX:SharedArchiveFile={runtime.base_archive}" in command
    assert f"-XX:ArchiveClassesAtExit={tmp_path / 'new'}" in command


def test_another_build_of_java_or_a_jar_fetched_again_needs_another_archive(jars: tuple[Path, ...]) -> None:
    stem = archive_stem(JAVA, jars)
    other_build = archive_stem(Java(JAVA.path, 25, "build 25.0.3+1"), jars)
    os.utime(jars[1], ns=(1, 1))

    assert len({stem, other_build, archive_stem(JAVA, jars)}) == 3


def test_the_same_java_in_another_folder_shares_the_archive(jars: tuple[Path, ...]) -> None:
    elsewhere = Java(Path("/other/bin/java"), JAVA.major, JAVA.build)

    assert archive_stem(elsewhere, jars) == archive_stem(JAVA, jars)


def test_a_start_will_fetch_nothing_once_every_jar_is_there(tmp_path: Path) -> None:
    environ = {"XDG_CACHE_HOME": str(tmp_path)}
    lock = parse_lock(LOCK_FILE.read_text())
    folder = JarSource.from_environment(environ).folder(lock)
    folder.mkdir(parents=True)
    before = is_downloaded(environ)
    for jar in lock.jars[1:]:
        (folder / jar.file_name).touch()
    all_but_one = is_downloaded(environ)
    (folder / lock.jars[0].file_name).touch()

    assert (before, all_but_one, is_downloaded(environ)) == (False, False, True)
