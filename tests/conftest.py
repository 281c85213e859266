"""Fixtures that every test may use. The policy: as few as possible.

A fixture is for what must be closed again (a broker, a server, a pool). Values come from `tests.builders`; a stand-in
lies beside the tests that need it. The smallest data set, inline where it fits. What lasts the session is tied to no
event loop.
"""

import asyncio
import re
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from wirekit.broker import EmbeddedKafka


@pytest.fixture(scope="session")
def kafka() -> Iterator[EmbeddedKafka]:
    """One Apache Kafka for the whole run; tests keep apart by `topic_prefix`. Never kill or freeze this one."""
    with tempfile.TemporaryDirectory(prefix="kafka-") as name, asyncio.Runner() as runner:
        broker = EmbeddedKafka(Path(name))
        runner.run(broker.start())
        yield broker
        runner.run(broker.stop())


@pytest.fixture
def topic_prefix(request: pytest.FixtureRequest) -> str:
    """A start for names of topics, groups and transactional ids that no other test uses: test name and 6 hex digits."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", request.node.name)[:100].strip("-")
    return f"{name}-{uuid.uuid4().hex[:6]}."
