"""A client's view of the embedded broker."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.errors import MessageSizeTooLargeError

from tests.integration.broker.clients import create_topic, read, send
from wirekit.broker import EmbeddedKafka

LISTENING = "0A"


async def test_what_a_producer_sends_a_consumer_reads(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    topic = f"{topic_prefix}articles"
    await create_topic(kafka.bootstrap_servers, topic)
    await send(kafka.bootstrap_servers, topic, ["Пхеньян".encode(), b"two"])

    assert await read(kafka.bootstrap_servers, topic) == ["Пхеньян".encode(), b"two"]


async def test_a_record_of_five_mebibytes_passes_and_a_larger_one_is_refused(
    kafka: EmbeddedKafka, topic_prefix: str
) -> None:
    topic = f"{topic_prefix}large"
    await create_topic(kafka.bootstrap_servers, topic)
    five_mebibytes = bytes(5 * 1024 * 1024)
    await send(kafka.bootstrap_servers, topic, [five_mebibytes])
    async with AIOKafkaProducer(bootstrap_servers=kafka.bootstrap_servers, max_request_size=10_000_000) as producer:
        with pytest.raises(MessageSizeTooLargeError):
            await producer.send_and_wait(topic, bytes(7 * 1024 * 1024))

    assert await read(kafka.bootstrap_servers, topic) == [five_mebibytes]


async def test_a_transaction_can_be_committed(kafka: EmbeddedKafka, topic_prefix: str) -> None:
    topic = f"{topic_prefix}transacted"
    await create_topic(kafka.bootstrap_servers, topic)
    async with (
        AIOKafkaProducer(bootstrap_servers=kafka.bootstrap_servers, transactional_id=topic_prefix) as producer,
        producer.transaction(),
    ):
        await producer.send_and_wait(topic, b"one")

    assert await read(kafka.bootstrap_servers, topic) == [b"one"]


def sockets_of(pid: int | None) -> set[str]:
    """The inodes of the sockets that a process has open."""
    links: list[str] = []
    for path in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            links.append(str(path.readlink()))
    return {match[1] for link in links if (match := re.fullmatch(r"socket:\[(\d+)\]", link))}


@pytest.mark.skipif(not Path("/proc/net/tcp").is_file(), reason="reads proc(5), which only Linux has")
def test_the_broker_listens_on_the_loopback_only(kafka: EmbeddedKafka) -> None:
    own = sockets_of(kafka.pid)
    lines = [line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()]
    addresses = [line[1].split(":") for line in lines if line[3] == LISTENING and line[9] in own]

    assert f"{kafka.port:04X}" in {port for _, port in addresses}
    # 127.0.0.1 in network order, as such and mapped into IPv6.
    assert {host for host, _ in addresses} <= {"0100007F", "0000000000000000FFFF00000100007F"}
