"""Opens the notifier's database and brings its tables up to date. SQLite in a file, or PostgreSQL by URL.

A transaction runs in a thread, from its beginning to its end: one hop for all its statements. Gives what goes wrong
with it one of the three fates. `undisturbed` keeps a stop from leaving a transaction behind, and `patient` a database
that does not answer for now from ending the process.
"""

from __future__ import annotations

import asyncio
import functools
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError, OperationalError

from wirekit.errors import ConfigError, TemporaryFailure
from wirekit.runtime.logs import get_logger

_DRIVERS = {"sqlite": "pysqlite", "postgresql": "psycopg"}
_THREADS = {"sqlite": 1, "postgresql": 4}  # SQLite lets one write at a time: others would only wait, and poll for it
_FORMS = "the database URL is neither sqlite:///path nor postgresql://user@host/name"
P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound="Stored")
# Any numbers that nothing else in the database locks.
_MIGRATION_LOCK, OUTBOX_LOCK = 8_784_001, 8_784_002
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_FOR_NOW = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL})
# Less than a stop may take, and than the lease of a delivery.
BUSY_MS = 10_000
RETRY_SECONDS = 2.0
SAID_EACH = 5  # tries: about a minute

log = get_logger()


class Database:
    """Runs transactions on *engine*, several at once where the database can."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._threads = ThreadPoolExecutor(_THREADS[engine.dialect.name], "database")
        self._failed = (0.0, "")  # when a transaction did so for now, and why

    async def transact(self, work: Callable[[Connection], R]) -> R:
        """What *work* returns of its transaction, which is committed. Who is cancelled meanwhile is so afterwards."""
        done = asyncio.get_running_loop().run_in_executor(self._threads, self._committed, work, time.monotonic())
        try:
            return await asyncio.shield(done)
        except asyncio.CancelledError:
            await asyncio.wait({done})
            with suppress(TemporaryFailure):
                done.result()  # what failed otherwise is worse news than the cancellation
            raise

    def _committed(self, work: Callable[[Connection], R], asked: float) -> R:
        failed, why = self._failed
        if asked < failed:  # it has waited as well: a stop may not take as long for each
            raise TemporaryFailure(why)
        try:
            with self.engine.begin() as connection:
                return work(connection)
        except TemporaryFailure as failure:
            self._failed = time.monotonic(), str(failure)
            raise

    async def close(self) -> None:
        """Let go of the database."""
        await asyncio.get_running_loop().run_in_executor(self._threads, self.engine.dispose)
        self._threads.shutdown(wait=False)


def one_at_a_time(connection: Connection, lock: int) -> None:
    """Wait until no other transaction has *lock*, and have it until this one ends; in SQLite each writes alone."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({lock})")


class Stored(Protocol):
    """Keeps itself in a database."""

    @property
    def database(self) -> Database:
        """Where."""
        ...


def undisturbed(
    transaction: Callable[Concatenate[S, Connection, P], R],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, R]]:
    """The method *transaction*, given a connection in a transaction of its own, runs to its end and is committed.

    Who waits for it and is cancelled meanwhile is so afterwards: the sender of a webhook notes that it has arrived.
    """

    @functools.wraps(transaction)
    async def whole(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return await self.database.transact(lambda connection: transaction(self, connection, *args, **kwargs))

    return whole


def patient(
    transaction: Callable[Concatenate[S, Connection, P], R],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, R]]:
    """As `undisturbed`, and *transaction* is begun anew until the database lets it end: a backup may lock it for long.

    For whom nobody tries again, and whose arguments do not age.
    """
    once = undisturbed(transaction)

    @functools.wraps(transaction)
    async def until_done(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        tries = 0
        while True:
            try:
                return await once(self, *args, **kwargs)
            except TemporaryFailure as failure:
                if tries % SAID_EACH == 0:
                    log.warning("database.waiting", error=str(failure))
            tries += 1
            await asyncio.sleep(RETRY_SECONDS)

    return until_done


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """The database at *url*, ``sqlite:///path`` or ``postgresql://…``, its tables up to date.

    Raises:
        ConfigError: *url* is none of these, or the file is damaged.
        TemporaryFailure: The database cannot be reached, or not be written.

    While it is open, every statement raises these two as well.
    """
    engine = create_engine(_with_driver(url))
    _give_fates(engine)
    if engine.dialect.name == "sqlite":
        _make_sqlite_transactional(engine)
    database = Database(engine)
    try:
        await database.transact(_migrate)
        yield database
    except OperationalError as error:
        raise _temporary(engine, error.orig) from error
    finally:
        await database.close()


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
    if kind == "postgresql":
        parsed = parsed.set(query={"connect_timeout": str(BUSY_MS // 1000), **parsed.query})
    return parsed.set(drivername=f"{kind}+{_DRIVERS[kind]}")


def _give_fates(engine: Engine) -> None:
    """Let every statement raise our errors: who waits for the database, and who ends, is told by these."""

    @event.listens_for(engine, "handle_error")
    def fate(context: ExceptionContext) -> Exception | None:
        error = context.original_exception
        if not isinstance(error, sqlite3.Error):
            is_temporary = isinstance(context.sqlalchemy_exception, OperationalError)
            return _temporary(engine, error) if is_temporary else None
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # the upper bits say more exactly what
        if code in _DAMAGED:
            return _damaged(engine, error)
        return _temporary(engine, error) if code in _FOR_NOW else None


def _temporary(engine: Engine, error: BaseException | None) -> TemporaryFailure:
    is_file = engine.dialect.name == "sqlite"
    return TemporaryFailure(f"the database {engine.url.database if is_file else engine.url}: {error}")


def _damaged(engine: Engine, error: BaseException) -> ConfigError:
    return ConfigError(
        f"the delivery table {engine.url.database} is damaged ({error}): put a backup in its place, or move it away "
        "with its -wal and -shm; a new one does not know what still waited to be sent, which endpoints said they are "
        "gone, and what is done, should alerts be replayed"
    )


def _make_sqlite_transactional(engine: Engine) -> None:
    """Let SQLite see our transactions: its Python driver alone would begin late and leave DDL outside."""

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        _write_ahead(cursor)
        # An alert whose Kafka offset is committed must outlive a power cut too: FULL, not WAL's usual NORMAL.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A transaction that reads first and writes later would fail at once when another wrote in between.
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _write_ahead(cursor: Any) -> None:
    """Switch to WAL. Where several do so in a new file SQLite refuses at once, whatever the busy timeout says."""
    until = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def _migrate(connection: Connection) -> None:
    # Most commands read this module's neighbours only, and Alembic takes longer to load than they run.
    from alembic import command  # noqa: PLC0415 - the same
    from alembic.config import Config  # noqa: PLC0415 - the same

    one_at_a_time(connection, _MIGRATION_LOCK)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("alembic")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
