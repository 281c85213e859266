"""Watches that fire, and mentions, on the labelled articles beside the project, by the scorer that lies with them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.eval.beside import PAIRS

_WIREWATCH = str(Path(sys.executable).with_name("wirewatch"))


def section() -> str:
    """The scorer's tables, by language and by probe, of what ``wirewatch match`` prints."""
    match = [_WIREWATCH, "match", "--watchlist", str(PAIRS / "watchlist.yaml"), str(PAIRS / "articles.jsonl")]
    printed = subprocess.run(match, check=True, capture_output=True, text=True).stdout
    score = [sys.executable, str(PAIRS / "evaluate.py"), "-"]
    scored = subprocess.run(score, check=True, capture_output=True, text=True, input=printed).stdout
    return f"```text\n{scored.strip()}\n```\n"
