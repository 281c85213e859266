"""Every promise of docs/guarantees.md names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "guarantees.md").read_text(encoding="utf-8")


def test_every_test_that_proves_a_promise_exists() -> None:
    named = re.findall(r"`([a-z0-9_/]+\.py)::(test_\w+)`", PAGE)

    missing = [
        f"{path}::{name}" for path, name in named if f"def {name}(" not in (ROOT / "tests" / path).read_text("utf-8")
    ]

    assert missing == []
    assert len(named) >= PAGE.count("| promise |")


def test_every_promise_names_a_test() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| promise")]

    assert [row for row in rows if "::test_" not in row] == []
