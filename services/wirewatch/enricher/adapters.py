"""The enricher's outside world: the watch list as it stands on Kafka, in files that the children read."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from wirekit.contracts import Watchlist, topology
from wirekit.contracts.watchlist import WatchlistFold
from wirekit.errors import InvalidMessage
from wirekit.runtime.logs import get_logger
from wirekit.streams import Connection, Record, TopicView

log = get_logger()


class WatchlistFiles:
    """The watch list of the last closed revision in a file of its own; a context manager, at whose end all files go."""

    def __init__(self, connection: Connection) -> None:
        self._fold = WatchlistFold()
        self._topic = TopicView(connection, topology.WATCHLIST.name, self._take)
        self._directory = tempfile.TemporaryDirectory(prefix="wirewatch-enricher-")
        self._newest: Path | None = None
        self._lent: Counter[Path] = Counter()
        self._applied = asyncio.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _tb: TracebackType | None) -> None:
        self._directory.cleanup()

    async def run(self) -> None:
        """Follow the topic until cancelled.

        Raises:
            ConfigError: The topic does not exist.
        """
        await self._topic.run()

    async def complete(self) -> None:
        """Return when everything that was applied before has been read, and that is at least one revision."""
        await self._topic.ready.wait()
        await self._applied.wait()

    @contextmanager
    def borrowed(self) -> Iterator[Path]:
        """The file of the newest list, kept while it is borrowed, also when a newer one comes."""
        path = self._newest
        if path is None:
            raise RuntimeError("no watch list has been applied yet")
        self._lent[path] += 1
        try:
            yield path
        finally:
            self._lent[path] -= 1
            self._drop_unused()

    def missing(self) -> str | None:
        """Why there is no watch list to work with, in words; None when there is one."""
        if not self._topic.ready.is_set():
            return "still reading the watch list"
        if self._newest is None:
            pending = self._fold.pending
            return "no watch list was applied yet" if pending is None else f"revision {pending} is not complete"
        return None

    def _take(self, record: Record) -> None:
        try:
            watchlist = self._fold.apply((record.key or b"").decode(errors="replace"), record.value)
        except InvalidMessage as error:
            log.warning("watchlist.refused", offset=record.offset, reason=error.reason, detail=error.detail)
            return
        if watchlist is not None:
            self._swap(watchlist)

    def _swap(self, watchlist: Watchlist) -> None:
        path = Path(self._directory.name, f"{watchlist.number}.json")
        path.write_text(watchlist.model_dump_json(), encoding="utf-8")
        self._newest = path
        self._applied.set()
        self._drop_unused()
        log.info("watchlist.swapped", number=watchlist.number, entities=len(watchlist.entities))

    def _drop_unused(self) -> None:
        for path in Path(self._directory.name).iterdir():
            if path != self._newest and not self._lent[path]:
                path.unlink()
