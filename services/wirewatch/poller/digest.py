"""What passes between the poller and a child that parses for it: the task, and the digest of a feed's body."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pydantic import TypeAdapter

from wirewatch.poller.document import Item


@dataclass(frozen=True, slots=True)
class Task:
    """What must be known to read a body.

    Attributes:
        url: Where it came from, after redirects.
        language: What the operator said, or None.
        now: Refuses dates in the future.
    """

    feed_id: str
    url: str
    content_type: str | None
    language: str | None
    now: dt.datetime


@dataclass(frozen=True, slots=True)
class Digest:
    """A feed as it stands; *complete* is False where its end is missing, *left_out* counts items beyond the limit."""

    title: str
    complete: bool
    items: tuple[Item, ...]
    left_out: int = 0


TASK = TypeAdapter(Task)
DIGEST = TypeAdapter(Digest)
