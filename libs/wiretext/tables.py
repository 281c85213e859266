"""Reads the tables of this package: YAML files beside its modules, which people review and no program writes."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

from wiretext.normal import normalise

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def table(name: str) -> Any:
    """The content of ``<name>.yaml``; read once a process."""
    text = resources.files("wiretext").joinpath(f"{name}.yaml").read_text("utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 (it is the safe loader, in C where libyaml is there)


@cache
def words_of(name: str, kind: str) -> frozenset[str]:
    """The words that ``<name>.yaml`` has under *kind*, in normal form."""
    return frozenset(normalise(word).text for word in table(name)[kind].split())
