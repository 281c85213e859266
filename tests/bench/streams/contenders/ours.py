"""Ours: the pipeline that every stateless service runs, fed by a subscription or by Faust."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import uvloop

from tests.bench.streams.job import Job, Stopwatch, decoded
from wirekit.kafka import Connection, Outgoing, Record
from wirekit.streams import DeadLetters, FaustSource, Membership, Outcome, Pipeline, Publisher, Subscription


def run(job: Job, watch: Stopwatch, variant: str) -> None:
    """Variant ``faust`` takes its batches from Faust."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_run(job, watch, FaustSource if variant == "faust" else Subscription))


async def _run(job: Job, watch: Stopwatch, kind: type[Subscription | FaustSource]) -> None:
    async def handle(records: Sequence[Record]) -> Sequence[Outcome]:
        watch.start()
        return [[_output(job, record)] for record in records]

    connection = Connection(job.servers)
    source = kind(connection, Membership(job.group, (job.source,)))
    async with Publisher(connection) as publisher:
        line = asyncio.create_task(Pipeline(source, handle, publisher, DeadLetters("bench")).run())
        while sum(lane.watermark or 0 for lane, _ in source.progress()) < job.count:
            if line.done():
                line.result()
            await asyncio.sleep(0.005)
        watch.stop()
        line.cancel()
        await asyncio.wait({line})


def _output(job: Job, record: Record) -> Outgoing:
    return Outgoing(job.target, decoded(record.value or b"").article_id.encode(), record.value)
