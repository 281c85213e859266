"""The enricher's outside world: its topic, and the watch list in files that the children read."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from wirekit.contracts import Watchlist, topology
from wirekit.streams import Connection, FaustSource, Membership


def articles(connection: Connection, instance: str | None) -> FaustSource:
    """The raw articles, as the group of the enrichers shares them."""
    return FaustSource(connection, Membership(topology.ENRICHER.name, topology.ENRICHER.topic_names, instance))


class WatchlistFiles:
    """The watch list of the last closed revision in a file of its own; a context manager, at whose end all files go."""

    def __init__(self) -> None:
        self._directory = tempfile.TemporaryDirectory(prefix="wirewatch-enricher-")
        self._newest: Path | None = None
        self._lent: Counter[Path] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _tb: TracebackType | None) -> None:
        self._directory.cleanup()

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

    def swap(self, watchlist: Watchlist) -> None:
        """Write *watchlist*; from now on it is the newest."""
        path = Path(self._directory.name, f"{watchlist.number}.json")
        path.write_text(watchlist.model_dump_json(), encoding="utf-8")
        self._newest = path
        self._drop_unused()

    def _drop_unused(self) -> None:
        for path in Path(self._directory.name).iterdir():
            if path != self._newest and not self._lent[path]:
                path.unlink()
