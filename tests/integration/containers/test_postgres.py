"""A client's view of the PostgreSQL of docker-compose.yml."""

from __future__ import annotations

import psycopg
import pytest
from psycopg.rows import scalar_row
from testcontainers.community.postgres import PostgresContainer

pytestmark = pytest.mark.containers


async def test_what_is_committed_another_connection_reads(postgres_container: PostgresContainer) -> None:
    url = postgres_container.get_connection_url()
    async with await psycopg.AsyncConnection.connect(url) as writer:
        await writer.execute("create table sentences (text text)")
        await writer.execute("insert into sentences values (%s)", ("김정은은 쇼이구를 만났다.",))
    async with await psycopg.AsyncConnection.connect(url, row_factory=scalar_row) as reader:
        found = await (await reader.execute("select text from sentences")).fetchall()

    assert found == ["김정은은 쇼이구를 만났다."]


async def test_two_workers_never_claim_the_same_row(postgres_container: PostgresContainer) -> None:
    url = postgres_container.get_connection_url()
    claim = "select number from work order by number limit 1 for update skip locked"
    async with await psycopg.AsyncConnection.connect(url, row_factory=scalar_row) as first:
        await first.execute("create table work as select generate_series(1, 2) as number")
        await first.commit()
        async with await psycopg.AsyncConnection.connect(url, row_factory=scalar_row) as second:
            claims = [await (await worker.execute(claim)).fetchone() for worker in (first, second)]

    assert claims == [1, 2]
