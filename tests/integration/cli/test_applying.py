from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from tests import builders
from tests.polling import until
from wirekit.contracts import FeedSpec, Watchlist, WatchlistRevision
from wirekit.contracts.topology import FEEDS_REGISTRY, WATCHLIST, feed_partition
from wirekit.contracts.watchlist import WatchlistFold, rows_of
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka import Connection, Outgoing
from wirekit.streams import Publisher
from wirewatch.cli.newsroom import applying
from wirewatch.cli.newsroom.applying import TRANSACTIONAL_ID
from wirewatch.cli.records.reading import last_records
from wirewatch.cli.records.writing import transactions, write

NOW = builders.NOON


async def apply(
    connection: Connection, feeds: Sequence[FeedSpec], watchlist: Watchlist, now: dt.datetime
) -> applying.Applied:
    """Apply, and wait for the markers of its transaction: Kafka writes them a moment after it has promised to."""
    applied = await applying.apply(connection, feeds, watchlist, now)

    async def is_visible() -> bool:
        topics = (FEEDS_REGISTRY, WATCHLIST)
        tps = [TopicPartition(topic.name, number) for topic in topics for number in range(topic.partitions)]
        ends = []
        for level in ("read_committed", "read_uncommitted"):
            async with AIOKafkaConsumer(**connection.options(), isolation_level=level) as consumer:
                ends.append(await consumer.end_offsets(tps))
        return bool(ends[0] == ends[1])

    await until(is_visible)
    return applied


async def closed_list(connection: Connection) -> Watchlist | None:
    fold = WatchlistFold()
    rows = await last_records(connection, WATCHLIST.name)
    for key in sorted(rows, key=lambda key: key.startswith("@")):
        with suppress(InvalidMessage):
            fold.apply(key, rows[key].value)
    return fold.current


async def test_what_was_applied_is_on_the_topics_and_closed_by_a_revision(blank_topics: Connection) -> None:
    feed, watchlist = builders.a_feed(), builders.a_watchlist()

    applied = await apply(blank_topics, [feed], watchlist, NOW)

    registry = await last_records(blank_topics, FEEDS_REGISTRY.name)
    closed = await closed_list(blank_topics)
    assert applied.revision == 1
    assert FeedSpec.model_validate_json(registry["example"].value or b"") == feed
    assert registry["example"].partition == feed_partition(feed.url, FEEDS_REGISTRY.partitions)
    assert closed is not None
    assert (closed.number, closed.watches) == (1, watchlist.watches)


async def test_applying_the_same_files_again_writes_nothing(blank_topics: Connection) -> None:
    await apply(blank_topics, [builders.a_feed()], builders.a_watchlist(), NOW)

    again = await apply(blank_topics, [builders.a_feed()], builders.a_watchlist(), NOW)

    assert (bool(again.feeds), bool(again.watchlist), again.revision) == (False, False, 1)


async def test_a_feed_that_moves_to_another_domain_leaves_its_old_partition(blank_topics: Connection) -> None:
    moved = builders.a_feed(url="https://elsewhere.test/feed.xml")
    await apply(blank_topics, [builders.a_feed()], builders.a_watchlist(), NOW)

    await apply(blank_topics, [moved], builders.a_watchlist(), NOW)

    registry = await last_records(blank_topics, FEEDS_REGISTRY.name)
    assert registry["example"].partition == feed_partition(moved.url, FEEDS_REGISTRY.partitions)


async def test_a_watch_that_the_file_no_longer_names_is_gone_in_the_next_revision(blank_topics: Connection) -> None:
    other = builders.a_watch(id="other")
    await apply(blank_topics, [], builders.a_watchlist(builders.a_watch(), other), NOW)

    await apply(blank_topics, [], builders.a_watchlist(other), NOW)

    closed = await closed_list(blank_topics)
    assert closed is not None
    assert (closed.number, [watch.id for watch in closed.watches]) == (2, ["other"])


async def test_rows_that_nobody_can_read_are_removed_and_do_not_keep_a_list_from_closing(
    blank_topics: Connection,
) -> None:
    await apply(blank_topics, [], builders.a_watchlist(), NOW)
    strange = {
        FEEDS_REGISTRY.name: (b"deep", b"fe\xffed"),
        WATCHLIST.name: (b"stray", b"entity/\xff", b"entity/nobody", b"watch/nothing"),
    }
    async with Publisher(blank_topics) as publisher:
        await publisher.publish(
            *(Outgoing(topic, key, b'{"managed_by": "console"}') for topic, keys in strange.items() for key in keys),
            Outgoing(WATCHLIST.name, b"watch/another", builders.a_watch().to_json()),
            Outgoing(FEEDS_REGISTRY.name, b"nested", b"[" * 100_000),
            Outgoing(WATCHLIST.name, b"@revision", b"\x00"),
        )

    applied = await apply(blank_topics, [], builders.a_watchlist(), NOW)

    closed = await closed_list(blank_topics)
    assert applied.revision > 1
    assert closed is not None
    assert closed.watches == builders.a_watchlist().watches
    assert await last_records(blank_topics, FEEDS_REGISTRY.name) == {}
    assert len(await last_records(blank_topics, WATCHLIST.name)) == len(rows_of(closed)) + 1
    assert all("could not be read" in line for line in applied.watchlist.lines(""))


async def test_a_row_made_in_the_console_stays_in_the_list(blank_topics: Connection) -> None:
    theirs = builders.a_watch(id="theirs", managed_by="console")
    async with Publisher(blank_topics) as publisher:
        await publisher.publish(Outgoing(WATCHLIST.name, b"watch/theirs", theirs.to_json()))

    await apply(blank_topics, [], builders.a_watchlist(), NOW)

    closed = await closed_list(blank_topics)
    assert closed is not None
    assert theirs in closed.watches


async def test_a_mark_that_closes_another_list_is_written_anew(blank_topics: Connection) -> None:
    await apply(blank_topics, [], builders.a_watchlist(), NOW)
    mark = WatchlistRevision(number=5, sha256="0" * 64)
    async with Publisher(blank_topics) as publisher:
        await publisher.publish(Outgoing(WATCHLIST.name, b"@revision", mark.to_json()))

    await apply(blank_topics, [], builders.a_watchlist(), NOW)

    closed = await closed_list(blank_topics)
    assert closed is not None
    assert closed.number == 6


async def test_of_two_that_apply_at_once_the_earlier_writes_nothing_and_says_so(blank_topics: Connection) -> None:
    row = Outgoing(WATCHLIST.name, b"entity/nobody", b"{}")
    producing = transactions(blank_topics, TRANSACTIONAL_ID)
    async with producing as earlier, transactions(blank_topics, TRANSACTIONAL_ID):
        with pytest.raises(TemporaryFailure, match="somebody else runs the same command"):
            await write(earlier, [row])

    assert await last_records(blank_topics, WATCHLIST.name) == {}
