"""Waiting for what another process does: a poll with a generous deadline, never a sleep of a guessed length."""

import asyncio
from collections.abc import Callable

SECONDS = 30.0


async def eventually(condition: Callable[[], bool], seconds: float = SECONDS) -> None:
    """Returns once the condition holds; raises TimeoutError if it does not within that time."""
    async with asyncio.timeout(seconds):
        while not condition():  # files and processes set no event
            await asyncio.sleep(0.02)
