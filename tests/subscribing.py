"""docs/subscribing.md in pieces: what it says of each topic, the records that it shows, its snippets."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from wirekit.contracts import topology
from wirekit.kafka import Record

PAGE = (Path(__file__).parents[1] / "docs" / "subscribing.md").read_text(encoding="utf-8")
PUBLIC = [topic for topic in topology.TOPICS.values() if topic.public]


def section(topic: str) -> str:
    """What the page says under the heading of *topic*."""
    return PAGE.partition(f"\n### `{topic}`\n")[2].partition("\n### ")[0]


def blocks(language: str, text: str = PAGE) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def golden(topic: str) -> Record:
    """The record that the page shows for *topic*."""
    head, _, headers = blocks("text", section(topic))[0].partition("\n\n")
    fields = (line.partition(": ") for line in headers.splitlines())
    (value,) = blocks("json", section(topic))
    key = head.removeprefix("key: ").encode()
    partition = topology.partition_of(key, topology.TOPICS[topic].partitions)
    return Record(topic, partition, 0, key, value.encode(), tuple((name, text.encode()) for name, _, text in fields))


def function(name: str) -> Any:
    """The function *name* of the page's snippets in Python."""
    (source,) = (block for block in blocks("python") if f"def {name}(" in block)
    names: dict[str, Any] = {"__name__": "a page"}
    exec(compile(source, "docs/subscribing.md", "exec"), names)  # noqa: S102  # running it is the test
    return names[name]


def commands() -> list[str]:
    """What the page would have one type."""
    return [line.removeprefix("$ ") for line in "".join(blocks("console")).splitlines()]
