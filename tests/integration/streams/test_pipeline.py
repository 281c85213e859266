"""The pipeline over a plain subscription, against Apache Kafka."""

import asyncio
from collections.abc import Sequence
from typing import cast

import pytest

from tests.integration.streams import topics
from wirekit.broker import EmbeddedKafka
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.streams import (
    Connection,
    DeadLetters,
    FaustSource,
    Membership,
    Outcome,
    Outgoing,
    Pipeline,
    Publisher,
    Record,
    Subscription,
)


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
