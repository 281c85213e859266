"""A package that draws a map of its modules in its docstring leaves none of them out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def docstring(package: Path) -> str:
    return ast.get_docstring(ast.parse(package.read_text("utf-8"))) or ""


def modules(folder: Path) -> set[str]:
    inside = {each.parent.name for each in folder.glob("*/__init__.py")}
    return ({each.stem for each in folder.glob("*.py")} | inside) - {"__init__", "__main__"}


MAPS = [path for path in sorted(ROOT.glob("[ls]*/**/__init__.py")) if "::\n" in docstring(path)]


def test_the_packages_of_the_libraries_have_maps() -> None:
    assert len(MAPS) >= 8


@pytest.mark.parametrize("package", MAPS, ids=lambda path: str(path.parent.relative_to(ROOT)))
def test_a_map_names_every_module(package: Path) -> None:
    named = set(re.findall(r"\w+", docstring(package)))

    assert modules(package.parent) - named == set()
