"""``make soak``: the whole product at a steady pace for some minutes; nothing of it may grow or fall behind.

Looks on from outside: memory and descriptors of each process and its children (proc(5)), the tasks of its event loop
(its metrics), and for each consumer group how long ago it last committed while it had records to commit. Ends with 1
when something grew or a group stood still.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import report
from tests.bench.latency import ENDPOINT, FEEDS, Wire, pace
from tests.bench.proc import family, memory_mib
from tests.chaos.wire import watchlist
from tests.e2e.newsroom import GROUPS, Layout, Newsroom
from tests.e2e.processes import Child, page

PER_SECOND = 20
LOOK_SECONDS = 5.0
WARM_UP = 0.3  # of the time: caches fill, pools start
GROWN = 1.1
"""What the last third may be of the third after the warm-up, at the median."""
FEW = {"memory_mib": 16.0, "descriptors": 8.0, "tasks": 8.0}
"""Growth so small that its share says nothing."""
STALE_SECONDS = 5.0


@dataclass(slots=True)
class Watched:
    """What was seen of one service, look by look."""

    memory_mib: list[float] = field(default_factory=list)
    descriptors: list[float] = field(default_factory=list)
    tasks: list[float] = field(default_factory=list)

    def look(self, child: Child) -> None:
        """Note how *child* and its children are now."""
        pids = family(child.pid)
        self.memory_mib.append(sum(memory_mib(pid, "RssAnon") for pid in pids))
        self.descriptors.append(sum(map(_descriptors, pids)))
        tasks = re.search(r"^wirewatch_tasks ([0-9.]+)", page(f"{child.health}/metrics")[1], re.MULTILINE)
        self.tasks.append(float(tasks[1]) if tasks else 0.0)

    def grown(self) -> list[str]:
        """What grew, in words."""
        found = []
        for name, little in FEW.items():
            early, late = thirds(getattr(self, name))
            if late > early * GROWN and late - early > little:
                found.append(f"{name} from {early:.0f} to {late:.0f}")
        return found


def thirds(values: Sequence[float]) -> tuple[float, float]:
    """The medians of the first and of the last third after the warm-up."""
    steady = values[int(len(values) * WARM_UP) :]
    third = max(1, len(steady) // 3)
    return report.percentile(steady[:third], 0.5), report.percentile(steady[-third:], 0.5)


class Commits:
    """How old the last commit of each group became while it had something to commit."""

    def __init__(self) -> None:
        self.oldest = dict.fromkeys(GROUPS, 0.0)
        self._since: dict[str, tuple[int, float]] = {}

    async def keep_looking(self, newsroom: Newsroom) -> None:
        """Look until cancelled."""
        while True:
            for group in GROUPS:
                committed, lag = await newsroom.standing(group)
                before, since = self._since.get(group, (-1, time.monotonic()))
                if committed != before or not lag:
                    self._since[group] = committed, time.monotonic()
                else:
                    self.oldest[group] = max(self.oldest[group], time.monotonic() - since)
            await asyncio.sleep(0.5)


async def measure(folder: Path, minutes: int) -> tuple[dict[str, Watched], Commits]:
    """Run for *minutes*."""
    newsroom, commits = Newsroom(folder, Layout(FEEDS, watchlist(), (ENDPOINT, "desk-2"))), Commits()
    watched = {service: Watched() for service in newsroom.layout.services}
    try:
        await newsroom.prepare()
        newsroom.start_all()
        looking = asyncio.create_task(commits.keep_looking(newsroom))
        feeding = asyncio.create_task(pace(newsroom, Wire(folder), PER_SECOND, 5, minutes * 60))
        while not feeding.done():
            for service, seen in watched.items():
                await asyncio.to_thread(seen.look, newsroom.living(service)[0])
            await asyncio.wait({feeding}, timeout=LOOK_SECONDS)
        looking.cancel()
        await feeding
        return watched, commits
    finally:
        newsroom.close()
        await newsroom.kafka.stop()


def _descriptors(pid: int) -> float:
    folder = Path(f"/proc/{pid}/fd")
    return float(len(list(folder.iterdir()))) if folder.exists() else 0.0


def section(watched: Mapping[str, Watched], commits: Commits, minutes: int) -> str:
    """The tables, as Markdown."""
    rows = []
    for service, seen in watched.items():
        ends = (thirds(getattr(seen, name)) for name in FEW)
        rows.append((service, *(f"{early:.0f} → {late:.0f}" for early, late in ends)))
    return "\n\n".join(
        [
            "## Soak",
            f"`make soak`: {minutes} minutes at {PER_SECOND} articles/s; medians of the first and the last third.",
            report.table(("service", "memory, MiB", "descriptors", "tasks"), rows),
            report.table(("consumer group", "oldest commit, s"), list(commits.oldest.items())),
        ]
    )


def main() -> int:
    """Measure, publish, judge; the exit code."""
    options = report.arguments(__doc__ or "", minutes=10)
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        watched, commits = asyncio.run(measure(Path(folder), options.minutes))
    wrong = [f"{service}: {what}" for service, seen in watched.items() for what in seen.grown()]
    wrong += [f"{group} stood for {age:.1f} s" for group, age in commits.oldest.items() if age > STALE_SECONDS]
    verdict = f"Not flat: {'; '.join(wrong)}." if wrong else "Nothing grew, nothing stood still."
    figures = {service: {name: thirds(getattr(seen, name)) for name in FEW} for service, seen in watched.items()}
    text = f"{section(watched, commits, options.minutes)}\n\n{verdict}"
    report.publish(options, "soak", text, {"services": figures, "commit_age_seconds": commits.oldest, "wrong": wrong})
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
