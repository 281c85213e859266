"""The tree of errors in the docstring of `wirekit.errors` is the one in the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from wirekit import errors

ROOT = Path(__file__).parents[3]
BRANCH = re.compile(r"[├└]── (\w+)")


def bases() -> dict[str, set[str]]:
    """The bases of every class of ours, by its name."""
    sources = [path for folder in ("libs", "services") for path in (ROOT / folder).rglob("*.py")]
    nodes = [node for path in sources for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    return {node.name: {ast.unparse(base) for base in node.bases} for node in nodes if isinstance(node, ast.ClassDef)}


def test_the_tree_names_every_error_that_we_expect() -> None:
    family, classes = {"WirewatchError"}, bases()
    while more := {name for name, above in classes.items() if above & family - {"FetchError"}} - family:
        family |= more

    assert family - {"WirewatchError"} == set(BRANCH.findall(errors.__doc__ or ""))
