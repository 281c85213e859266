"""`wirewatch dead-letters`: what could not be handled, and why. Writes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from wirekit.contracts.topology import DEAD_LETTER_SUFFIX, DEAD_LETTERS
from wirekit.errors import ConfigError
from wirekit.streams import Connection, Record
from wirewatch.cli.reading import records_until_now
from wirewatch.cli.terminal import KafkaAddress, on_kafka, say

_SHOWN_BYTES = 4000


def list_letters(kafka: KafkaAddress = "") -> None:
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


def show(
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="The topic that it came from, or its .dlq topic.")],
    offset: Annotated[int, typer.Argument(metavar="OFFSET", help="As `dead-letters list` shows it.")],
    kafka: KafkaAddress = "",
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
