"""quix-streams: a StreamingDataFrame from topic to topic, at least once, checkpointed each second."""

from __future__ import annotations

from typing import Any

from quixstreams import Application

from tests.bench.streams.job import Job, Stopwatch, decoded
from wirekit.contracts import RawArticle


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
        producer_extra_config={"compression.type": "lz4", "enable.idempotence": True, "linger.ms": 5},
    )

    def decode(value: bytes) -> tuple[RawArticle, bytes]:
        watch.start()
        return decoded(value), value

    def key_of(item: tuple[RawArticle, bytes]) -> bytes:
        return item[0].article_id.encode()

    source: Any = application.topic(job.source, key_deserializer="bytes", value_deserializer="bytes")
    target: Any = application.topic(job.target, key_serializer="bytes", value_serializer="bytes")
    frame: Any = application.dataframe(source).apply(decode)
    frame.to_topic(target, key=key_of)
    frame = frame.apply(lambda item: item[1])
    application.run(count=job.count, timeout=60)
    watch.stop()
