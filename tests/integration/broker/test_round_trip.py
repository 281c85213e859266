"""A client's view of the embedded broker."""

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from wirekit.broker import EmbeddedKafka


async def create_topic(name: str, bootstrap_servers: str) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap_servers)
    await admin.start()
    try:
        await admin.create_topics([NewTopic(name, num_partitions=1, replication_factor=1)])
    finally:
        await admin.close()


async def test_what_a_producer_sends_a_consumer_reads(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    topic = f"{topic_prefix}articles"
    await create_topic(topic, kafka.bootstrap_servers)
    async with AIOKafkaProducer(bootstrap_servers=kafka.bootstrap_servers) as producer:
        await producer.send_and_wait(topic, "Пхеньян".encode(), key=b"a")
    async with AIOKafkaConsumer(
        topic, bootstrap_servers=kafka.bootstrap_servers, auto_offset_reset="earliest"
    ) as consumer:
        record = await consumer.getone()

    assert (record.key, record.value.decode()) == (b"a", "Пхеньян")
