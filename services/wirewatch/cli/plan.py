"""What `apply` would change: the rows on a topic against the rows that the files want. Decides, writes nothing.

A file is the whole truth of its rows: what it no longer names goes. Rows made in the console are left alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

BY_FILE = "file"


@dataclass(frozen=True, slots=True)
class Plan:
    """Rows to write (None deletes) by key, in the order of the keys."""

    added: Mapping[str, bytes]
    changed: Mapping[str, bytes]
    removed: tuple[str, ...]

    @property
    def rows(self) -> dict[str, bytes | None]:
        """All that is to be written."""
        return {**self.added, **self.changed, **dict.fromkeys(self.removed)}

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def lines(self, what: str) -> Iterator[str]:
        """The plan in words, one line a row: ``+ feed example``."""
        for sign, keys in (("+", self.added), ("~", self.changed), ("-", self.removed)):
            for key in keys:
                yield f"{sign} {what} {key}".replace("  ", " ")


def plan(current: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> Plan:
    """Compare the JSON rows on the topic with those that the files want."""
    ours = {key: value for key, value in current.items() if _managed_by(value) == BY_FILE}
    return Plan(
        added={key: wanted[key] for key in sorted(wanted.keys() - current.keys())},
        changed={key: wanted[key] for key in sorted(wanted.keys() & ours.keys()) if not _same(wanted[key], ours[key])},
        removed=tuple(sorted(ours.keys() - wanted.keys())),
    )


def _managed_by(row: bytes) -> str:
    try:
        return str(json.loads(row).get("managed_by", BY_FILE))
    except (ValueError, AttributeError, RecursionError):
        return BY_FILE  # unreadable: nobody else's, so the file may replace or remove it


def _same(one: bytes, other: bytes) -> bool:
    try:
        return bool(json.loads(one) == json.loads(other))
    except (ValueError, RecursionError):
        return False
