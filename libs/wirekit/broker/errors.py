"""What went wrong with the embedded broker, in one line that says what to do.

Kafka and the JVM report in log lines; ``explain`` turns the known ones into plain words. It never hides the log: the
error's ``detail`` holds the last lines that matter.
"""

from __future__ import annotations

import re

FULL = "the disk is full: make room and start again"
DAMAGED = "the data directory is damaged: restore it, or move it away and begin anew"
NEWER = "the data directory was written by a newer Kafka: upgrade Wirewatch"
HINTS = {
    "Address already in use": "the port is taken by another program",
    "No space left on device": FULL,
    "Failed to acquire lock on file": "another broker uses this data directory",
    "doesn't match stored": "the data directory belongs to another cluster",
    "Could not reserve enough space": "there is too little memory for the JVM",
    "OutOfMemoryError": "the heap is too small: raise heap_mb",
    "ConfigException": "a broker setting is wrong",
    "Permission denied": "the data directory is not writable",
    "Read-only file system": "the data directory is not writable",
    "Can't read version": NEWER,
    "Unknown meta.properties version": NEWER,
    "node ID not found": DAMAGED,
    "meta.properties": DAMAGED,
    "Corrupt": DAMAGED,
    "Error while reading the Quorum status": DAMAGED,
}
"""A sign in the log and its meaning. The first sign that occurs wins, so the order is from cause to consequence."""

DETAIL_LINES = 12
DETAIL_WIDTH = 300


class BrokerError(RuntimeError):
    """The embedded broker cannot be started or run.

    The first line of the message says what is wrong and what to do; ``detail`` has the end of the log.
    """

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(f"{message}\n{detail}" if detail else message)
        self.detail = detail


def explain(text: str, otherwise: str) -> str:
    """The meaning of the first known sign in a log or an error's text; *otherwise* if there is none."""
    return next((meaning for sign, meaning in HINTS.items() if sign in text), otherwise)


def telling_lines(log_text: str) -> str:
    """The last few lines that report an error, each cut to a readable width; the last lines where none does."""
    lines = log_text.splitlines()
    telling = [line for line in lines if re.search("ERROR|FATAL|Exception|Error", line)] or lines
    return "\n".join(line[:DETAIL_WIDTH] for line in telling[-DETAIL_LINES:])
