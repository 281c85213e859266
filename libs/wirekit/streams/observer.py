"""What the streams tell whoever measures them. They know no metrics library."""

from __future__ import annotations

from typing import Literal, Protocol

Fate = Literal["in", "out", "buried", "retried", "stale"]
"""``stale``: handled, then dropped, because the partition went to another owner meanwhile."""


class Observer(Protocol):
    """Called on the event loop, once a batch or less often; must return at once."""

    def counted(self, topic: str, fate: Fate, records: int) -> None:
        """*records* read from or written to *topic* met *fate*."""
        ...

    def batch_took(self, topic: str, seconds: float) -> None:
        """A batch of *topic* went from the reader to its acknowledgement in *seconds*."""
        ...

    def progressed(self, topic: str, partition: int, watermark: int, end: int) -> None:
        """Everything below *watermark* is done; *end* is the end of what is committed in the log, as last seen."""
        ...

    def rebalanced(self, group: str) -> None:
        """The group gave us partitions, or took them."""
        ...


class Unobserved:
    """Measures nothing."""

    def counted(self, topic: str, fate: Fate, records: int) -> None:
        """Ignored."""

    def batch_took(self, topic: str, seconds: float) -> None:
        """Ignored."""

    def progressed(self, topic: str, partition: int, watermark: int, end: int) -> None:
        """Ignored."""

    def rebalanced(self, group: str) -> None:
        """Ignored."""
