"""How long a record takes through a step at a steady pace: from its publication to a reader of the output."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import sys
import time
from pathlib import Path

from tests.bench import report
from tests.bench.streams.job import PARTITIONS, Job, articles
from tests.integration.streams import topics
from wirekit.kafka import Connection, Outgoing, reader
from wirekit.streams import Publisher

ROOT = Path(__file__).parents[3]
TICK_SECONDS = 0.01
WARM_UP = 0.2


async def measure(connection: Connection, name: str, per_second: int, seconds: int) -> dict[str, float]:
    """Milliseconds p50 and p99 through the contender *name* at *per_second*."""
    count = per_second * seconds
    source, target = f"pace.{name}.in".replace(":", "."), f"pace.{name}.out".replace(":", ".")
    await topics.create(connection, source, target, partitions=PARTITIONS)
    job = Job(connection.bootstrap_servers, source, target, target, count)
    command = [sys.executable, "-m", "tests.bench.streams.contenders", name, json.dumps(dataclasses.asdict(job))]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.DEVNULL)
    sent: dict[bytes, float] = {}
    try:
        took = asyncio.create_task(watch(connection, target, sent, count))
        await asyncio.sleep(5)  # it joins its group
        await feed(connection, articles(source, count), sent, per_second)
        times = await asyncio.wait_for(took, 60)
        await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
    return figures(times)


def figures(times: list[float]) -> dict[str, float]:
    """Milliseconds p50 and p99 of *times*, in seconds, without the first fifth."""
    steady = times[int(len(times) * WARM_UP) :]
    return {"p50_ms": report.percentile(steady, 0.5) * 1000, "p99_ms": report.percentile(steady, 0.99) * 1000}


async def feed(connection: Connection, records: list[Outgoing], sent: dict[bytes, float], per_second: int) -> None:
    """Publish *records* at a steady pace and note in *sent* when, by what :func:`identity` gives."""
    lot = max(1, int(per_second * TICK_SECONDS))
    async with Publisher(connection) as publisher:
        started, confirmed = time.monotonic(), []
        for number, at in enumerate(range(0, len(records), lot)):
            await asyncio.sleep(max(0.0, started + number * lot / per_second - time.monotonic()))
            now = time.monotonic()
            sent.update((identity(record), now) for record in records[at : at + lot])
            confirmed.append(await publisher.enqueue(records[at : at + lot]))
        await asyncio.gather(*confirmed)


def identity(record: Outgoing) -> bytes:
    """By what the output of *record* is known: its first header where it has one, else its key."""
    return (record.headers[0][1] or b"") if record.headers else record.key


async def watch(connection: Connection, topic: str, sent: dict[bytes, float], count: int) -> list[float]:
    """The seconds that each of the next *count* records of *topic* took since it was sent."""
    times: list[float] = []
    async with reader(connection, topic) as consumer:
        while len(times) < count:
            for records in (await consumer.getmany(timeout_ms=200)).values():
                now = time.monotonic()
                times += [now - sent[record.key] for record in records if record.key in sent]
    return times
