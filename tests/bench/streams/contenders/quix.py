"""quix-streams: a StreamingDataFrame from topic to topic, at least once, checkpointed each second."""

from __future__ import annotations

from typing import Any

from quixstreams import Application

from tests.bench.streams.job import Job, Stopwatch, decoded


def run(job: Job, watch: Stopwatch, variant: str) -> None:
    """The whole job in the library's own loop."""
    del variant
    application = Application(
        broker_address=job.servers,
        consumer_group=job.group,
        auto_offset_reset="earliest",
        commit_interval=1.0,
        loglevel="ERROR",
        auto_create_topics=False,
        producer_extra_config={"compression.type": "zstd", "enable.idempotence": True, "linger.ms": 5},
    )

    def check(value: bytes) -> bytes:
        watch.start()
        decoded(value)
        return value

    source: Any = application.topic(job.source, key_deserializer="bytes", value_deserializer="bytes")
    target: Any = application.topic(job.target, key_serializer="bytes", value_serializer="bytes")
    application.dataframe(source).apply(check).to_topic(target)  # under the key it came with, which is the id
    application.run(count=job.count, timeout=60)
    watch.stop()
