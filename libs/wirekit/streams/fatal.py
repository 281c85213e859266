"""The end of a process that can no longer keep its promises: exit code 70, nothing acknowledged.

For places that have nobody to raise to: callbacks whose errors a library only logs, background tasks, the watchdog.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

EXIT_CODE = 70  # EX_SOFTWARE of sysexits.h

log = structlog.get_logger()


def fatal(reason: BaseException | str) -> None:
    """Log *reason*, dump the stacks of all threads to standard error, and exit at once without any clean-up."""
    log.critical("process.failed", reason=str(reason) or repr(reason), error=type(reason).__name__)
    if isinstance(reason, BaseException):
        sys.excepthook(type(reason), reason, reason.__traceback__)
    faulthandler.dump_traceback(all_threads=True)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(EXIT_CODE)


@contextmanager
def fatal_on_error() -> Iterator[None]:
    """Whatever the block raises ends the process; cancellation passes."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - nobody above would act on it
        fatal(error)
