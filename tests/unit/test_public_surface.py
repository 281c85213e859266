"""`__all__` of each library is its public surface: what is imported there, no more and no less."""

from __future__ import annotations

from collections import Counter
from types import ModuleType

import pytest

import wirealert
import wirekit.broker
import wirekit.contracts
import wirekit.kafka
import wirekit.net
import wirekit.streams
import wiretext

LIBRARIES = (wirekit.contracts, wirekit.streams, wirekit.kafka, wirekit.net, wirekit.broker, wiretext, wirealert)
MODULES = {"wirekit.contracts": {"ids", "topology"}}
"""Modules that are part of a surface; every other one is where its names come from."""
LAZY = {"wiretext": set(wiretext._HOMES)}
"""Names that are loaded when they are first asked for."""


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.__name__)
def test_all_names_what_is_public_and_nothing_else(library: ModuleType) -> None:
    names = {
        name for name, value in vars(library).items() if not name.startswith("_") and not isinstance(value, ModuleType)
    }

    assert names | LAZY.get(library.__name__, set()) | MODULES.get(library.__name__, set()) == set(library.__all__)


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.__name__)
def test_whatever_is_named_can_be_imported(library: ModuleType) -> None:
    assert [name for name in library.__all__ if not hasattr(library, name)] == []


def test_no_name_is_in_two_libraries() -> None:
    named = Counter(name for library in LIBRARIES for name in library.__all__)

    assert [name for name, homes in named.items() if homes > 1] == []
