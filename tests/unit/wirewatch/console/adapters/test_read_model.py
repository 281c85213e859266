"""The cache as a file: what a damaged or foreign one comes to, and what is written together."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests import builders
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


def test_rows_and_offsets_change_together_or_not_at_all(tmp_path: Path) -> None:
    model = ReadModel(tmp_path / "console.db")
    changes = [*changes_of(builders.an_alert(), 0), Change("INSERT INTO nowhere VALUES (1)", {})]

    with pytest.raises(sqlite3.OperationalError):
        model.commit(changes, {("alerts.raised", 0): 1})

    assert (model.positions(), Queries(model).alerts()) == ({}, [])
