"""Runs the measures one after the other, each in a process of its own, and publishes them."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench import report
from tests.bench.enricher import service
from tests.bench.enricher.material import ARTICLES, articles

SIZES = (100, 10_000, 100_000, 1_000_000)
RELOADED, CHANGED = 100_000, 20  # names, persons
NAME_COLUMNS = ("names", "articles/s", "cost over 100 names", "with the tagger", "MiB", "MiB with it", "s to load")

_HOW = (
    "`make bench-enricher`: {sample:,} articles in 30 languages, names invented, CPU time of one core; of the stages "
    "that of the fastest of five passes."
)
_RELOAD = (
    "A list of {names:,} names of which {changed} persons changed is in use {reload_seconds:.2f} s after a child of "
    "the pool is given it; the first list after {first_seconds:.1f} s."
)
_SERVICE = (
    "The service through Kafka, its pool and the tagger included, {names} names: {per_core_second:.0f} articles/s for "
    "each core it uses ({per_second:.0f}/s on {cores:.1f} cores), {peak_mib:.0f} MiB in all its processes. Articles "
    "come again: nearly all words have been met before, as in a service that has run for a while."
)


def main() -> int:
    """Measure and publish; the exit code."""
    options = report.arguments(
        "How many articles a second one core enriches.", sample=1_020, service=4_000, largest=SIZES[-1]
    )
    if not ARTICLES.exists():
        report.say(f"no articles to measure with: {ARTICLES}")
        return 1
    sizes = [size for size in SIZES if size <= options.largest]
    sample = min(options.sample, len(articles()))
    figures: dict[str, Any] = {
        "stages": _measure("stages", SIZES[0], sample)["us"],
        "names": {size: _measure("names", size, sample) for size in sizes},
        "tagger": {size: _measure("tagger", size, sample) for size in sizes[:3]},
        "reload": _measure("reload", min(RELOADED, sizes[-1]), CHANGED),
    }
    report.say("the service")
    with tempfile.TemporaryDirectory(prefix="bench-enricher-") as folder:
        figures["service"] = asyncio.run(service.measure(Path(folder), options.service))
    report.publish(options, "enricher", section(figures, sample), figures)
    return 0


def _measure(name: str, *arguments: int) -> dict[str, Any]:
    report.say(f"{name} {arguments}")
    command = [sys.executable, "-m", "tests.bench.enricher.stages", json.dumps([name, *arguments])]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found


def section(figures: dict[str, Any], sample: int) -> str:
    """The tables, as Markdown."""
    stages = figures["stages"]
    total = sum(stages.values())
    costs = [(stage, round(us), f"{us / total:.0%}") for stage, us in stages.items()]
    base = figures["names"][SIZES[0]]["per_second"]
    rows = [_row(size, found, base, figures["tagger"].get(size)) for size, found in figures["names"].items()]
    return "\n\n".join(
        [
            "## Enriching",
            _HOW.format(sample=sample),
            report.table(("stage, 100 names", "µs an article", "share"), [*costs, ("all", round(total), "")]),
            report.table(NAME_COLUMNS, rows),
            _RELOAD.format(**figures["reload"], changed=CHANGED),
            _SERVICE.format(**figures["service"], names=service.NAMES),
        ]
    )


def _row(size: int, found: dict[str, float], base: float, tagged: dict[str, float] | None) -> tuple[object, ...]:
    over = f"{base / found['per_second'] - 1:+.0%}"
    rate, memory = (round(tagged["per_second"]), round(tagged["peak_mib"])) if tagged else ("", "")
    return (
        f"{size:,}",
        round(found["per_second"]),
        over,
        rate,
        round(found["peak_mib"]),
        memory,
        round(found["load_seconds"], 1),
    )


if __name__ == "__main__":
    sys.exit(main())
