"""The cache as a file: what a damaged or foreign one comes to, and what is written together."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests import builders
from wirekit.errors import ConfigError, TemporaryFailure
from wirewatch.console.adapters.queries import Queries
from wirewatch.console.adapters.read_model import ReadModel
from wirewatch.console.folding import Change, changes_of


def test_a_cache_of_another_schema_is_built_anew(tmp_path: Path) -> None:
    file = tmp_path / "console.db"
    with sqlite3.connect(file) as old:
        old.executescript("CREATE TABLE position (x); PRAGMA user_version = 999;")
    old.close()

    assert ReadModel(file).positions() == {}


def test_a_damaged_cache_is_built_anew(tmp_path: Path) -> None:
    file = tmp_path / "console.db"
    file.write_bytes(b"not a database at all" * 100)

    assert ReadModel(file).positions() == {}


def a_filled_cache(file: Path) -> None:
    model = ReadModel(file)
    for number in range(50):
        alert = builders.an_alert(alert_id=f"alr_{number}")
        model.commit(changes_of(alert, 0), {("alerts.raised", 0): number + 1})
    model.close()


def damaged_after_its_first_page(file: Path) -> None:
    """Overwrite all of *file* but what says that it is a database."""
    size = file.stat().st_size
    with file.open("r+b") as damaged:
        damaged.seek(4096)
        damaged.write(b"\xa5" * (size - 4096))


def test_a_cache_whose_first_page_alone_is_whole_is_built_anew(tmp_path: Path) -> None:
    file = tmp_path / "console.db"
    a_filled_cache(file)
    damaged_after_its_first_page(file)

    model = ReadModel(file)
    assert (model.positions(), Queries(model).alerts()) == ({}, [])


async def test_a_cache_that_is_damaged_while_it_is_open_ends_the_console_and_is_new_at_its_next_start(
    tmp_path: Path,
) -> None:
    file = tmp_path / "console.db"
    a_filled_cache(file)
    model = ReadModel(file)
    with sqlite3.connect(file) as other:  # has the pages forgotten that were read at the start
        other.execute("INSERT INTO feed_event (body) VALUES ('')")
    other.close()
    damaged_after_its_first_page(file)

    with pytest.raises(TemporaryFailure, match="is damaged; it was thrown away"):
        model.rows("SELECT body FROM alert")
    with pytest.raises(TemporaryFailure, match="is built anew from the topics"):
        await model.until_damaged()
    with pytest.raises(TemporaryFailure):
        model.commit(changes_of(builders.an_alert(), 0), {("alerts.raised", 0): 51})
    assert ReadModel(file).positions() == {}


def test_a_cache_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "console.db").mkdir()

    with pytest.raises(ConfigError, match=r"cache .* cannot be written: Is a directory"):
        ReadModel(tmp_path / "console.db")


def test_a_full_disk_is_said_in_words_and_changes_nothing(tmp_path: Path) -> None:
    model = ReadModel(tmp_path / "console.db")
    model.rows("PRAGMA max_page_count = 1")  # as many as it has
    changes = [change for n in range(100) for change in changes_of(builders.an_alert(alert_id=f"alr_{n}"), 0)]

    with pytest.raises(TemporaryFailure, match=r"cache .*console.db: database or disk is full"):
        model.commit(changes, {("alerts.raised", 0): 1})
    assert (model.positions(), Queries(model).alerts()) == ({}, [])


def test_rows_and_offsets_change_together_or_not_at_all(tmp_path: Path) -> None:
    model = ReadModel(tmp_path / "console.db")
    changes = [*changes_of(builders.an_alert(), 0), Change("INSERT INTO nowhere VALUES (1)", {})]

    with pytest.raises(sqlite3.OperationalError):
        model.commit(changes, {("alerts.raised", 0): 1})

    assert (model.positions(), Queries(model).alerts()) == ({}, [])
