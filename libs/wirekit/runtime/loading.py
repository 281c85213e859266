"""How a function that a pool runs says that it loads something first: the item at hand does not pay for it.

Apart from ``pool_child``, which runs as the main module and is another one to whoever imports it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

_listeners: list[Callable[[bool], None]] = []


def tell(listener: Callable[[bool], None]) -> None:
    """From now on *listener* is called with True before each loading, and with False behind it."""
    _listeners.append(listener)


@contextmanager
def announced() -> Iterator[None]:
    """Say that what is done within takes its time; outside a pool nobody hears it."""
    _say(is_begun=True)
    try:
        yield
    finally:
        _say(is_begun=False)


def _say(*, is_begun: bool) -> None:
    for listener in _listeners:
        listener(is_begun)
