"""A broker that a test may stop, and luck that can be repeated."""

from __future__ import annotations

import random
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from wirekit.broker import EmbeddedKafka


@pytest.fixture
async def own_kafka() -> AsyncIterator[EmbeddedKafka]:
    """A broker of this test alone."""
    with tempfile.TemporaryDirectory(prefix="kafka-") as name:
        broker = EmbeddedKafka(Path(name))
        await broker.start()
        yield broker
        await broker.stop()


@pytest.fixture
def luck() -> random.Random:
    """Moments for faults; the seed is in the report of a test that fails."""
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # noqa: T201  # pytest shows it where a test fails
    return random.Random(seed)
