"""Opens the notifier's database and brings its tables up to date. SQLite in a file, or PostgreSQL by URL.

Gives what goes wrong with it one of the three fates. `undisturbed` keeps a stop from cutting a transaction off, and
`patient` a database that does not answer for now from ending the process.
"""

from __future__ import annotations

import asyncio
import functools
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from wirekit.errors import ConfigError, TemporaryFailure
from wirekit.runtime.logs import get_logger

_DRIVERS = {"sqlite": "aiosqlite", "postgresql": "psycopg"}
_FORMS = "the database URL is neither sqlite:///path nor postgresql://user@host/name"
P = ParamSpec("P")
R = TypeVar("R")
# Any number that nothing else in the database locks.
_MIGRATION_LOCK = 8_784_001
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_FOR_NOW = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL})
# Less than a stop may take, and than the lease of a delivery.
BUSY_MS = 10_000
RETRY_SECONDS = 2.0
SAID_EACH = 5  # tries: about a minute

log = get_logger()


def undisturbed(transaction: Callable[P, Coroutine[Any, Any, R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    """*transaction* runs to its end once it has begun; who was cancelled meanwhile is so afterwards.

    Cut off in the middle of a statement, SQLite would keep its one lock for writers until the statement is collected as
    garbage: whoever writes next would wait, and the sender of a webhook could not note that it has arrived.
    """

    @functools.wraps(transaction)
    async def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        work = asyncio.ensure_future(transaction(*args, **kwargs))
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            await asyncio.wait({work})
            with suppress(TemporaryFailure):
                work.result()  # what failed otherwise is worse news than the cancellation
            raise

    return whole


def patient(transaction: Callable[P, Coroutine[Any, Any, R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    """As `undisturbed`, and *transaction* is begun anew until the database lets it end: a backup may lock it for long.

    For whom nobody tries again, and whose arguments do not age.
    """
    once = undisturbed(transaction)

    @functools.wraps(transaction)
    async def until_done(*args: P.args, **kwargs: P.kwargs) -> R:
        tries = 0
        while True:
            try:
                return await once(*args, **kwargs)
            except TemporaryFailure as failure:
                if tries % SAID_EACH == 0:
                    log.warning("database.waiting", error=str(failure))
            tries += 1
            await asyncio.sleep(RETRY_SECONDS)

    return until_done


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[AsyncEngine]:
    """The database at *url*, ``sqlite:///path`` or ``postgresql://…``, its tables up to date.

    Raises:
        ConfigError: *url* is none of these, or the file is damaged.
        TemporaryFailure: The database cannot be reached, or not be written.

    While it is open, every statement raises these two as well.
    """
    engine = create_async_engine(_with_driver(url))
    _give_fates(engine)
    if engine.dialect.name == "sqlite":
        _make_sqlite_transactional(engine)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_migrate)
        yield engine
    except OperationalError as error:
        raise _temporary(engine, error.orig) from error
    finally:
        await engine.dispose()


def _with_driver(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise ConfigError(_FORMS) from None
    kind, _, driver = parsed.drivername.partition("+")
    if kind not in _DRIVERS or driver not in ("", _DRIVERS[kind]):
        raise ConfigError(_FORMS)
    if kind == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    return parsed.set(drivername=f"{kind}+{_DRIVERS[kind]}")


def _give_fates(engine: AsyncEngine) -> None:
    """Let every statement raise our errors: who waits for the database, and who ends, is told by these."""

    @event.listens_for(engine.sync_engine, "handle_error")
    def fate(context: ExceptionContext) -> Exception | None:
        error = context.original_exception
        if not isinstance(error, sqlite3.Error):
            is_temporary = isinstance(context.sqlalchemy_exception, OperationalError)
            return _temporary(engine, error) if is_temporary else None
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # the upper bits say more exactly what
        if code in _DAMAGED:
            return _damaged(engine, error)
        return _temporary(engine, error) if code in _FOR_NOW else None


def _temporary(engine: AsyncEngine, error: BaseException | None) -> TemporaryFailure:
    is_file = engine.dialect.name == "sqlite"
    return TemporaryFailure(f"the database {engine.url.database if is_file else engine.url}: {error}")


def _damaged(engine: AsyncEngine, error: BaseException) -> ConfigError:
    return ConfigError(
        f"the delivery table {engine.url.database} is damaged ({error}): put a backup in its place, or move it away "
        "with its -wal and -shm; a new one does not know what still waited to be sent, which endpoints said they are "
        "gone, and what is done, should alerts be replayed"
    )


def _make_sqlite_transactional(engine: AsyncEngine) -> None:
    """Let SQLite see our transactions: its Python driver alone would begin late and leave DDL outside."""

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        # An alert whose Kafka offset is committed must outlive a power cut too: FULL, not WAL's usual NORMAL.
        for pragma in (f"busy_timeout = {BUSY_MS}", "journal_mode = WAL", "synchronous = FULL"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        # A transaction that reads first and writes later would fail at once when another wrote in between.
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _migrate(connection: Connection) -> None:
    # Most commands read this module's neighbours only, and Alembic takes longer to load than they run.
    from alembic import command  # noqa: PLC0415 - the same
    from alembic.config import Config  # noqa: PLC0415 - the same

    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})")
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("alembic")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
