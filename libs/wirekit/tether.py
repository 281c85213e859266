"""Ties a child process's life to that of its parent: the broker's JVM, the services under ``wirewatch up``.

Run by path, without our packages: ``python tether.py PARENT_PID SIGNAL COMMAND...``. On Linux it becomes the command,
which the kernel signals when the parent dies; elsewhere it stays and watches the parent. It never restarts anything.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>; lasts over exec
WATCH_SECONDS = 0.2


def tethered(command: list[str], death_signal: signal.Signals) -> list[str]:
    """The command line that runs *command* tied to this process, whose main thread must be the one that spawns it."""
    return [sys.executable, "-IS", __file__, str(os.getpid()), str(int(death_signal)), *command]


def die_with(parent: int, death_signal: int) -> None:
    """Have the kernel (Linux) signal this process when the thread of *parent* that spawned it ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, death_signal, 0, 0, 0)
    if os.getppid() != parent:  # it died before the call above
        sys.exit("the parent is gone")


def become(command: list[str], parent: int, death_signal: int) -> None:
    """Replace this process by the command, which gets the signal when the parent's thread that spawned us ends."""
    die_with(parent, death_signal)
    os.execv(command[0], command)  # noqa: S606 - no shell wanted


def watch(command: list[str], parent: int, death_signal: int) -> int:
    """Run the command as a child and signal it once the parent is gone; return its exit code as a shell would."""
    child = subprocess.Popen(command, close_fds=False)  # noqa: S603 - the inherited lock must stay open
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    while child.poll() is None:
        if os.getppid() != parent:
            child.send_signal(death_signal)
            parent = os.getppid()
        time.sleep(WATCH_SECONDS)
    return child.returncode if child.returncode >= 0 else 128 - child.returncode


if __name__ == "__main__":
    tie = become if sys.platform == "linux" else watch
    sys.exit(tie(sys.argv[3:], int(sys.argv[1]), int(sys.argv[2])))
