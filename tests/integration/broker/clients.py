"""A plain client: what is asked here of the broker any program can ask."""

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic


async def create_topic(servers: str, name: str, replicas: int = 1) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=servers)
    await admin.start()
    try:
        await admin.create_topics([NewTopic(name, num_partitions=1, replication_factor=replicas)])
    finally:
        await admin.close()


async def send(servers: str, topic: str, values: list[bytes]) -> None:
    """Returns once every value is acknowledged."""
    async with AIOKafkaProducer(bootstrap_servers=servers, acks="all", max_request_size=6_000_000) as producer:
        for confirmed in [await producer.send(topic, value, partition=0) for value in values]:
            await confirmed


async def read(servers: str, topic: str) -> list[bytes]:
    """All values of the topic's one partition."""
    partition = TopicPartition(topic, 0)
    values: list[bytes] = []
    async with AIOKafkaConsumer(bootstrap_servers=servers, auto_offset_reset="earliest") as consumer:
        consumer.assign([partition])
        end = (await consumer.end_offsets([partition]))[partition]
        while await consumer.position(partition) < end:
            # Not getone: behind the last record may lie a transaction's marker, which moves the position alone.
            batches = await consumer.getmany(partition, timeout_ms=100)
            values += [record.value for record in batches.get(partition, [])]
    return values
