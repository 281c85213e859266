"""Reads the topics and cue words that an operator adds: a YAML file, or a folder of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from wirekit.contracts import TopicCues, Value
from wirekit.errors import ConfigError
from wirekit.runtime.yamlfile import Location, Section, load_yaml


class TopicsFile(Value):
    """A file of topics."""

    topics: Section[TopicCues]


def load_topics(path: Path | None) -> tuple[TopicCues, ...]:
    """The topics of the file *path*, or of every ``*.yaml`` in the folder *path*, by name; none where there is no path.

    Raises:
        ConfigError: A file is missing or wrong; the message names file, line, field and what is allowed.
    """
    if path is None:
        return ()
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    if not files:
        raise ConfigError(f"{path}: holds no file that ends in .yaml")
    found: tuple[TopicCues, ...] = ()
    for file in files:
        found += load_yaml(file, TopicsFile, partial(_problems, found)).topics
    return found


def _problems(before: tuple[TopicCues, ...], file: TopicsFile) -> Iterator[tuple[Location, str]]:
    from wiretext.topics.taxonomy import problems  # noqa: PLC0415 - what reads articles is loaded only where it is asked

    for index, where, problem in problems(before, file.topics):
        yield ("topics", index, *where), problem
