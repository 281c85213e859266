"""confluent-kafka (librdkafka): polls in lots, flushes, then commits."""

from __future__ import annotations

from confluent_kafka import Consumer, KafkaError, KafkaException, Message, Producer

from tests.bench.streams.job import Job, Stopwatch, decoded

_LOT = 500


def run(job: Job, watch: Stopwatch, variant: str) -> None:
    """The whole job on one thread of ours and those of librdkafka."""
    del variant
    consumer = Consumer(
        {
            "bootstrap.servers": job.servers,
            "group.id": job.group,
            "enable.auto.commit": False,
            "auto.offset.reset": "earliest",
            "isolation.level": "read_committed",
        }
    )
    producer = Producer(
        {
            "bootstrap.servers": job.servers,
            "enable.idempotence": True,
            "compression.type": "zstd",
            "linger.ms": 5,
            "queue.buffering.max.messages": 1_000_000,
        }
    )
    consumer.subscribe([job.source])
    done = 0
    while done < job.count:
        messages = consumer.consume(_LOT, 0.2)
        if not messages:
            continue
        watch.start()
        for message in messages:
            value = message.value() or b""
            producer.produce(job.target, value, decoded(value).article_id, on_delivery=_check)
        producer.flush()
        consumer.commit(asynchronous=False)
        done += len(messages)
    watch.stop()
    consumer.close()


def _check(error: KafkaError | None, _: Message) -> None:
    if error:
        raise KafkaException(error)
