"""The watch list: entities and watches, and the revision mark that makes a set of them valid together.

On the topic ``watchlist`` the keys are ``entity/<id>``, ``watch/<id>`` and ``@revision``. The fold of its records never
shows a half-written list: the list changes only at ``@revision``, and only when the rows at hand are those that the
revision was computed over. A reader that starts on a compacted topic meets old revisions whose rows are gone; their
digests do not hold, and the fold waits for the last one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import ClassVar, TypeVar

from pydantic import Field, ValidationError

from wirekit.contracts.base import Message, Value, first_problem
from wirekit.contracts.watch import Entity, Watch
from wirekit.errors import InvalidMessage

REVISION_KEY = "@revision"
ENTITY_PREFIX = "entity/"
WATCH_PREFIX = "watch/"


class WatchlistRevision(Message):
    """Closes a change of the watch list: readers swap their view only here (``watchlist``, key ``@revision``).

    ``number`` grows by one with each change; ``sha256`` is over the canonical JSON of all entities and watches.
    """

    event_type: ClassVar[str] = "wirewatch.watchlist.revised.v1"

    number: int = Field(ge=1, le=2**31 - 1)
    sha256: str


class Watchlist(Value):
    """All entities and watches of one revision; the number is 0 for a list that was not applied (a file)."""

    number: int = 0
    entities: tuple[Entity, ...] = ()
    watches: tuple[Watch, ...] = ()


_ROW = re.compile(f"(?:{ENTITY_PREFIX}|{WATCH_PREFIX})[a-z0-9][a-z0-9_-]{{0,63}}")

M = TypeVar("M", Entity, Watch, WatchlistRevision)


def rows_of(watchlist: Watchlist) -> dict[str, bytes]:
    """The records of *watchlist* by their keys on the topic, without the revision mark."""
    entities = {ENTITY_PREFIX + entity.id: entity.to_json() for entity in watchlist.entities}
    return entities | {WATCH_PREFIX + watch.id: watch.to_json() for watch in watchlist.watches}


def read_row(key: str, value: bytes) -> Entity | Watch:
    """The entity or watch that lies at *key*.

    Raises:
        InvalidMessage: bad_watchlist_row: it is none, or belongs at another key.
    """
    row = _read(Entity, key, value) if key.startswith(ENTITY_PREFIX) else _read(Watch, key, value)
    if key not in (ENTITY_PREFIX + row.id, WATCH_PREFIX + row.id):
        raise InvalidMessage("bad_watchlist_row", f"{key}: holds {row.id}")
    return row


def digest(rows: Mapping[str, bytes]) -> str:
    """SHA-256 (hex) over the rows in the order of their keys: key, line feed, value as it lies on Kafka, line feed.

    Values enter as bytes, so that a reader which does not know a newer field still gets the writer's digest.
    """
    state = hashlib.sha256()
    for key in sorted(rows):
        state.update(key.encode() + b"\n" + rows[key] + b"\n")
    return state.hexdigest()


class WatchlistFold:
    """The rows read so far, and the last list that a revision closed.

    Attributes:
        current: The list of the last closed revision; None before the first.
        pending: Number of a revision whose rows are not all at hand, or None.
    """

    def __init__(self) -> None:
        self.current: Watchlist | None = None
        self.pending: int | None = None
        self._rows: dict[str, bytes] = {}

    def apply(self, key: str, value: bytes | None) -> Watchlist | None:
        """Take the record *key*, *value* (None deletes); return the new list when it closes a revision.

        Raises:
            InvalidMessage: The key, the mark or a row of the closed revision is unreadable; the old list stays.
        """
        if key == REVISION_KEY:
            return None if value is None else self._close(_read(WatchlistRevision, key, value))
        if _ROW.fullmatch(key) is None:
            raise InvalidMessage("unknown_key", f"{key[:100]!r} is neither entity/…, watch/… nor {REVISION_KEY}")
        if value is None:
            self._rows.pop(key, None)
        else:
            self._rows[key] = value
        return None

    def _close(self, revision: WatchlistRevision) -> Watchlist | None:
        if digest(self._rows) != revision.sha256:
            self.pending = revision.number
            return None
        rows = [read_row(key, value) for key, value in sorted(self._rows.items())]
        self.current = Watchlist(
            number=revision.number,
            entities=tuple(row for row in rows if isinstance(row, Entity)),
            watches=tuple(row for row in rows if isinstance(row, Watch)),
        )
        self.pending = None
        return self.current


def _read(model: type[M], key: str, value: bytes) -> M:
    try:
        return model.model_validate_json(value)
    except ValidationError as error:
        raise InvalidMessage("bad_watchlist_row", f"{key}: {first_problem(error)}") from error
