"""What a benchmark leaves behind: a section of ``docs/benchmarks.md``, and the same figures as JSON on standard output.

A section stands between two marks that name it; writing it again replaces it and leaves the others alone.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"


def arguments(description: str, **counts: int) -> argparse.Namespace:
    """The options that every benchmark takes, and a number for each of *counts*."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--write", action="store_true", help=f"write them into docs/{PAGE.name}")
    for name, default in counts.items():
        parser.add_argument(f"--{name}", type=int, default=default, help=f"default {default}")
    return parser.parse_args()


def say(line: str) -> None:
    """Tell whoever waits; standard output is for the figures."""
    sys.stderr.write(line + "\n")


def publish(options: argparse.Namespace, name: str, text: str, figures: Mapping[str, Any]) -> None:
    """Print the section *text*, or *figures* with ``--json``; with ``--write`` put it under *name* on the page."""
    section = f"{text.strip()}\n\n{machine()}\n"
    sys.stdout.write(json.dumps({"machine": machine(), **figures}, indent=2) + "\n" if options.json else section)
    if options.write:
        begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
        page = PAGE.read_text(encoding="utf-8")
        pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
        whole = f"{begin}{section}{end}"
        page = pattern.sub(lambda _: whole, page) if pattern.search(page) else f"{page.rstrip()}\n\n{whole}"
        PAGE.write_text(page, encoding="utf-8")


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table; numbers are aligned to the right."""
    head = "| " + " | ".join(columns) + " |"
    rule = "|" + "|".join("---" if column == 0 else "---:" for column in range(len(columns))) + "|"
    return "\n".join([head, rule, *("| " + " | ".join(map(_shown, row)) + " |" for row in rows)])


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of *values* that at least *share* of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)]


def machine() -> str:
    """What ran it, as a sentence."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown CPU")
    cores = len(os.sched_getaffinity(0))
    return f"Measured on {cores} cores of {model}, Python {platform.python_version()}, Linux {platform.release()}."


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.3g}"
    return f"{value:,}" if isinstance(value, int) else str(value)
