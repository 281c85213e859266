"""The tables beside the modules."""

from __future__ import annotations

from importlib import resources

import pytest

from wiretext.tables import table

NAMES = sorted(
    file.name.removesuffix(".yaml") for file in resources.files("wiretext").iterdir() if file.name.endswith(".yaml")
)


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_read_once_and_holds_something(name: str) -> None:
    assert table(name)
    assert table(name) is table(name)
