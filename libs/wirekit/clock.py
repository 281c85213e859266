"""Time as a dependency: the only module that reads the wall clock."""

from __future__ import annotations

import datetime as dt
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> dt.datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> dt.datetime:
        """The present instant, aware, in UTC."""
        return dt.datetime.now(dt.UTC)
