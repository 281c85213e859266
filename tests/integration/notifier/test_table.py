"""The delivery table in an SQLite file."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.integration.notifier.table_contract import *  # noqa: F403 - the contract's tests run here
from wirekit.errors import ConfigError, TemporaryFailure
from wirewatch.notifier.adapters import database as adapter
from wirewatch.notifier.adapters.database import opened
from wirewatch.notifier.adapters.deliveries import DeliveryTable


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'new' / 'deliveries.db'}"


async def test_the_file_outlives_a_power_cut_and_lets_others_read(tmp_path: Path) -> None:
    async with opened(f"sqlite:///{tmp_path / 'd.db'}") as database:
        settings = await database.transact(
            lambda connection: [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("journal_mode", "synchronous")
            ]
        )

    assert settings == ["wal", 2]


async def test_a_migration_that_was_killed_leaves_nothing_behind(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "d.db") as elsewhere:
        elsewhere.execute("CREATE TABLE reports (in_the_way)")
    with pytest.raises(TemporaryFailure, match="already exists"):
        async with opened(f"sqlite:///{tmp_path / 'd.db'}"):
            pass

    with sqlite3.connect(tmp_path / "d.db") as elsewhere:
        tables = {name for (name,) in elsewhere.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables == {"reports"}


async def test_a_file_that_is_no_database_is_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "d.db").write_bytes(b"not a database at all" * 1000)

    with pytest.raises(ConfigError, match=r"d\.db is damaged \(file is not a database\): put a backup in its place"):
        async with opened(f"sqlite:///{tmp_path / 'd.db'}"):
            pass


async def test_damage_behind_the_first_page_is_named_by_whoever_meets_it(tmp_path: Path) -> None:
    async with opened(f"sqlite:///{tmp_path / 'd.db'}"):
        pass
    with (tmp_path / "d.db").open("r+b") as damaged:
        damaged.seek(4096)
        damaged.write(b"\xa5" * ((tmp_path / "d.db").stat().st_size - 4096))

    with pytest.raises(ConfigError, match=r"d\.db is damaged"):
        async with opened(f"sqlite:///{tmp_path / 'd.db'}") as database:
            await DeliveryTable(database).waiting()


@pytest.mark.parametrize("url", ["mysql://host/x", "deliveries.db", "", "postgresql+asyncpg://host/x"])
async def test_another_kind_of_database_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="neither sqlite:///path nor postgresql://"):
        async with opened(url):
            pass


async def test_a_database_that_does_not_answer_is_named_without_its_password() -> None:
    with pytest.raises(TemporaryFailure, match=r"127\.0\.0\.1:1/x") as refused:
        async with opened("postgresql://user:word@127.0.0.1:1/x"):
            pass

    assert "word" not in str(refused.value)


async def test_all_that_wait_for_a_locked_file_give_up_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapter, "BUSY_MS", 500)
    async with opened(f"sqlite:///{tmp_path / 'd.db'}") as database:
        with closing(sqlite3.connect(tmp_path / "d.db", isolation_level=None)) as backup:
            backup.execute("BEGIN IMMEDIATE")
            reads = [DeliveryTable(database).disabled({}) for _ in range(60)]
            async with asyncio.timeout(15):
                ends = await asyncio.gather(*reads, return_exceptions=True)
        later = await DeliveryTable(database).disabled({})

    assert {type(end) for end in ends} == {TemporaryFailure}
    assert later == set()


async def test_a_file_that_another_notifier_is_just_making_is_waited_for(tmp_path: Path) -> None:
    """SQLite refuses the switch to WAL at once while another connection writes, whatever the busy timeout says."""
    path = tmp_path / "d.db"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        asyncio.get_running_loop().call_later(0.3, other.execute, "COMMIT")
        async with opened(f"sqlite:///{path}") as database:
            mode = await database.transact(
                lambda connection: connection.exec_driver_sql("PRAGMA journal_mode").scalar()
            )

    assert mode == "wal"
