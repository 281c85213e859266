"""A lock on an open file. It goes with the last process that holds the file open, so it can never be stale."""

import fcntl
from typing import IO


def try_lock(handle: IO[str]) -> bool:
    """Takes the lock if nobody has it; never waits."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def wait_for_lock(handle: IO[str]) -> None:
    """Takes the lock, waiting for as long as another process has it."""
    fcntl.flock(handle, fcntl.LOCK_EX)
