"""Waiting for what another process does: a poll with a generous deadline, never a sleep of a guessed length."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable


async def until(condition: Callable[[], bool | Awaitable[bool]], seconds: float = 30) -> None:
    """Return when *condition* holds; a test that waits longer fails with a TimeoutError."""
    async with asyncio.timeout(seconds):
        while True:  # files and processes set no event
            answer = condition()
            if answer if isinstance(answer, bool) else await answer:
                return
            await asyncio.sleep(0.02)
