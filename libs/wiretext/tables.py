"""Reads the tables of this package: YAML files beside its modules, which people review and no program writes."""

from __future__ import annotations

from functools import cache, reduce
from importlib import resources
from operator import getitem
from typing import Any

import yaml

from wiretext.normal import normalise

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def table(name: str) -> Any:
    """The content of ``<name>.yaml`` (``vetoes/context/thing_words``); read once a process."""
    text = resources.files("wiretext").joinpath(f"{name}.yaml").read_text("utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 (it is the safe loader, in C where libyaml is there)


def listed(name: str, *keys: str) -> tuple[str, ...]:
    """The words that ``<name>.yaml`` has under *keys*, one inside the other: a list there, or a text to be split."""
    found = reduce(getitem, keys, table(name))
    return tuple(found.split() if isinstance(found, str) else found)


def listed_for(language: str, name: str, key: str) -> tuple[str, ...]:
    """The words of *language* (or of a script) that ``<name>.yaml`` has under *key*; none where it has none for it."""
    return listed(name, key, language) if language in table(name)[key] else ()


@cache
def words_of(name: str, *keys: str) -> frozenset[str]:
    """The same words in normal form."""
    return frozenset(normalise(word).text for word in listed(name, *keys))


@cache
def words_for(language: str, name: str, key: str) -> frozenset[str]:
    """As ``listed_for``, in normal form."""
    return frozenset(normalise(word).text for word in listed_for(language, name, key))
