"""The console's cache: what the pages show, in one SQLite file, with the offsets up to which it holds.

Rows and offsets change in one transaction. A file that is damaged or of another schema is thrown away and built anew
from the topics. Never the truth: that lies on Kafka.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wirekit.errors import ConfigError, TemporaryFailure
from wirewatch.console.folding import Change

SCHEMA = 2
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_OF_THE_DISK = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})
_TABLES = """
CREATE TABLE position (topic TEXT, part INTEGER, next INTEGER, PRIMARY KEY (topic, part));
CREATE TABLE traffic (topic TEXT PRIMARY KEY, records INTEGER NOT NULL, unreadable INTEGER NOT NULL, last_at TEXT);
CREATE TABLE alert (seq INTEGER PRIMARY KEY AUTOINCREMENT, alert_id TEXT, revision INTEGER, watch_id TEXT,
    body BLOB, UNIQUE (alert_id, revision));
CREATE TABLE article (article_id TEXT, feed_id TEXT, revision INTEGER, body BLOB,
    PRIMARY KEY (article_id, feed_id, revision));
CREATE TABLE suppressed (seq INTEGER PRIMARY KEY AUTOINCREMENT, watch_id TEXT, reason TEXT, alert_id TEXT, body BLOB);
CREATE INDEX suppressed_alert ON suppressed (alert_id);
CREATE TABLE delivery (webhook_id TEXT, attempt INTEGER, alert_id TEXT, attempted_at TEXT, body BLOB,
    PRIMARY KEY (webhook_id, attempt));
CREATE INDEX delivery_alert ON delivery (alert_id);
CREATE TABLE feed (feed_id TEXT, part INTEGER, body BLOB, PRIMARY KEY (feed_id, part));
CREATE TABLE feed_event (seq INTEGER PRIMARY KEY AUTOINCREMENT, body BLOB);
"""


class ReadModel:
    """An open cache. Single writer: the process that made it.

    Its methods raise TemporaryFailure where the disk is full or fails, and where they meet damage: the file is gone
    then, and the next start makes another.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db = _open(path)
        self._damaged = asyncio.Event()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    async def until_damaged(self) -> None:
        """Return never; raises TemporaryFailure when damage was met, be it by a page whose reader alone would know."""
        await self._damaged.wait()
        raise self._damage()

    def positions(self) -> dict[tuple[str, int], int]:
        """The next offset to read, by topic and partition."""
        with self._noticing_damage():
            return {(topic, part): next_ for topic, part, next_ in self._db.execute("SELECT * FROM position")}

    def commit(self, changes: Iterable[Change], positions: Mapping[tuple[str, int], int]) -> None:
        """Make *changes* and *positions* together, or neither."""
        with self._noticing_damage(), self._db:
            for change in changes:
                self._db.execute(change.sql, change.values)
            self._db.executemany(
                "INSERT OR REPLACE INTO position VALUES (?, ?, ?)",
                [(topic, part, next_) for (topic, part), next_ in positions.items()],
            )

    def rows(self, sql: str, **values: Any) -> list[sqlite3.Row]:
        """The rows of a query."""
        with self._noticing_damage():
            return self._db.execute(sql, values).fetchall()

    @contextmanager
    def _noticing_damage(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = error.sqlite_errorcode & 0xFF  # the upper bits say more exactly what
            if code in _OF_THE_DISK:
                raise TemporaryFailure(f"the console's cache {self._path}: {error}") from None
            if code not in _DAMAGED:
                raise
            _throw_away(self._path)
            self._damaged.set()
            raise self._damage() from None

    def _damage(self) -> TemporaryFailure:
        return TemporaryFailure(
            f"the console's cache {self._path} is damaged; it was thrown away, and is built anew from the topics"
        )


def _open(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("ab").close()
    except OSError as error:
        raise ConfigError(f"the console's cache {path} cannot be written: {error.strerror}") from error
    connection = sqlite3.connect(path)
    try:
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found in (0, SCHEMA) and connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
            return _prepare(connection, is_new=found == 0)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in _DAMAGED:
            raise TemporaryFailure(f"the console's cache {path} cannot be opened: {error}") from None
    connection.close()
    _throw_away(path)
    return _prepare(sqlite3.connect(path), is_new=True)


def _throw_away(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _prepare(connection: sqlite3.Connection, *, is_new: bool) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")  # a cache: after a power cut it is rebuilt
    if is_new:
        connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {SCHEMA}; COMMIT;")
    return connection
