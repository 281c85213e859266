"""docs/wiretext.md prints what it says it prints."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "wiretext.md"


def test_the_example_prints_what_stands_below_it() -> None:
    example, told = re.findall(r"```(?:python|text)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)

    printed = subprocess.run([sys.executable, "-c", example], check=True, capture_output=True, text=True).stdout

    assert printed == told
