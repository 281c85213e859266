"""What the kernel says about a process, by proc(5), and one that it does not let go on."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def state_of(pid: int) -> str:
    """The state letter (`S` sleeps, `T` is frozen, `Z` is a zombie: dead, its parent has not asked); empty if gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return ""


def is_running(pid: int) -> bool:
    return state_of(pid) not in ("Z", "")


@contextmanager
def frozen(pid: int | None) -> Iterator[None]:
    """Stop the process in its tracks (SIGSTOP) during the block: connections stay open and nothing answers."""
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)
