"""Commands that look at Kafka: topics, feeds, alerts, dead letters. Only `topics create` writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path
from typing import Annotated

import typer

from wirekit.contracts import AlertRaised, FeedSpec, FeedState
from wirekit.contracts.topology import (
    ALERTS_RAISED,
    DEAD_LETTER_SUFFIX,
    DEAD_LETTERS,
    FEEDS_REGISTRY,
    FEEDS_STATE,
    TOPICS,
)
from wirekit.errors import ConfigError, InvalidMessage
from wirekit.streams import Connection, Record, TopicAdmin, decode
from wirewatch.cli.newsroom import load_watchlist
from wirewatch.cli.newsrooms import failed_tests
from wirewatch.cli.reading import last_records, records_from_now, records_until_now
from wirewatch.cli.terminal import DEFAULT_KAFKA, FAILED, KafkaAddress, clear_errors, complain, on_kafka, say

_SHOWN_BYTES = 4000


def topics_create(kafka: KafkaAddress = DEFAULT_KAFKA) -> None:
    """Create the topics that are missing; leave the others as they are."""

    async def create(connection: Connection) -> list[str]:
        async with TopicAdmin(connection) as admin:
            return await admin.create_missing(TOPICS.values())

    for name in on_kafka(kafka, create):
        say(f"created {name}")


def topics_check(kafka: KafkaAddress = DEFAULT_KAFKA) -> None:
    """Say which topics are missing or set otherwise than Wirewatch wants them."""

    async def differences(connection: Connection) -> list[str]:
        async with TopicAdmin(connection) as admin:
            return [str(difference) for difference in await admin.check(TOPICS.values())]

    found = on_kafka(kafka, differences)
    for line in found:
        say(f"✗ {line}")
    if found:
        raise typer.Exit(FAILED)
    say(f"all {len(TOPICS)} topics are as they should be")


def feeds_list(kafka: KafkaAddress = DEFAULT_KAFKA) -> None:
    """List the feeds with the result of the last poll and the reason for the next."""

    async def rows(connection: Connection) -> list[str]:
        registry = await last_records(connection, FEEDS_REGISTRY.name)
        states = await last_records(connection, FEEDS_STATE.name)
        return [_feed_line(feed_id, registry[feed_id], states.get(feed_id)) for feed_id in sorted(registry)]

    for line in on_kafka(kafka, rows):
        say(line)


def watchlist_check(file: Annotated[Path, typer.Argument(metavar="W.yaml")] = Path("watchlist.yaml")) -> None:
    """Check a watch list by itself and run its watches' tests."""
    with clear_errors():
        watchlist = load_watchlist(file)
    failed = list(failed_tests(watchlist))
    for line in failed:
        say(f"✗ {line}")
    if failed:
        raise typer.Exit(FAILED)
    tests = sum(len(watch.tests) for watch in watchlist.watches)
    say(f"all well: {len(watchlist.entities)} entities, {len(watchlist.watches)} watches, {tests} tests hold")


def alerts_tail(
    kafka: KafkaAddress = DEFAULT_KAFKA,
    *,
    from_start: Annotated[bool, typer.Option("--from-start", help="Begin with the oldest alert on Kafka.")] = False,
) -> None:
    """Print alerts as JSON lines as they are raised, until Ctrl-C."""

    async def tail(connection: Connection) -> None:
        async with aclosing(records_from_now(connection, ALERTS_RAISED.name, from_start=from_start)) as records:
            async for record in records:
                try:
                    say(decode(record, AlertRaised).data.model_dump_json())
                except InvalidMessage as problem:
                    complain(f"{_place(record)} cannot be read: {problem}")

    try:
        on_kafka(kafka, tail)
    except KeyboardInterrupt:
        return


def dead_letters_list(kafka: KafkaAddress = DEFAULT_KAFKA) -> None:
    """List what could not be handled: where it lies, when, and why."""

    async def lines(connection: Connection) -> list[str]:
        found: list[str] = []
        for topic in DEAD_LETTERS:
            async for record in records_until_now(connection, topic):
                headers = _headers(record)
                found.append(f"{_place(record)}  {headers.get('dlq.reason', '?')}: {headers.get('dlq.detail', '')}")
        return found

    letters = on_kafka(kafka, lines)
    for line in letters:
        say(line)
    say(f"{len(letters)} dead letters" if letters else "no dead letters")


def dead_letters_show(
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="The topic that it came from, or its .dlq topic.")],
    offset: Annotated[int, typer.Argument(metavar="OFFSET", help="As `dead-letters list` shows it.")],
    kafka: KafkaAddress = DEFAULT_KAFKA,
) -> None:
    """Show one dead letter: the reason, the original headers, and the original bytes as far as they are text."""
    name = topic if topic in DEAD_LETTERS else topic + DEAD_LETTER_SUFFIX

    async def find(connection: Connection) -> Record:
        if name not in DEAD_LETTERS:
            raise ConfigError(f"there is no topic {name}; there are {', '.join(DEAD_LETTERS)}")
        async for record in records_until_now(connection, name):
            if record.offset == offset:
                return record
        raise ConfigError(f"{name} has no letter at offset {offset}")

    for line in _shown(on_kafka(kafka, find)):
        say(line)


def _shown(record: Record) -> Iterator[str]:
    yield f"{_place(record)}  key {(record.key or b'')!r}"
    for header, value in _headers(record).items():
        yield f"  {header}: {value}"
    body = record.value or b""
    try:
        yield from json.dumps(json.loads(body), ensure_ascii=False, indent=2).split("\n")
    except (ValueError, RecursionError):
        yield from body[:_SHOWN_BYTES].decode("utf-8", "backslashreplace").split("\n")
        if len(body) > _SHOWN_BYTES:
            yield f"… {len(body)} bytes in all"


def _headers(record: Record) -> dict[str, str]:
    return {name: (value or b"").decode("utf-8", "backslashreplace") for name, value in record.headers}


def _place(record: Record) -> str:
    return f"{record.topic} {record.offset}"


def _feed_line(feed_id: str, registered: Record, polled: Record | None) -> str:
    try:
        spec = decode(registered, FeedSpec).data
        state = None if polled is None else decode(polled, FeedState).data
    except InvalidMessage as problem:
        return f"{feed_id:24} cannot be read: {problem}"
    if state is None:
        return f"{spec.feed_id:24} not polled yet  {spec.url}"
    result = state.last_error or state.last_status or "not polled yet"
    return (
        f"{spec.feed_id:24} {result}; {state.articles} articles; next poll {state.due_at:%H:%M:%S} UTC "
        f"({state.due_reason})  {spec.url}"
    )
