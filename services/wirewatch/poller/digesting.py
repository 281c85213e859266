"""Digests a feed's body into items with their ids: what a child of the parser pool does. Knows no earlier poll."""

from __future__ import annotations

from wirewatch.poller.dates import DateReader
from wirewatch.poller.digest import DIGEST, TASK, Digest, Task
from wirewatch.poller.identity import identify
from wirewatch.poller.parsing import parse


def read_feed(body: bytes, task: Task) -> Digest:
    """Read *body*; raises InvalidMessage where it is no feed."""
    document = parse(body, task.url, DateReader(task.now, task.language), task.content_type, task.language)
    return Digest(document.title, document.complete, identify(task.feed_id, document.entries), document.left_out)


def work(body: bytes, task: bytes) -> bytes:
    """``read_feed`` in the form that the pool runs: JSON as context and as result."""
    return DIGEST.dump_json(read_feed(body, TASK.validate_json(task)))
