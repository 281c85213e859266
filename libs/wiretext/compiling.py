"""Compiles functions of whole numbers by numba, where the extra ``ner`` is installed. Knows none of them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any


@cache
def compiled(function: Callable[..., Any]) -> Callable[..., Any] | None:
    """*function* compiled by numba at its first call, once a process; None where numba is not installed.

    What was compiled is kept beside the module of *function*, or where ``NUMBA_CACHE_DIR`` says, and made anew in each
    process where neither can be written.
    """
    load()
    numba = sys.modules.get("numba")
    if numba is None:
        return None
    try:
        fast: Callable[..., Any] = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # "no locator available": nowhere to keep it
        fast = numba.njit(nogil=True)(function)
    return fast


def load() -> None:
    """Load numba where it is installed: half a second, for who has much to look through."""
    with suppress(ImportError):
        import numba  # noqa: F401, PLC0415 - an extra


def compiled_if_loaded(function: Callable[..., Any]) -> Callable[..., Any] | None:
    """As ``compiled``; None also where nobody has loaded numba so far, for what is too small to wait for it."""
    return compiled(function) if "numba" in sys.modules else None
