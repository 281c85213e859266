"""Waiting for what another process does: a poll with a generous deadline, never a sleep of a guessed length."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable


async def until(condition: Callable[[], bool | Awaitable[bool]], seconds: float = 30) -> None:
    """Return when *condition* holds; a test that waits longer fails with a TimeoutError."""
    async with asyncio.timeout(seconds):
        while True:  # files and processes set no event
            asked = time.monotonic()
            answer = condition()
            if answer if isinstance(answer, bool) else await answer:
                return
            await asyncio.sleep(max(0.02, time.monotonic() - asked))  # a dear look is taken less often
