"""The words that a package of vetoes reads are its own or lie below it: who reads whose YAML, imports do not tell."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from wiretext.tables import table

ROOT = Path(__file__).parents[2]
VETOES = ROOT / "libs" / "wiretext" / "vetoes"
MODULES = sorted(VETOES.glob("*/*.py"))
TABLE = re.compile(r"""["']vetoes/(?P<package>\w+)/\w+["']""")


def floors() -> dict[str, int]:
    """The packages by how low they stand, as the contract on imports has them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["id"] == "7-vetoes")
    return {name.strip(): floor for floor, layer in enumerate(layers) for name in layer.split("|")}


def test_there_are_modules_that_read_tables() -> None:
    assert sum(TABLE.search(path.read_text("utf-8")) is not None for path in MODULES) > 30


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_module_reads_the_tables_of_its_package_or_of_one_below(path: Path) -> None:
    floor, own = floors(), path.parent.name
    read = {found["package"] for found in TABLE.finditer(path.read_text("utf-8"))}

    assert {package for package in read - {own} if floor[package] <= floor[own]} == set()


def test_only_things_before_a_name_and_streets_are_told_by_two_words() -> None:
    lists = {
        kind: words for kind, words in table("vetoes/context/thing_words").items() if kind not in {"before", "streets"}
    }
    lists |= {"kinds": table("vetoes/things/animals")["kinds"]}
    entries = [
        (kind, each) for kind, of in lists.items() for words in of.values() if isinstance(words, list) for each in words
    ]

    assert [(kind, each) for kind, each in entries if " " in each] == []
    assert len(entries) > 1000
