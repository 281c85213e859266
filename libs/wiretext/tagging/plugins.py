"""Loads the tagger that a setting names: ``built-in``, ``off``, or a plug-in and its model, as ``spacy:/models/xx``.

Other packages add plug-ins by entry points of the group ``wirewatch.taggers``: functions that take what stands behind
the colon and return a ``Tagger``, or raise ``TaggerUnavailable``. Loads nothing that is not asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, cast

from wiretext.tagging.passage import Tagger

BUILT_IN, OFF = "built-in", "off"
GROUP = "wirewatch.taggers"
# Imported only when asked for: numpy, and what the extras bring.
_LOADERS = {
    BUILT_IN: "wiretext.tagging.perceptron",
    "spacy": "wiretext.tagging.with_spacy",
    "gliner": "wiretext.tagging.with_gliner",
    "hf": "wiretext.tagging.with_transformers",
}


class TaggerUnavailable(Exception):
    """A tagger cannot be had: its package is not installed, or its model is missing. Says what to do about it."""


def load(setting: str) -> Tagger | None:
    """The tagger that *setting* names; None for ``off``.

    Raises:
        TaggerUnavailable: It cannot be had here.
    """
    if setting == OFF:
        return None
    name, _, argument = setting.partition(":")
    return _factory(name)(argument)


def _factory(name: str) -> Callable[[str], Tagger]:
    if name in _LOADERS:
        return cast("Callable[[str], Tagger]", import_module(_LOADERS[name]).load)
    for point in entry_points(group=GROUP, name=name):
        return cast("Callable[[str], Tagger]", point.load())
    known = ", ".join([OFF, *_LOADERS, *sorted(entry_points(group=GROUP).names)])
    raise TaggerUnavailable(f"there is no tagger {name!r}, only {known}; a package may add it under {GROUP!r}")


def required(module: str, extra: str) -> Any:
    """The package *module*, which *extra* installs; raises TaggerUnavailable where it is not installed."""
    try:
        return import_module(module)
    except (ImportError, OSError, RuntimeError, ValueError) as error:  # PyTorch raises all of them where it is broken
        remedy = f"pip install 'wirewatch[{extra}]'"
        raise TaggerUnavailable(
            f"the tagger {extra!r} needs {module}, which cannot be imported ({error}): {remedy}"
        ) from error
