"""The process around the JVM, with other programs in its place."""

import os
import signal
from pathlib import Path

import pytest

from tests.polling import until
from tests.processes import state_of
from wirekit.broker.directory import DataDirectory
from wirekit.broker.process import JvmProcess

SLEEP = ["/bin/sleep", "600"]
DEAF = ["/bin/sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 0.05; done"]


@pytest.fixture
def directory(tmp_path: Path) -> DataDirectory:
    return DataDirectory(tmp_path)


def spawn(command: list[str], directory: DataDirectory) -> JvmProcess:
    with (directory.root / "lock").open("w") as claim:
        return JvmProcess.spawn(command, directory, claim, signal.SIGTERM)


async def test_a_process_that_obeys_ends_by_sigterm(directory: DataDirectory) -> None:
    process = spawn(SLEEP, directory)
    await process.terminate(patience=20)

    assert process.exit_code() == -signal.SIGTERM


async def test_a_process_that_does_not_obey_is_killed(directory: DataDirectory) -> None:
    process = spawn(DEAF, directory)
    await until(lambda: directory.console_log.read_text() != "")
    await process.terminate(patience=0.2)

    assert process.exit_code() == -signal.SIGKILL


async def test_a_frozen_process_is_woken_to_end(directory: DataDirectory) -> None:
    process = spawn(SLEEP, directory)
    process.signal(signal.SIGSTOP)
    await until(lambda: state_of(process.pid) == "T")
    await process.terminate(patience=20)

    assert process.exit_code() == -signal.SIGTERM


async def test_a_signal_to_a_process_that_has_ended_is_nothing(directory: DataDirectory) -> None:
    process = spawn(["/bin/sh", "-c", "exit 7"], directory)

    assert await process.ended() == 7
    process.signal(signal.SIGTERM)
    process.kill()
    assert process.exit_code() == 7


async def test_ctrl_c_for_our_process_group_does_not_reach_it(directory: DataDirectory) -> None:
    process = spawn(SLEEP, directory)
    own_session = os.getsid(process.pid)
    process.kill()

    assert own_session == process.pid != os.getsid(0)
