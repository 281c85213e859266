"""What the kernel says about a process, by proc(5), and one that it does not let go on."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def state_of(pid: int) -> str:
    """The state letter (`S` sleeps, `T` is frozen, `Z` is a zombie: dead, its parent has not asked); empty if gone."""
    return _state_in(Path(f"/proc/{pid}"))


def _state_in(folder: Path) -> str:
    try:
        return (folder / "stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def is_running(pid: int) -> bool:
    return state_of(pid) not in ("Z", "")


@contextmanager
def frozen(pid: int | None) -> Iterator[None]:
    """Stop the process in its tracks (SIGSTOP) during the block: connections stay open and nothing answers.

    The kernel stops one thread after the other, so a busy machine may let some answer for a while: that is waited for.
    """
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    try:
        while any(_state_in(thread) not in ("T", "Z", "") for thread in Path(f"/proc/{pid}/task").glob("*")):
            time.sleep(0.01)
        yield
    finally:
        os.kill(pid, signal.SIGCONT)
