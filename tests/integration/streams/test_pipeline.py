"""The pipeline over a plain subscription, against Apache Kafka."""

import asyncio
from collections.abc import Sequence
from typing import cast

import pytest

from tests.integration.streams import topics
from wirekit.broker import EmbeddedKafka
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka import Connection, Outgoing, Record
from wirekit.streams import DeadLetters, FaustSource, Membership, Outcome, Pipeline, Publisher, Subscription


@pytest.fixture(params=[Subscription, FaustSource])
def source_type(request: pytest.FixtureRequest) -> type[Subscription | FaustSource]:
    """Both sources of batches keep the same promises."""
    return cast("type[Subscription | FaustSource]", request.param)


async def test_every_record_comes_out_once_in_order_and_poison_is_buried(
    kafka: EmbeddedKafka, topic_prefix: str, source_type: type[Subscription | FaustSource]
) -> None:
    connection = Connection(kafka.bootstrap_servers)
    source, sink = topic_prefix + "in", topic_prefix + "out"
    await topics.create(connection, source, sink, source + ".dlq")
    await topics.fill(connection, [Outgoing(source, b"k%d" % (i % 7), b"%d" % i) for i in range(2000)])
    flaky: set[int] = set()

    async def handler(records: Sequence[Record]) -> Sequence[Outcome]:
        outcomes: list[Outcome] = []
        for record in records:
            number = int(record.value or b"")
            if number % 500 == 3:
                outcomes.append(InvalidMessage("poison", str(number)))
            elif number % 400 == 5 and number not in flaky:
                flaky.add(number)
                outcomes.append(TemporaryFailure("later"))
            else:
                outcomes.append([Outgoing(sink, record.key or b"", record.value)])
        return outcomes

    async with Publisher(connection) as publisher:
        pipeline = Pipeline(
            source_type(connection, Membership(topic_prefix + "group", (source,))),
            handler,
            publisher,
            DeadLetters("test"),
        )
        running = asyncio.create_task(pipeline.run())

        async def complete() -> bool:
            return len(await topics.read(connection, sink)) >= 1996

        await topics.until(complete)
        running.cancel()
        await asyncio.wait({running})
    read, written = await topics.read(connection, source), await topics.read(connection, sink)
    letters = await topics.read(connection, source + ".dlq")

    assert [r.value for r in read if int(r.value or b"") % 500 != 3] == [r.value for r in written]
    assert {b"3", b"503", b"1003", b"1503"} == {letter.value for letter in letters}
    assert dict(letters[0].headers)["dlq.reason"] == b"poison"
    assert len(flaky) == 5


@pytest.mark.slow
async def test_a_slow_handler_hands_over_without_repeats(
    kafka: EmbeddedKafka, topic_prefix: str, source_type: type[Subscription | FaustSource]
) -> None:
    """All that is fetched at once would take 18 seconds, twice what a hand-over waits for."""
    connection, handled, processor = Connection(kafka.bootstrap_servers), list[int](), asyncio.Lock()
    source = topic_prefix + "in"
    await topics.create(connection, source, partitions=2)
    await topics.fill(connection, [Outgoing(source, b"k", b"%d" % n, (), n % 2) for n in range(600)])

    async def handler(records: Sequence[Record]) -> Sequence[Outcome]:
        async with processor:  # as one core would
            await asyncio.sleep(0.03 * len(records))
        handled.extend(int(record.value or b"") for record in records)
        return [[] for _ in records]

    async with Publisher(connection) as publisher:
        seats = [source_type(connection, Membership(topic_prefix + "group", (source,))) for _ in range(2)]
        lines = [Pipeline(seat, handler, publisher, DeadLetters("test")) for seat in seats]
        first = asyncio.create_task(lines[0].run())
        await topics.until(lambda: len(handled) > 20)
        second = asyncio.create_task(lines[1].run())
        await topics.until(lambda: all(seat.is_assigned and len(seat.progress()) == 1 for seat in seats), 60)
        first.cancel()
        await asyncio.wait({first})
        await topics.until(lambda: len(seats[1].progress()) == 2, 60)
        left = len(handled) + 20
        await topics.until(lambda: len(handled) > left, 60)
        second.cancel()
        await asyncio.wait({second})

    assert sorted(handled) == sorted(set(handled))
