"""``make bench-streams``: ours beside the alternatives, owned state, and latency, on the embedded Kafka."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path
from typing import Any

import uvloop

from tests.bench import report
from tests.bench.streams import latency, state, throughput
from wirekit.broker import EmbeddedKafka
from wirekit.kafka import Connection

PACE = 1000  # messages/s
PACE_SECONDS = 30


async def measure(count: int, rounds: int, rows: int) -> dict[str, Any]:
    """All figures. Kafka and this process stay off the core that the contenders run on."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:-1] or os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory(prefix="bench-kafka-") as folder:
        async with EmbeddedKafka(Path(folder)) as kafka:
            connection = Connection(kafka.bootstrap_servers)
            found = {"throughput": await throughput.measure(connection, count, rounds)}
            report.say("latency")
            found["latency"] = {
                name: await latency.measure(connection, name, PACE, PACE_SECONDS) for name in ("raw_aiokafka", "ours")
            }
            report.say("owned state")
            return found | {"state": await state.measure(connection, count, rows)}


def main() -> None:
    """Measure and publish."""
    options = report.arguments(__doc__ or "", count=40_000, rounds=5, rows=100_000)
    cores = os.sched_getaffinity(0)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        found = runner.run(measure(options.count, options.rounds, options.rows))
    os.sched_setaffinity(0, cores)
    paced = [
        (throughput.CONTENDERS[name], figures["p50_ms"], figures["p99_ms"])
        for name, figures in found["latency"].items()
    ]
    text = "\n\n".join(
        [
            "## Streams",
            "`make bench-streams`.",
            throughput.section(found["throughput"], options.count, options.rounds),
            f"From the publication of a record to a reader of the output, at {PACE:,} messages/s:",
            report.table(("contender", "ms p50", "ms p99"), paced),
            state.section(found["state"], options.rows),
        ]
    )
    report.publish(options, "streams", text, found)


if __name__ == "__main__":
    main()
