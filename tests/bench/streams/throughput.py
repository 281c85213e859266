"""Who does the job how fast: every contender in a process of its own, in turns, so that all see the same machine."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import statistics
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.bench import report
from tests.bench.streams.job import ARTICLE_BYTES, PARTITIONS, Job, articles
from tests.integration.streams import topics
from wirekit.kafka import Connection

CONTENDERS = {
    "raw_aiokafka": "aiokafka alone, the same pydantic model",
    "raw_aiokafka:msgspec": "aiokafka alone, msgspec",
    "ours": "**Wirewatch**, its own subscription",
    "ours:faust": "**Wirewatch**, batches from Faust",
    "confluent": "confluent-kafka, the same model",
    "quix": "quix-streams, the same model",
    "stock_faust:bytes": "Faust, tuned, bytes and the same model",
    "stock_faust:record": "Faust as it comes, `faust.Record`",
}
YARDSTICK = "raw_aiokafka"
ROOT = Path(__file__).parents[3]

Laps = dict[str, float]


async def measure(connection: Connection, count: int, rounds: int) -> dict[str, Laps]:
    """The medians of *rounds* for each contender: ``per_second``, ``cpu_us`` a message, ``peak_mib``."""
    source = "bench.articles"
    await topics.create(connection, source, partitions=PARTITIONS)
    await topics.fill(connection, articles(source, count))
    found: dict[str, list[Laps]] = {name: [] for name in CONTENDERS}
    for turn in range(rounds):
        for name in CONTENDERS:
            place = f"bench.{name.replace(':', '.')}.{turn}"
            await topics.create(connection, place, partitions=PARTITIONS)
            job = Job(connection.bootstrap_servers, source, place, place, count)
            found[name].append(await _run(name, job))
            report.say(f"round {turn + 1}: {name}: {count / found[name][-1]['seconds']:,.0f} messages/s")
    return {name: _medians(laps, count) for name, laps in found.items()}


async def _run(name: str, job: Job) -> Laps:
    command = [sys.executable, "-m", "tests.bench.streams.contenders", name, json.dumps(dataclasses.asdict(job))]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    output, _ = await asyncio.wait_for(process.communicate(), 300)
    if process.returncode:
        raise RuntimeError(f"{name} ended with {process.returncode}")
    laps: Laps = json.loads(output.splitlines()[-1])
    return laps


def _medians(laps: list[Laps], count: int) -> Laps:
    seconds, cpu, peak = (statistics.median(lap[key] for lap in laps) for key in ("seconds", "cpu_seconds", "peak_mib"))
    return {"per_second": count / seconds, "cpu_us": cpu / count * 1e6, "peak_mib": peak}


def section(found: Mapping[str, Laps], count: int, rounds: int) -> str:
    """The table, as Markdown."""
    base = found[YARDSTICK]
    rows = [
        (
            CONTENDERS[name],
            laps["per_second"],
            laps["per_second"] / base["per_second"],
            laps["cpu_us"],
            laps["cpu_us"] / base["cpu_us"],
            laps["peak_mib"],
        )
        for name, laps in found.items()
    ]
    columns = ("contender", "messages/s", "× raw", "CPU µs a message", "× raw", "peak MiB")
    return (
        f"Consume → decode → produce, {count:,} records of {ARTICLE_BYTES / 1000:.0f} KB in {PARTITIONS} partitions, "
        f"at least once, one process on one core, Kafka on the other; median of {rounds} interleaved rounds.\n\n"
        + report.table(columns, rows)
    )
