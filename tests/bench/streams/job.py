"""The job that every contender does: read articles of 3 KB, decode each, write it under the id in the model."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.builders import a_raw_article
from wirekit.contracts import RawArticle
from wirekit.kafka import Outgoing

PARTITIONS = 4
ARTICLE_BYTES = 3000
_WORDS = (
    "minister",
    "said",
    "Tuesday",
    "talks",
    "harbour",
    "agreed",
    "storm",
    "ferry",
    "council",
    "budget",
    "the",
    "of",
)


@dataclass(frozen=True, slots=True)
class Job:
    """What to do: *count* records of the topic *source*, into *target*."""

    servers: str
    source: str
    target: str
    group: str
    count: int


@dataclass(slots=True)
class Stopwatch:
    """From the first record read to the last one confirmed: neither start-up nor joining a group counts.

    ``laps`` holds wall seconds, CPU seconds of this process (threads included) and its largest memory in MiB.
    """

    laps: dict[str, float] = field(default_factory=dict)
    _wall: float = field(default=0.0, init=False)
    _cpu: float = field(default=0.0, init=False)

    def start(self) -> None:
        """Start with the first record; later calls change nothing."""
        if not self._wall:
            self._wall, self._cpu = time.monotonic(), time.process_time()

    def stop(self) -> None:
        """All is confirmed."""
        self.laps = {
            "seconds": time.monotonic() - self._wall,
            "cpu_seconds": time.process_time() - self._cpu,
            "peak_mib": _peak_mib(),
        }


def _peak_mib() -> float:
    """Since this program was loaded: ``ru_maxrss`` would count what it was forked from as well (getrusage(2))."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def articles(topic: str, count: int) -> list[Outgoing]:
    """*count* raw articles of about 3 KB as records for *topic*: the same ones every time."""
    draw = random.Random(1729)
    records = []
    for number in range(count):
        words = draw.choices(_WORDS, k=ARTICLE_BYTES // 6)
        article = a_raw_article(article_id=f"{number:026d}", content_html=f"<p>{' '.join(words)}</p>")
        records.append(Outgoing(topic, article.article_id.encode(), article.model_dump_json().encode()))
    return records


def decoded(value: bytes) -> RawArticle:
    """The model in a record's value."""
    return RawArticle.model_validate_json(value)


def decoder(variant: str) -> Callable[[bytes], Any]:
    """How to decode: the model that all use, or with msgspec a struct of the same fields."""
    if variant != "msgspec":
        return decoded
    import msgspec  # noqa: PLC0415 - only where it is measured

    fields = [
        (name, field.annotation if field.annotation in {str, int, bool} else Any)
        for name, field in RawArticle.model_fields.items()
    ]
    decode: Callable[[bytes], Any] = msgspec.json.Decoder(msgspec.defstruct("Article", fields)).decode
    return decode
