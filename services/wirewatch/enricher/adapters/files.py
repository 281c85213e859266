"""What the children read: the watch list, and the operator's topics, in files.

They go with the process. Where that was killed, the next one clears them away: the folder of one that lives is locked.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from wirekit.contracts import TopicCues, Watchlist
from wirewatch.enricher.chunk import TOPICS, TOPICS_FILE

_PREFIX = "wirewatch-enricher-"
_LOCK = "lock"


class WatchlistFiles:
    """The watch list of the last closed revision in a file of its own; a context manager, at whose end all files go.

    Beside it lie the *topics* that the operator adds, which are the same for every list.
    """

    def __init__(self, topics: tuple[TopicCues, ...] = ()) -> None:
        _clear_left()
        self._directory = tempfile.TemporaryDirectory(prefix=_PREFIX)
        self._lock = _locked(Path(self._directory.name))
        Path(self._directory.name, TOPICS_FILE).write_bytes(TOPICS.dump_json(topics))
        self._newest: Path | None = None
        self._lent: Counter[Path] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _tb: TracebackType | None) -> None:
        self._directory.cleanup()
        self._lock.close()

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


def _locked(folder: Path) -> IO[bytes]:
    """The lock on *folder*, which ends with the process at the latest."""
    draft = folder / f"{_LOCK}.new"
    lock = draft.open("wb")
    fcntl.flock(lock, fcntl.LOCK_EX)
    draft.rename(folder / _LOCK)  # nobody sees it before it is locked
    return lock


def _clear_left() -> None:
    """Remove the folders that dead processes of this user left."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # it went meanwhile, or lives
            if folder.lstat().st_uid == os.getuid():
                with (folder / _LOCK).open("rb") as lock:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    shutil.rmtree(folder)
