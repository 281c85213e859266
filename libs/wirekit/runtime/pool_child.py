"""The child of a pool: reads items from standard input, answers one by one on standard output, dies with its parent.

Run as ``python -m wirekit.runtime.pool_child package.module:function parent-pid preparation``. A broken pipe or the end
of input means that the parent is gone; on Linux the kernel also kills a child that hangs at that moment
(PR_SET_PDEATHSIG). What the function prints goes to standard error.
"""

from __future__ import annotations

import faulthandler
import importlib
import json
import os
import signal
import struct
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO, cast

from wirekit.errors import InvalidMessage
from wirekit.runtime import loading
from wirekit.tether import die_with

LENGTH = struct.Struct(">BQ")
"""Before each payload: its kind, and its length in bytes."""
READY = b"ready\n"
ANSWERED, FAILED, LOADING, LOADED = 0, 1, 2, 3
ENVIRONMENT = "environment"
"""The reason of a failure that is the machine's, not the item's: a full disk, no memory. Worth another try."""
_MOST_DETAIL = 2_000

Function = Callable[[bytes, bytes], bytes]


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that has no result: a stable reason, and a sentence for the operator."""

    reason: str
    detail: str = ""

    def to_bytes(self) -> bytes:
        """As JSON."""
        return json.dumps([self.reason, self.detail[:_MOST_DETAIL]]).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Failure:
        """Read what ``to_bytes`` wrote."""
        reason, detail = json.loads(data)
        return cls(reason, detail)


def frames(payloads: Sequence[bytes], items: int) -> Iterator[bytes]:
    """A chunk on the wire: the number of items, the context, the items."""
    yield LENGTH.pack(ANSWERED, items)
    for payload in payloads:
        yield LENGTH.pack(ANSWERED, len(payload))
        yield payload


def main(path: str, parent: int, preparation: str) -> None:
    """Serve the function at *path* until the parent ends; *preparation*, if any, is for its module's ``prepare``."""
    questions, answers = _private_streams()
    die_with(parent, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent stops in order
    faulthandler.enable()
    module_name, _, name = path.partition(":")
    module = importlib.import_module(module_name)
    function = cast("Function", getattr(module, name))
    if preparation:
        module.prepare(preparation)
    _write(answers, READY)
    loading.tell(lambda is_begun: _write(answers, LENGTH.pack(LOADING if is_begun else LOADED, 0)))
    while header := questions.read(LENGTH.size):
        _, items = LENGTH.unpack(header)
        context = _read(questions)
        for _ in range(items):
            kind, payload = _call(function, _read(questions), context)
            _write(answers, LENGTH.pack(kind, len(payload)), payload)


def _call(function: Function, item: bytes, context: bytes) -> tuple[int, bytes]:
    try:
        return ANSWERED, function(item, context)
    except InvalidMessage as rejection:
        return FAILED, Failure(rejection.reason, rejection.detail).to_bytes()
    except (OSError, MemoryError) as error:
        return FAILED, Failure(ENVIRONMENT, f"{type(error).__name__}: {error}").to_bytes()
    except Exception as error:  # noqa: BLE001 - one item must not cost the others their child
        return FAILED, Failure("raised", f"{type(error).__name__}: {error}").to_bytes()


def _write(answers: BinaryIO, *pieces: bytes) -> None:
    answers.writelines(pieces)
    answers.flush()


def _read(questions: BinaryIO) -> bytes:
    _, length = LENGTH.unpack(questions.read(LENGTH.size))
    return questions.read(length)


def _private_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for ourselves; from now on whoever prints writes to standard error."""
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    return questions, answers


if __name__ == "__main__":
    with suppress(BrokenPipeError):  # the parent is gone, or stopped while we loaded
        main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
