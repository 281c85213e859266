"""What cannot go on: too much poison, what is too large, topics that are missing, refused or other than they were."""

from __future__ import annotations

import json
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.coordinator.assignors.range import RangePartitionAssignor

from tests.faults.streams.crowd import Crowd, crowd, without_repeats
from tests.integration.streams import topics
from wirekit.broker import EmbeddedKafka
from wirekit.contracts.topology import MAX_DEAD_LETTER_BYTES
from wirekit.kafka import Outgoing
from wirekit.streams import Publisher
from wirekit.streams.dead_letters import MOST_IN_A_ROW

pytestmark = pytest.mark.faults
ROLES = ("pipeline", "owned")
SLOW_FAUST = ["subscription", pytest.param("faust", marks=pytest.mark.slow)]


@pytest.fixture
def workers(kafka: EmbeddedKafka, topic_prefix: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Crowd]:
    with crowd(getattr(request, "param", "pipeline"), kafka.bootstrap_servers, topic_prefix, tmp_path) as gathered:
        yield gathered


@asynccontextmanager
async def admin_of(workers: Crowd) -> AsyncIterator[AIOKafkaAdminClient]:
    admin = AIOKafkaAdminClient(**workers.connection.options())
    await admin.start()
    yield admin
    await admin.close()


async def write(workers: Crowd, *values: bytes, partition: int = 0) -> None:
    async with Publisher(workers.connection) as publisher:
        name = workers.prefix + "in"
        await publisher.publish(*(Outgoing(name, b"odd-%d" % partition, value, (), partition) for value in values))


async def test_too_much_poison_stops_the_line_instead_of_draining_the_topic(workers: Crowd) -> None:
    await workers.prepare()
    await write(workers, *[b"poison"] * 1000)
    worker = workers.spawn("--slow", "0")
    code = await worker.exit_code()
    (committed, _), letters = (await workers.places())[0], await workers.read("in.dlq")

    assert code == 70
    assert "records in a row and" in worker.text()
    assert committed <= len(letters) <= MOST_IN_A_ROW


async def test_an_output_too_large_for_its_topic_buries_the_record_alone(workers: Crowd) -> None:
    await workers.prepare()
    await write(workers, b"1", b"large", b"2")
    worker = workers.spawn("--slow", "0")
    await workers.caught_up()
    letters = await workers.read("in.dlq")

    assert [record.value for record in await workers.read("out")] == [b"1", b"2"]
    assert [(letter.value, dict(letter.headers)["dlq.reason"]) for letter in letters] == [
        (b"large", b"output_too_large")
    ]
    assert worker.process.poll() is None


async def test_poison_too_large_for_its_dead_letters_leaves_a_stub(workers: Crowd) -> None:
    await workers.prepare()
    await configure(workers, "in", "max.message.bytes", str(6 * 2**20))
    name, poison = workers.prefix + "in", b"poison" + random.randbytes(MAX_DEAD_LETTER_BYTES)
    async with AIOKafkaProducer(**workers.connection.options(), max_request_size=6 * 2**20) as producer:
        await producer.send_and_wait(name, poison, key=b"k", partition=0)
    await write(workers, b"1")
    workers.spawn("--slow", "0")
    await workers.caught_up()
    letters = await workers.read("in.dlq")

    assert [json.loads(letter.value or b"") for letter in letters] == [
        {"stub": True, "record": f"{name}/0 offset 0", "value_bytes": len(poison)}
    ]
    assert [record.value for record in await workers.read("out")] == [b"1"]


@pytest.mark.parametrize("workers", ["owned"], indirect=True)
async def test_a_row_too_large_ends_the_process_with_its_key_while_other_partitions_go_on(workers: Crowd) -> None:
    await workers.prepare()
    await write(workers, b"large", partition=3)
    await workers.feed(900)
    async with workers.kept(1, "--slow", "0", "--instance", "a") as (first,):

        async def all_others_are_done() -> bool:
            return {p for p, (done, end) in (await workers.places()).items() if done < end} == {3}

        await topics.until(all_others_are_done, 60)
        await topics.until(lambda: len(workers.codes) >= 2)

    assert set(workers.codes) == {70}
    assert "its key is b'odd-3'" in first.text()
    assert (await workers.places())[3][0] == 0


@pytest.mark.parametrize("workers", ROLES, indirect=True)
async def test_a_dead_letter_that_cannot_be_written_ends_the_process_with_nothing_acknowledged(workers: Crowd) -> None:
    await workers.prepare()
    await write(workers, b"1", b"poison-" + random.randbytes(5000), b"2")
    await configure(workers, "in.dlq", "max.message.bytes", "1000")
    worker = workers.spawn("--slow", "0", "--instance", "a")
    code, out, places = await worker.exit_code(), await workers.read("out"), await workers.places()
    await configure(workers, "in.dlq", "max.message.bytes", "1000000")
    workers.spawn("--slow", "0", "--instance", "a")
    await workers.caught_up()

    assert (code, places[0][0]) == (70, 0)
    assert "MessageSizeTooLarge" in worker.text()
    assert set(out) <= set(await workers.read("out"))
    assert [letter.value[:7] for letter in await workers.read("in.dlq") if letter.value] == [b"poison-"]


async def configure(workers: Crowd, name: str, key: str, value: str) -> None:
    async with admin_of(workers) as admin:
        resource = ConfigResource(ConfigResourceType.TOPIC, workers.prefix + name, {key: value})
        await admin.alter_configs([resource])


@pytest.mark.parametrize("workers", ["pipeline", pytest.param("owned", marks=pytest.mark.slow)], indirect=True)
async def test_an_output_topic_that_is_gone_ends_the_process_with_nothing_acknowledged(workers: Crowd) -> None:
    await workers.prepare()
    await workers.feed(90)
    await delete(workers, "out")
    impatient = ("--set", "publisher.DEADLINE_SECONDS=3", "--set", "publisher.TRANSACTION_SECONDS=3")
    worker = workers.spawn("--slow", "0", "--instance", "a", *impatient)
    code, places = await worker.exit_code(), await workers.places()
    await workers.prepare()
    workers.spawn("--slow", "0", "--instance", "a")
    await workers.caught_up()

    assert (code, {done for done, _ in places.values()}) == (70, {0})


async def delete(workers: Crowd, name: str) -> None:
    async with admin_of(workers) as admin:
        await admin.delete_topics([workers.prefix + name])

        async def is_gone() -> bool:
            return workers.prefix + name not in await admin.list_topics()

        await topics.until(is_gone)


WAYS = [("pipeline", "subscription"), ("pipeline", "faust"), ("owned", "subscription")]


@pytest.mark.slow
@pytest.mark.parametrize(("workers", "source"), WAYS, indirect=["workers"])
async def test_a_source_that_is_deleted_is_read_from_its_start_when_it_is_made_again(
    workers: Crowd, source: str
) -> None:
    await workers.prepare()
    await workers.feed(90)
    worker = workers.spawn("--source", source, "--slow", "0", "--metadata-ms", "1000")
    await workers.caught_up()
    await delete(workers, "in")
    await topics.until(lambda: "not found in cluster metadata" in worker.text())
    await workers.prepare()
    await workers.feed(60)
    await workers.caught_up()

    assert len([record for record in await workers.read("out") if (record.key or b"").startswith(b"k")]) == 150
    assert worker.process.poll() is None


@pytest.mark.parametrize(("workers", "source"), WAYS, indirect=["workers"])
async def test_a_member_with_another_assignor_is_refused_and_says_so(workers: Crowd, source: str) -> None:
    await workers.prepare()
    await workers.feed(90)
    async with AIOKafkaConsumer(
        workers.prefix + "in",
        **workers.connection.options(),
        group_id=workers.prefix + "group",
        partition_assignment_strategy=[RangePartitionAssignor],
    ) as older:
        await topics.until(lambda: len(older.assignment()) == workers.partitions)
        worker = workers.spawn("--source", source)
        code = await worker.exit_code()
        kept = len(older.assignment())

    assert (code, kept) == (70, workers.partitions)
    assert "InconsistentGroupProtocol" in worker.text()


@pytest.mark.parametrize("source", SLOW_FAUST)
async def test_partitions_that_are_added_are_read_when_the_metadata_is_asked_for_again(
    workers: Crowd, source: str
) -> None:
    await workers.prepare()
    await workers.feed(90)
    worker = workers.spawn("--source", source, "--slow", "0", "--metadata-ms", "1000")
    await workers.caught_up()
    await add_partitions(workers, 6)
    await write(workers, b"new", partition=5)
    wanted, found = await workers.outcome()

    assert without_repeats(found) == wanted
    assert found[b"odd-5"] == [b"new"]
    assert worker.process.poll() is None


async def add_partitions(workers: Crowd, count: int) -> None:
    async with admin_of(workers) as admin:
        await admin.create_partitions({workers.prefix + "in": NewPartitions(count)})
    workers.partitions = count


@pytest.mark.parametrize("workers", ["owned"], indirect=True)
async def test_partitions_added_to_the_source_of_owned_state_end_the_process_and_are_refused(workers: Crowd) -> None:
    await workers.prepare()
    await workers.feed(90)
    first = workers.spawn("--slow", "0", "--metadata-ms", "1000")
    await workers.caught_up()
    await add_partitions(workers, 6)
    codes = [await first.exit_code(), await workers.spawn("--slow", "0").exit_code()]

    assert codes == [70, 70]
    assert "equally many for ever" in first.text()
    assert await workers.violations() == []
