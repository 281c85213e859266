"""Locks on files, and the claim on a data directory: one broker at a time, known by the process that started it.

A lock goes with the last process that holds the file open, so it can never be stale. The JVM inherits the claim, which
so lasts until parent and JVM are both gone.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
from pathlib import Path
from typing import IO

from wirekit.broker.errors import BrokerError

# A JVM whose parent was killed is given this long to end.
HANDOVER_SECONDS = 20.0
POLL_SECONDS = 0.05
LONGEST_PID = 20


def try_lock(handle: IO[str]) -> bool:
    """Take the lock if nobody has it; never waits."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_claimed(root: Path) -> bool:
    """Whether a broker has the directory *root* now; makes nothing there."""
    try:
        with (root / "lock").open("r") as handle:
            return not try_lock(handle)
    except FileNotFoundError:
        return False


def wait_for_lock(handle: IO[str]) -> None:
    """Take the lock, waiting for as long as another process has it."""
    fcntl.flock(handle, fcntl.LOCK_EX)


async def claim_directory(root: Path) -> IO[str]:
    """Take the directory; closing the handle (all copies of it) gives it up.

    Raises:
        BrokerError: A living process has it, or the JVM of a dead one that does not end.
        OSError: The directory cannot be written.
    """
    handle = (root / "lock").open("a+")
    try:
        await _wait_for(handle, root)
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
    except BaseException:
        handle.close()
        raise
    return handle


async def _wait_for(handle: IO[str], root: Path) -> None:
    polls = 0
    while not try_lock(handle):
        holder = _holder(handle)
        if _is_alive(holder):
            raise BrokerError(f"the data directory {root} is in use by process {holder}: stop that one first")
        if polls * POLL_SECONDS > HANDOVER_SECONDS:
            raise BrokerError(f"the data directory {root} is in use by a JVM that process {holder} left: kill it")
        polls += 1
        await asyncio.sleep(POLL_SECONDS)


def _holder(handle: IO[str]) -> int:
    handle.seek(0)
    text = handle.read(LONGEST_PID)
    return int(text) if text.isdigit() else 0


def _is_alive(pid: int) -> bool:
    if not pid:  # the owner has locked the file and not written yet
        return False
    with contextlib.suppress(PermissionError):  # alive, and somebody else's
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
    return True
