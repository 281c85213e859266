import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from wirekit.broker import BrokerError
from wirekit.broker.locks import claim_directory


def start(command: list[str], *claims: IO[str]) -> subprocess.Popen[bytes]:
    """Starts a program that ends when its standard input is closed (by `communicate`)."""
    return subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=[claim.fileno() for claim in claims])


async def test_a_second_claim_names_the_process_that_has_the_directory(tmp_path: Path) -> None:
    message = rf"{tmp_path} is in use by process {os.getpid()}: stop that one first"
    with await claim_directory(tmp_path), pytest.raises(BrokerError, match=message):
        await claim_directory(tmp_path)


async def test_a_claim_given_up_can_be_taken(tmp_path: Path) -> None:
    (await claim_directory(tmp_path)).close()

    with await claim_directory(tmp_path) as claim:
        assert not claim.closed


async def test_a_claim_that_a_child_inherited_outlives_the_closed_handle(tmp_path: Path) -> None:
    with await claim_directory(tmp_path) as claim:
        child = start(["/bin/cat"], claim)
    try:
        with pytest.raises(BrokerError, match="is in use"):
            await claim_directory(tmp_path)
    finally:
        child.communicate()

    (await claim_directory(tmp_path)).close()


async def test_the_child_of_a_dead_owner_is_waited_for(tmp_path: Path) -> None:
    owner = (
        "import fcntl, os, subprocess, sys\n"
        "handle = open(sys.argv[1], 'w')\n"
        "fcntl.flock(handle, fcntl.LOCK_EX)\n"
        "print(os.getpid(), file=handle, end='', flush=True)\n"
        "subprocess.Popen(['/bin/cat'], pass_fds=(handle.fileno(),))\n"
    )
    process = start([sys.executable, "-c", owner, str(tmp_path / "lock")])
    process.wait()
    claiming = asyncio.create_task(claim_directory(tmp_path))
    await asyncio.sleep(0.2)
    waited = not claiming.done()
    process.communicate()

    with await claiming as claim:
        assert waited
        claim.seek(0)
        assert claim.read() == str(os.getpid())
