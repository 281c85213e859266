"""A broker with a listener of each kind, for the tests of this folder together: its certificates take a while."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.integration.kafka.ways import Ways
from tests.secured_kafka import SecuredKafka, TokenEndpoint


@pytest.fixture(scope="session")
def secured_kafka() -> Iterator[SecuredKafka]:
    """Never kill or freeze it; tests keep apart by `topic_prefix`."""
    with tempfile.TemporaryDirectory(prefix="kafka-") as name, asyncio.Runner() as runner:
        secured = SecuredKafka.prepare(Path(name))
        runner.run(secured.broker.start())
        yield secured
        runner.run(secured.broker.stop())


@pytest.fixture
async def endpoint() -> AsyncIterator[TokenEndpoint]:
    """Where tokens are given."""
    async with TokenEndpoint().serving() as serving:
        yield serving


@pytest.fixture
def ways(secured_kafka: SecuredKafka, endpoint: TokenEndpoint, tmp_path: Path) -> Ways:
    """Each way in, as settings."""
    return Ways(secured_kafka, endpoint, tmp_path)
