"""Sizes as the broker sees them."""

from __future__ import annotations

import pytest

from wirekit.contracts import topology
from wirekit.kafka import Connection
from wirekit.kafka.records import Outgoing


def test_the_size_counts_key_value_and_headers() -> None:
    small, large = Outgoing("t", b"", None), Outgoing("t", b"k" * 10, b"v" * 100, (("h", b"x" * 1000), ("n", None)))

    assert large.size - small.size >= 10 + 100 + 1000


@pytest.mark.parametrize(
    ("topic", "size", "is_oversize"),
    [
        ("articles.raw", topology.MAX_RECORD_BYTES - 2000, False),
        ("articles.raw", topology.MAX_RECORD_BYTES, True),
        ("articles.raw.dlq", topology.MAX_RECORD_BYTES, False),
        ("articles.raw.dlq", topology.MAX_DEAD_LETTER_BYTES, True),
        ("somebody.elses", topology.MAX_RECORD_BYTES, True),
    ],
)
def test_the_topic_decides_what_is_too_large(topic: str, size: int, is_oversize: bool) -> None:
    assert Outgoing(topic, b"k", b"v" * size).is_oversize == is_oversize


def test_a_connection_is_what_every_client_takes() -> None:
    told = {"bootstrap_servers": "a:1,b:2", "client_id": "me", "metadata_max_age_ms": 10_000}

    assert Connection("a:1,b:2", "me").options() == told
