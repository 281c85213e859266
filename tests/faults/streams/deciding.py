"""A decision that depends on order, its oracle, and what a log must show: used by the worker and by the tests.

Each key's row holds how many numbers it has folded and a digest chained over them, so a lost, repeated or reordered
record changes every later output of that key. Each lane also has a timer row that counts; each tick is put out with
its count.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

from wirekit.kafka import Outgoing, Record
from wirekit.streams import Effects, OwnedLane

PARTITIONS = 4


def chained(row: bytes | None, value: bytes) -> bytes:
    """The row after *value*."""
    before = json.loads(row or b'{"count": 0, "chain": ""}')
    chain = hashlib.sha256(before["chain"].encode() + value).hexdigest()[:16]
    return json.dumps({"count": before["count"] + 1, "chain": chain}).encode()


def fold(out: str, lane: OwnedLane, records: Sequence[Record]) -> Effects:
    effects = Effects()
    for record in records:
        key = record.key or b""
        row = chained(effects.rows.get(key, lane.rows.get(key)), record.value or b"")
        effects.rows[key] = row
        effects.outputs.append(Outgoing(out, key, row))
    return effects


def tick(out: str, lane: OwnedLane) -> Effects:
    key = b"timer-%d" % lane.partition
    count = int(lane.rows.get(key, b"0")) + 1
    return Effects({key: b"%d" % count}, [Outgoing(out, key, b"%d" % count)])


def violations(fed: Iterable[Record], out: Iterable[Record], state: Iterable[Record]) -> list[str]:
    """What is wrong with the log: all that a read_committed reader sees of the three topics. Empty when it is exact."""
    wrong: list[str] = []
    rows: dict[bytes, bytes] = {}
    wanted: dict[bytes, list[bytes]] = {}
    for record in fed:
        rows[record.key or b""] = chained(rows.get(record.key or b""), record.value or b"")
        wanted.setdefault(record.key or b"", []).append(rows[record.key or b""])
    found: dict[bytes, list[bytes]] = {}
    for record in out:
        found.setdefault(record.key or b"", []).append(record.value or b"")
    last = {record.key or b"": record.value or b"" for record in state}
    for key in found.keys() | wanted.keys():
        if key.startswith(b"timer-"):
            counts = [int(value) for value in found[key]]
            if counts != list(range(1, len(counts) + 1)):
                wrong.append(f"{key!r}: ticks are not 1, 2, …: {_first_break(counts)}")
            if last.get(key) != b"%d" % len(counts):
                wrong.append(f"{key!r}: the row says {last.get(key)!r} after {len(counts)} ticks")
            continue
        if found.get(key, []) != wanted.get(key, []):
            wrong.append(f"{key!r}: {len(found.get(key, []))} outputs of {len(wanted.get(key, []))}, or other ones")
        if last.get(key) != rows.get(key):
            wrong.append(f"{key!r}: the row is {last.get(key)!r}, not {rows.get(key)!r}")
    return wrong


def _first_break(counts: list[int]) -> str:
    for index, count in enumerate(counts, 1):
        if count != index:
            return f"tick {index} says {count}"
    return "none"
