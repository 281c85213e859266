"""Containers that last the session. Where they cannot be had the tests skip and say why; in CI that is a failure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from testcontainers.community.postgres import PostgresContainer

from tests import containers


@pytest.fixture(scope="session")
def kafka_container() -> Iterator[containers.Kafka]:
    """A broker in a container; a test may kill it, as long as it is back at the end."""
    containers.need("kafka")
    containers.remove_leftovers()
    with containers.Kafka() as broker:
        yield broker


@pytest.fixture(scope="session")
def postgres_container() -> Iterator[PostgresContainer]:
    """A database server in a container."""
    containers.need("postgres")
    containers.remove_leftovers()
    with containers.postgres() as server:
        yield server
