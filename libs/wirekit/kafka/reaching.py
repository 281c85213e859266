"""Waits for a Kafka that does not answer: what asks it at a start asks until it does.

Says nothing: aiokafka names the address and the reason, and `wirekit.runtime.logs` makes one line of that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from aiokafka.errors import KafkaError, KafkaTimeoutError

AGAIN_SECONDS = 1.0

T = TypeVar("T")


async def until_answered(ask: Callable[[], Awaitable[T]]) -> T:
    """What *ask* returns once Kafka answers; each second it is asked again, for as long as it takes.

    Raises:
        KafkaError: Kafka answered that it will not, now or later.
    """
    while True:
        try:
            return await ask()
        except (KafkaTimeoutError, TimeoutError):
            pass
        except KafkaError as error:
            if not error.retriable and type(error) is not KafkaError:  # bare: no broker gave it the metadata
                raise
        await asyncio.sleep(AGAIN_SECONDS)
