"""How a function that a pool runs says that it loads something first: the item at hand does not pay for it.

Apart from ``pool_child``, which runs as the main module and is another one to whoever imports it.
"""

from __future__ import annotations

from collections.abc import Callable

_listeners: list[Callable[[], None]] = []


def tell(listener: Callable[[], None]) -> None:
    """From now on *listener* is called for each announcement."""
    _listeners.append(listener)


def announce() -> None:
    """Say that what comes now takes its time; outside a pool nobody hears it."""
    for listener in _listeners:
        listener()
