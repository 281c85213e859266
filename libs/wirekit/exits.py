"""The exit codes of a service, and the way out that nothing can hold up. Knows no reason for an end."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn

EXIT_CONFIG = 2
EXIT_CRASHED = 70
"""EX_SOFTWARE of sysexits.h."""


def exit_at_once(code: int) -> NoReturn:
    """Write out what was said and end the process: threads and children of libraries could hold an exit for ever."""
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)
