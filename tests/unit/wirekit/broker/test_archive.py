"""The archive is an optimisation: whatever happens to it, the broker starts."""

from pathlib import Path

import pytest

from wirekit.broker.archive import ensure_archive
from wirekit.broker.java import Java
from wirekit.broker.locks import try_lock
from wirekit.broker.runtime import Runtime


@pytest.fixture
def runtime(tmp_path: Path) -> Runtime:
    """Its Java notes that it was called, and fails."""
    java = tmp_path / "java"
    java.write_text(f"#!/bin/sh\ntouch {tmp_path}/called\nexit 1\n")
    java.chmod(0o755)
    cache = tmp_path / "cache"
    cache.mkdir()
    return Runtime(Java(java, 25, "build 25"), (cache / "one.jar",), cache / "java25-x")


def was_called(runtime: Runtime) -> bool:
    return runtime.java.path.with_name("called").exists()


def left_in_the_cache(runtime: Runtime) -> set[str]:
    return {path.name for path in runtime.archive.parent.iterdir()}


async def test_a_training_that_fails_leaves_nothing_and_stops_nobody(runtime: Runtime) -> None:
    await ensure_archive(runtime)

    assert was_called(runtime)
    assert left_in_the_cache(runtime) == {"archive.lock"}


async def test_an_archive_is_trained_once(runtime: Runtime) -> None:
    runtime.archive.write_bytes(b"trained")
    await ensure_archive(runtime)

    assert not was_called(runtime)


async def test_while_another_process_trains_we_go_on_without(runtime: Runtime) -> None:
    with (runtime.archive.parent / "archive.lock").open("w") as other:
        assert try_lock(other)
        await ensure_archive(runtime)

    assert not was_called(runtime)
