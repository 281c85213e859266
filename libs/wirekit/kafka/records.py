"""What passes between Wirewatch and Kafka: a record that was read, a record to write.

Tuples, for one is made of every record, and they cost a third of a frozen dataclass.
"""

from __future__ import annotations

from typing import NamedTuple

from wirekit.contracts import topology

Header = tuple[str, bytes | None]
"""Kafka allows a null value, and a name may repeat."""

# What a record costs on the wire beside its key, value and headers: the batch's own header and the record's lengths.
_FRAME_BYTES = 512


class Record(NamedTuple):
    """A record that was read. A value of None is a tombstone."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: tuple[Header, ...] = ()
    timestamp_ms: int = 0


class Outgoing(NamedTuple):
    """A record to write. A value of None is a tombstone; partition None is Kafka's default (murmur2 over the key)."""

    topic: str
    key: bytes
    value: bytes | None
    headers: tuple[Header, ...] = ()
    partition: int | None = None

    @property
    def size(self) -> int:
        """Bytes on the wire, uncompressed and never too few."""
        size = len(self.key) + len(self.value or b"") + _FRAME_BYTES
        for name, value in self.headers:
            size += len(name) * 4 + len(value or b"") + 10
        return size

    @property
    def is_oversize(self) -> bool:
        """Whether its topic refuses it: the limit of the topology, 4 MiB on a topic that is not ours."""
        topic = topology.TOPICS.get(self.topic)
        return self.size > (topic.max_bytes if topic else topology.MAX_RECORD_BYTES)
