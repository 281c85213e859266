"""What `apply` would change: the rows on a topic against the rows that the files want. Decides, writes nothing.

A file is the whole truth of its rows: what it no longer names goes. Rows made in the console are left alone. A row that
nobody can read is nobody's: it goes too, or gives way to the file's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

BY_FILE = "file"
MOST_LINES = 50
"""Rows of one kind of change that are told one by one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Rows to write (None deletes) by key, in the order of the keys; those that could not be read are *illegible*."""

    added: Mapping[str, bytes]
    changed: Mapping[str, bytes]
    removed: tuple[str, ...]
    illegible: Collection[str] = ()

    @property
    def rows(self) -> dict[str, bytes | None]:
        """All that is to be written."""
        return {**self.added, **self.changed, **dict.fromkeys(self.removed)}

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def lines(self, what: str) -> Iterator[str]:
        """The plan in words, one line a row: ``+ feed example``; of very many rows the first ones and a count."""
        for sign, keys in (("+", self.added), ("~", self.changed), ("-", self.removed)):
            for key in islice(keys, MOST_LINES):
                why = " (it could not be read)" if key in self.illegible else ""
                yield f"{sign} {what} {key}{why}".replace("  ", " ")
            if len(keys) > MOST_LINES:
                yield f"{sign} … and {len(keys) - MOST_LINES:,} more"


def plan(
    current: Mapping[str, bytes], wanted: Mapping[str, bytes], manager: Callable[[str, bytes], str | None]
) -> Plan:
    """Compare the JSON rows on the topic with those that the files want.

    *manager* says who made the row at a key; None where it cannot be read.
    """
    managers = {key: manager(key, value) for key, value in current.items()}
    ours = {key: current[key] for key, by in managers.items() if by in (BY_FILE, None)}
    return Plan(
        added={key: wanted[key] for key in sorted(wanted.keys() - current.keys())},
        changed={key: wanted[key] for key in sorted(wanted.keys() & ours.keys()) if not _same(wanted[key], ours[key])},
        removed=tuple(sorted(ours.keys() - wanted.keys())),
        illegible=frozenset(key for key, by in managers.items() if by is None),
    )


def _same(one: bytes, other: bytes) -> bool:
    try:
        return bool(json.loads(one) == json.loads(other))
    except (ValueError, RecursionError):
        return False
