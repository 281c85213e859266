"""The size budgets: module 300 lines (a service's main 40), function 30, parameters 6, methods 12, inheritance 2."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULE_LINES, MAIN_LINES, FUNCTION_LINES, PARAMETERS, METHODS, DEPTH = 300, 40, 30, 6, 12, 2
SOURCES = sorted(path for folder in ("libs", "services") for path in (ROOT / folder).rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}
STREAMS_LINES = 2000

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[Path, Function]]:
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield path, node


def classes() -> Iterator[tuple[Path, ast.ClassDef]]:
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                yield path, node


def place(path: Path, node: Function | ast.ClassDef) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"


def body_lines(node: Function) -> int:
    """Lines from the signature to the end, without the docstring."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def parameters(node: Function) -> int:
    arguments = node.args
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return len(names) - (names[:1] in (["self"], ["cls"]))


def bases(node: ast.ClassDef) -> list[str]:
    named = [base.value if isinstance(base, ast.Subscript) else base for base in node.bases]
    return [ast.unparse(base).rsplit(".", maxsplit=1)[-1] for base in named]


def depth(name: str, known: dict[str, list[str]]) -> int:
    """Steps of inheritance above *name* within our own tree; Protocols and errors are not counted."""
    above = [base for base in known[name] if base in known and base != name and not base.endswith("Error")]
    return max((1 + depth(base, known) for base in above), default=0)


def test_there_is_something_to_measure() -> None:
    assert len(SOURCES) > 20


def test_no_module_is_longer_than_300_lines() -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}

    assert [f"{p.relative_to(ROOT)}: {n}" for p, n in sizes.items() if n > MODULE_LINES] == []


def test_the_streams_stay_small_enough_to_be_read_whole() -> None:
    lines = [len(p.read_text(encoding="utf-8").splitlines()) for p in SOURCES if p.parent.name == "streams"]

    assert len(lines) > 10
    assert sum(lines) < STREAMS_LINES


def test_the_main_of_a_service_only_wires_in_40_lines() -> None:
    sizes = {p.parent.name: len(p.read_text(encoding="utf-8").splitlines()) for p in SOURCES if p.stem == "__main__"}

    assert sizes
    assert {name: lines for name, lines in sizes.items() if lines > MAIN_LINES} == {}


def test_no_function_is_longer_than_30_lines() -> None:
    assert [f"{place(p, f)}: {body_lines(f)}" for p, f in functions() if body_lines(f) > FUNCTION_LINES] == []


def test_no_function_takes_more_than_6_parameters() -> None:
    assert [f"{place(p, f)}: {parameters(f)}" for p, f in functions() if parameters(f) > PARAMETERS] == []


def test_no_class_has_more_than_12_methods() -> None:
    counts = {place(p, c): sum(isinstance(n, Function) for n in c.body) for p, c in classes()}

    assert {name: count for name, count in counts.items() if count > METHODS} == {}


def test_no_class_inherits_over_more_than_2_steps() -> None:
    known = {c.name: bases(c) for _, c in classes()}
    deep = [place(p, c) for p, c in classes() if not c.name.endswith("Error") and depth(c.name, known) > DEPTH]

    assert deep == []


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "manager", "core", "misc"])
def test_no_module_has_a_name_that_says_nothing(word: str) -> None:
    assert [str(p.relative_to(ROOT)) for p in SOURCES if p.stem == word or word in p.parent.name] == []
