"""What the children of a pool are asked to do in the tests; imported by the children, too."""

import ctypes
import os
import signal
import sys
import time
from pathlib import Path

from wirekit.errors import InvalidMessage
from wirekit.runtime import loading


def shout(item: bytes, context: bytes) -> bytes:
    """Upper case and the context, unless the item asks for trouble."""
    match item:
        case b"hang":
            _hang(context.decode())
        case b"hang holding the interpreter":
            ctypes.PyDLL(None).sleep(3_600)
        case b"segfault":
            ctypes.string_at(0)
        case b"exit":
            os._exit(3)
        case b"raise":
            raise ValueError("not this one")
        case b"full disk":
            raise OSError(28, "No space left on device")
        case b"reject":
            raise InvalidMessage("no_text", "the article is empty")
        case b"print":
            print("noise", flush=True)  # noqa: T201  # a library that prints must not break the answers
            sys.stdout.write("noise")
        case b"kill me once":
            _die_once(Path(context.decode()))
    return item.upper() + context


def _hang(marker: str) -> None:
    if marker:
        Path(marker).touch()
    time.sleep(3_600)


def _die_once(marker: Path) -> None:
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def compute(item: bytes, _context: bytes) -> bytes:
    """The item, unless it keeps the child at work without end."""
    while item == b"no end":
        pass
    return item


def load(item: bytes, _context: bytes) -> bytes:
    """The item, after something that takes three seconds was loaded."""
    with loading.announced():
        time.sleep(3)
    if item == b"hang":
        _hang("")
    return item


def slowly(item: bytes, _context: bytes) -> bytes:
    """The item, two milliseconds later."""
    time.sleep(0.002)
    return item


def pid(_item: bytes, _context: bytes) -> bytes:
    """The child's process id."""
    return str(os.getpid()).encode()


def linger(_item: bytes, context: bytes) -> bytes:
    """Write down the child's process id, then hang without ever giving the interpreter up."""
    Path(context.decode()).write_text(str(os.getpid()), encoding="ascii")
    ctypes.PyDLL(None).sleep(3_600)
    return b""


_prepared: list[str] = []


def prepare(preparation: str) -> None:
    """Remember what the pool asked for."""
    _prepared.append(preparation)


def prepared(_item: bytes, _context: bytes) -> bytes:
    """What the child was prepared with."""
    return ",".join(_prepared).encode()
