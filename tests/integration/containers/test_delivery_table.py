"""The delivery table in PostgreSQL."""

from __future__ import annotations

import uuid

import psycopg
import pytest
from testcontainers.community.postgres import PostgresContainer

from tests.integration.notifier.receiver import a_receiver
from tests.integration.notifier.running import a_notifier, alert_record, an_endpoint
from tests.integration.notifier.table_contract import *  # noqa: F403 - the contract's tests run here

pytestmark = pytest.mark.containers


@pytest.fixture
def url(postgres_container: PostgresContainer) -> str:
    """A database of its own."""
    server = postgres_container.get_connection_url()
    name = f"d{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return f"{server.rpartition('/')[0]}/{name}".replace("postgresql://", "postgresql+psycopg://")


async def test_two_notifiers_on_one_database_send_each_alert_once(url: str) -> None:
    async with (
        a_receiver() as receiver,
        a_notifier(url, an_endpoint(receiver.url)) as first,
        a_notifier(url, an_endpoint(receiver.url)) as second,
    ):
        records = [alert_record(offset, alert_id=f"alr_{offset}") for offset in range(100)]
        for start in range(0, 100, 10):
            await first.intake.handle(records[start : start + 10])
            await second.intake.handle(records[start : start + 10])
        await receiver.received(100)
        await first.published.outcomes(1)

    assert set(receiver.times().values()) == {1}
    assert len(receiver.times()) == 100
