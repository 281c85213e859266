"""Each module of vetoes has tests of its own, in a file of its name: what decides is found where it is tested."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VETOES = ROOT / "libs" / "wiretext" / "vetoes"
TESTS = ROOT / "tests" / "unit" / "wiretext" / "vetoes"
THROUGH_ANOTHER: dict[str, str] = {}
"""The modules that another's tests are enough for, and why: *things/visits*: "``named`` asks it before all it says"."""


def has_code(path: Path) -> bool:
    return any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in ast.parse(path.read_text("utf-8")).body)


def named(path: Path, root: Path) -> str:
    """*path* below *root* as a module, a file of tests as the one that it is named after."""
    return (path.parent / path.stem.removeprefix("test_")).relative_to(root).as_posix()


MODULES = {named(path, VETOES) for path in VETOES.rglob("*.py") if has_code(path)}
FILES = sorted(TESTS.rglob("test_*.py"))


def test_there_are_modules_to_test() -> None:
    assert len(MODULES) > 50


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_has_tests_in_a_file_of_its_name(module: str) -> None:
    tested = {named(path, TESTS) for path in FILES if "\ndef test_" in path.read_text("utf-8")}

    assert (module in tested) is (module not in THROUGH_ANOTHER)


@pytest.mark.parametrize("path", FILES, ids=lambda path: named(path, TESTS))
def test_a_file_of_tests_is_that_of_a_module_or_in_the_folder_of_one(path: Path) -> None:
    assert {named(path, TESTS), path.parent.relative_to(TESTS).as_posix()} & MODULES


def test_only_modules_are_tested_through_another() -> None:
    assert THROUGH_ANOTHER.keys() - MODULES == set()
    assert all(THROUGH_ANOTHER.values())
