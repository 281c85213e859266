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
SERVED = (100, 100_000)
RELOADED, CHANGED = 100_000, 20  # names, persons
NAME_COLUMNS = (
    "names", "articles/s", "over 100 names", "words new", "with the tagger", "over 100 names", "words new", "MiB",
    "MiB with it", "s to load",
)  # fmt: skip
SERVICE_COLUMNS = ("names", "articles/s for each core used", "over 100 names", "articles/s", "cores", "MiB")

_HOW = (
    "`make bench-enricher`: {sample:,} articles in 30 languages, names invented, CPU time of one core; of the stages "
    "that of the fastest of five passes."
)
_NAMES = (
    "With words that were met before, as nearly all are in a service that has run for a while, and with *words new* to "
    "the process. What a list costs over one of 100 names is the median of short turns with the one and the other."
)
_RELOAD = (
    "A list of {names:,} names of which {changed} persons changed is in use {reload_seconds:.2f} s after a child of "
    "the pool is given it; the first list after {first_seconds:.1f} s."
)
_SERVICE = (
    "The service through Kafka, its pool and the tagger included, the memory of all its processes; articles come "
    "again. Services with either list run side by side and take {turns} turns: medians of these."
)


def main() -> int:
    """Measure and publish; the exit code."""
    options = report.arguments(
        "How many articles a second one core enriches.", sample=1_020, service=16_320, largest=SIZES[-1]
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
        served = [size for size in SERVED if size in sizes]
        figures["service"] = asyncio.run(service.measure(Path(folder), options.service, served))
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
    rows = [_row(size, found, figures["tagger"].get(size)) for size, found in figures["names"].items()]
    return "\n\n".join(
        [
            "## Enriching",
            _HOW.format(sample=sample),
            report.table(("stage, 100 names", "µs an article", "share"), [*costs, ("all", round(total), "")]),
            _NAMES,
            report.table(NAME_COLUMNS, rows),
            _RELOAD.format(**figures["reload"], changed=CHANGED),
            _SERVICE.format(turns=service.TURNS),
            report.table(SERVICE_COLUMNS, _served(figures["service"])),
        ]
    )


def _row(size: int, found: dict[str, float], tagged: dict[str, float] | None) -> tuple[object, ...]:
    return (
        f"{size:,}",
        *_rates(found),
        *(_rates(tagged) if tagged else ("", "", "")),
        round(found["peak_mib"]),
        round(tagged["peak_mib"]) if tagged else "",
        round(found["load_seconds"], 1),
    )


def _rates(found: dict[str, float]) -> tuple[object, ...]:
    return round(found["per_second"]), f"{found['over_base']:+.0%}", round(found["new_per_second"])


def _served(figures: dict[int, dict[str, float]]) -> list[tuple[object, ...]]:
    return [
        (
            f"{size:,}",
            round(found["per_core_second"]),
            f"{found['over_base']:+.0%}",
            round(found["per_second"]),
            f"{found['cores']:.1f}",
            round(found["peak_mib"]),
        )
        for size, found in figures.items()
    ]


if __name__ == "__main__":
    sys.exit(main())
