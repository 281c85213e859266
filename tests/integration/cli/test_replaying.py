"""Dead letters sent back once, and deleted, on Apache Kafka."""

from __future__ import annotations

import datetime as dt

from tests import builders
from tests.integration.streams.topics import fill, read
from wirekit.clock import SystemClock
from wirekit.contracts.topology import ALERTS_RAISED, ARTICLES_RAW, FEEDS_REGISTRY
from wirekit.errors import InvalidMessage
from wirekit.kafka import Connection, Outgoing, Record
from wirekit.streams import DeadLetters
from wirewatch.cli.dead_letters.replaying import end_of, letters_of, purge, replay

RAW, REGISTRY = ARTICLES_RAW.name + ".dlq", FEEDS_REGISTRY.name + ".dlq"


def a_letter(topic: str, partition: int, offset: int, key: bytes, value: bytes) -> Outgoing:
    record = Record(topic, partition, offset, key, value, (("ce_id", key),))
    return DeadLetters("test").letter(record, InvalidMessage("invalid_data", "of a test"))


async def sent(connection: Connection, topic: str, *offsets: int, again: bool = False) -> dict[int, str | None]:
    """What became of the letters, by offset."""
    outcomes = replay(connection, topic, frozenset(offsets), again=again)
    return {letter.record.offset: obstacle async for letter, obstacle in outcomes}


async def test_a_letter_goes_back_once_to_its_partition_and_again_only_on_request(blank_topics: Connection) -> None:
    old = Outgoing(ARTICLES_RAW.name, b"before", b"0", (("replayed_from", f"{RAW} 1".encode()),), 3)
    await fill(blank_topics, [old, *(a_letter(ARTICLES_RAW.name, 3, 0, b"art_%d" % n, b"{}") for n in range(3))])

    first = await sent(blank_topics, RAW, 0, 2)
    every = await sent(blank_topics, RAW)
    repeated = await sent(blank_topics, RAW, 2, again=True)

    assert first == {0: None, 2: None}
    assert every == {0: (once := "it was sent again before; --again repeats that"), 1: None, 2: once}
    assert repeated == {2: None}
    records = await read(blank_topics, ARTICLES_RAW.name)
    assert [(record.partition, record.key) for record in records] == [
        (3, key) for key in (b"before", b"art_0", b"art_2", b"art_1", b"art_2")
    ]
    assert [dict(record.headers) for record in records][1] == {"ce_id": b"art_0", "replayed_from": f"{RAW} 0".encode()}


async def test_on_a_compacted_topic_a_letter_does_not_overwrite_what_came_later(blank_topics: Connection) -> None:
    feed = builders.a_feed().to_json()
    await fill(blank_topics, [Outgoing(FEEDS_REGISTRY.name, b"a", b"bad", partition=1)])
    await fill(blank_topics, [Outgoing(FEEDS_REGISTRY.name, b"b", b"bad", partition=1)])
    await fill(blank_topics, [a_letter(FEEDS_REGISTRY.name, 1, n, key, b"bad") for n, key in enumerate((b"a", b"b"))])
    await fill(blank_topics, [Outgoing(FEEDS_REGISTRY.name, b"a", feed, partition=1)])

    outcomes = await sent(blank_topics, REGISTRY)

    assert outcomes == {
        0: "its topic has a newer record of the same key, at offset 2; --again overrules that",
        1: None,
    }


async def test_what_is_no_letter_is_passed_over_and_the_rest_goes_back(blank_topics: Connection) -> None:
    foreign = Outgoing(RAW, b"", b"\xff")
    await fill(blank_topics, [foreign, a_letter(ARTICLES_RAW.name, 0, 0, b"art_a", b"{}")])

    assert await sent(blank_topics, RAW) == {0: "the letter does not say where it came from", 1: None}


async def test_old_letters_are_deleted_and_younger_ones_stay(blank_topics: Connection) -> None:
    topic = ALERTS_RAISED.name + ".dlq"
    for number in range(3):
        await fill(blank_topics, [a_letter(ALERTS_RAISED.name, 0, number, b"w", b"{}")])
    third = [letter async for letter in letters_of(blank_topics, topic)][2]
    moment = dt.datetime.fromtimestamp(third.record.timestamp_ms / 1000, dt.UTC)

    before = await end_of(blank_topics, topic, moment)
    await purge(blank_topics, topic, before)

    assert before <= 2
    assert [letter.record.offset async for letter in letters_of(blank_topics, topic)] == list(range(before, 3))
    assert await end_of(blank_topics, topic, SystemClock().now() + dt.timedelta(hours=1)) == 3
    await purge(blank_topics, topic, await end_of(blank_topics, topic))
    assert [letter async for letter in letters_of(blank_topics, topic)] == []
