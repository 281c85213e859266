"""aiokafka alone, the least that confirms before it commits: the yardstick. Variant ``msgspec`` decodes with that."""

from __future__ import annotations

import asyncio

import uvloop
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from tests.bench.streams.job import Job, Stopwatch, decoder


def run(job: Job, watch: Stopwatch, variant: str) -> None:
    """The whole job on one event loop."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_run(job, watch, variant))


async def _run(job: Job, watch: Stopwatch, variant: str) -> None:
    decode, done = decoder(variant), 0
    async with (
        AIOKafkaConsumer(
            job.source,
            bootstrap_servers=job.servers,
            group_id=job.group,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            isolation_level="read_committed",
        ) as consumer,
        AIOKafkaProducer(
            bootstrap_servers=job.servers,
            acks="all",
            enable_idempotence=True,
            compression_type="zstd",
            max_batch_size=256 * 1024,
        ) as producer,
    ):
        while done < job.count:
            fetched = await consumer.getmany(timeout_ms=200, max_records=500)
            sent = []
            for records in fetched.values():
                watch.start()
                for record in records:
                    key = decode(record.value).article_id.encode()
                    sent.append(await producer.send(job.target, record.value, key))
            await asyncio.gather(*sent)
            await consumer.commit()
            done += len(sent)
        watch.stop()
