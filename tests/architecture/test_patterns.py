"""Regular expressions mean the same to every Python that the project runs on.

Debian's Python 3.11.2 reads a group with a possessive quantifier wrongly and may loop for ever (CPython gh-106052,
mended in 3.11.5); a set of characters with one is read well.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+")


def patterns(source: str) -> Iterator[str]:
    """Every text in *source* that may be a part of a regular expression."""
    return (
        node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant) and type(node.value) is str
    )


@pytest.mark.parametrize("folder", ["libs", "services"])
def test_no_group_has_a_possessive_quantifier(folder: str) -> None:
    found = [
        (str(path.relative_to(ROOT)), pattern)
        for path in sorted((ROOT / folder).rglob("*.py"))
        for pattern in patterns(path.read_text("utf-8"))
        if POSSESSIVE_GROUP.search(pattern)
    ]

    assert found == []


def test_what_is_looked_for_would_be_found() -> None:
    assert [bool(POSSESSIVE_GROUP.search(pattern)) for pattern in ("(?:a)?+", "(a)*+b", "[)]*+", r"\)++", "(a)+b")] == [
        True, True, False, False, False,
    ]  # fmt: skip
