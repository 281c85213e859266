"""What the children read: the watch list, and the operator's topics, in files."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from wirekit.contracts import TopicCues, Watchlist
from wirewatch.enricher.chunk import TOPICS, TOPICS_FILE


class WatchlistFiles:
    """The watch list of the last closed revision in a file of its own; a context manager, at whose end all files go.

    Beside it lie the *topics* that the operator adds, which are the same for every list.
    """

    def __init__(self, topics: tuple[TopicCues, ...] = ()) -> None:
        self._directory = tempfile.TemporaryDirectory(prefix="wirewatch-enricher-")
        Path(self._directory.name, TOPICS_FILE).write_bytes(TOPICS.dump_json(topics))
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
        for path in Path(self._directory.name).glob("[0-9]*.json"):
            if path != self._newest and not self._lent[path]:
                path.unlink()
