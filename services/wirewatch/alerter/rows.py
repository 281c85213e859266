"""Reads the rows of watches as they lie on Kafka, and holds what a chunk makes of them. Never decides anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from wirealert import WatchRow, holds
from wirekit.contracts.base import first_problem
from wirekit.errors import InvalidMessage

MAX_KEPT = 32
"""Rows kept as values, a few MB each at most: to read a large one takes longer than to decide."""


class RowReader:
    """Reads rows; those written last are kept as values."""

    def __init__(self) -> None:
        self._kept: dict[bytes, tuple[bytes, WatchRow]] = {}

    def read(self, key: bytes, written: bytes) -> WatchRow:
        """The row that lies on Kafka as *written*, under *key*; raises InvalidMessage (illegible_row)."""
        before, row = self._kept.get(key, (None, None))
        if row is not None and before == written:
            return row
        try:
            row = WatchRow.model_validate_json(written)
        except ValidationError as error:
            raise InvalidMessage("illegible_row", first_problem(error)) from None
        if row.watch_id.encode() != key:
            raise InvalidMessage("illegible_row", f"it is the row of {row.watch_id:.100}")
        return row

    def keep(self, row: WatchRow, written: bytes) -> None:
        """*row* will lie on Kafka as *written*; the one kept longest goes."""
        key = row.watch_id.encode()
        self._kept.pop(key, None)
        self._kept[key] = written, row
        if len(self._kept) > MAX_KEPT:
            del self._kept[next(iter(self._kept))]

    def illegible(self, rows: Mapping[bytes, bytes]) -> dict[bytes, InvalidMessage]:
        """Which of *rows* cannot be read, and why."""
        found = {}
        for key, written in rows.items():
            try:
                self.read(key, written)
            except InvalidMessage as reason:
                found[key] = reason
        return found


class Rows:
    """The rows of a lane as values, read when they are asked for, and what a chunk made of them."""

    def __init__(self, written: Mapping[bytes, bytes], reader: RowReader) -> None:
        self._written = written
        self._reader = reader
        self._before: dict[str, WatchRow | None] = {}
        self._after: dict[str, WatchRow] = {}

    def get(self, watch_id: str) -> WatchRow | None:
        """The row of the watch; None where it has none yet."""
        if watch_id in self._after:
            return self._after[watch_id]
        if watch_id not in self._before:
            key = watch_id.encode()
            value = self._written.get(key)
            self._before[watch_id] = None if value is None else self._reader.read(key, value)
        return self._before[watch_id]

    def holding(self, article_id: str) -> list[WatchRow]:
        """The rows that may hold the article."""
        written = (key.decode() for key, value in self._written.items() if holds(value, article_id))
        found = (self.get(watch_id) for watch_id in {**dict.fromkeys(written), **self._after})
        return [row for row in found if row is not None]

    def put(self, row: WatchRow) -> None:
        """*row* as it is now."""
        if row is not self.get(row.watch_id):
            self._after[row.watch_id] = row

    def changed(self) -> Iterator[tuple[WatchRow | None, WatchRow, bytes]]:
        """The rows that changed: as they were, as they are, and as they will lie on Kafka."""
        for watch_id, row in self._after.items():
            written = row.to_json()
            self._reader.keep(row, written)
            yield self._before[watch_id], row, written
