"""`wirewatch dead-letters`: what could not be handled, and why; send it again, or delete it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer
from pydantic import TypeAdapter, ValidationError

from wirekit.clock import SystemClock
from wirekit.contracts import Duration
from wirekit.contracts.topology import DEAD_LETTER_SUFFIX, DEAD_LETTERS
from wirekit.errors import ConfigError
from wirekit.kafka import Connection
from wirewatch.cli.dead_letters import replaying
from wirewatch.cli.dead_letters.replaying import letters_of
from wirewatch.cli.phrases import amount
from wirewatch.cli.terminal import FAILED, KafkaAddress, OfNewsroom, clear_errors, complain, on_kafka, say

OfTopic = Annotated[str, typer.Argument(metavar="TOPIC", help="The topic that they came from, or its .dlq topic.")]


def list_letters(kafka: KafkaAddress = "", newsroom: OfNewsroom = None) -> None:
    """List what could not be handled: where the letter lies, since when, and why."""

    async def summaries(connection: Connection) -> list[str]:
        return [letter.summary() for topic in DEAD_LETTERS async for letter in letters_of(connection, topic)]

    letters = on_kafka(kafka, summaries, newsroom)
    for line in letters:
        say(line)
    say(amount(len(letters), "dead letter") if letters else "no dead letters")


def show(
    topic: OfTopic,
    offset: Annotated[int, typer.Argument(metavar="OFFSET", help="As `dead-letters list` shows it.")],
    kafka: KafkaAddress = "",
    newsroom: OfNewsroom = None,
) -> None:
    """Show one dead letter: the reason, where it came from, its headers, and its bytes as far as they can be read."""

    async def find(connection: Connection) -> list[str]:
        async for letter in letters_of(connection, _dead_letter_topic(topic)):
            if letter.record.offset == offset:
                return list(letter.shown())
        raise ConfigError(f"{_dead_letter_topic(topic)} has no letter at offset {offset}")

    for line in on_kafka(kafka, find, newsroom):
        say(line)


def replay(
    topic: OfTopic,
    offsets: Annotated[list[int] | None, typer.Argument(metavar="OFFSET...", help="Which letters.")] = None,
    kafka: KafkaAddress = "",
    newsroom: OfNewsroom = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="All letters of the topic.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Also what was sent again before, or was overtaken.")] = False,
) -> None:
    """Send letters back to their topic, each once; exit code 1 when one was not sent. They stay dead letters."""

    async def send(connection: Connection) -> bool:
        sent_all = True
        async for letter, obstacle in replaying.replay(
            connection, _dead_letter_topic(topic), frozenset(offsets or ()), again=again
        ):
            say(f"{letter.place}: {f'not sent: {obstacle}' if obstacle else f'sent to {letter.topic}'}")
            sent_all = sent_all and obstacle is None
        return sent_all

    with clear_errors():
        if every == bool(offsets):
            raise ConfigError("name the OFFSET of each letter, or --all")
    if not on_kafka(kafka, send, newsroom):
        raise typer.Exit(FAILED)


def purge(
    topic: OfTopic,
    upto: Annotated[int | None, typer.Option(metavar="OFFSET", help="The letters up to this one.")] = None,
    older_than: Annotated[str | None, typer.Option(metavar="SPAN", help="Those buried before that, as 7d.")] = None,
    kafka: KafkaAddress = "",
    newsroom: OfNewsroom = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete letters for good, the oldest first, after asking."""
    with clear_errors():
        age = _span(older_than)
        if (upto is None) == (age is None):
            raise ConfigError("name either --upto OFFSET or --older-than SPAN")
        name = _dead_letter_topic(topic)

    async def below(connection: Connection) -> tuple[int, int]:
        """Below which offset to delete, and how many letters that is."""
        end = await replaying.end_of(connection, name, SystemClock().now() - age if age else None)
        before = end if upto is None else min(upto + 1, end)
        return before, len([None async for letter in letters_of(connection, name) if letter.record.offset < before])

    before, letters = on_kafka(kafka, below, newsroom)
    if not letters:
        complain(f"{name} has no such letters")
        return
    if not yes and not typer.confirm(f"delete {amount(letters, 'letter')} of {name} for good?"):
        raise typer.Exit(FAILED)
    on_kafka(kafka, lambda connection: replaying.purge(connection, name, before), newsroom)
    say(f"deleted {amount(letters, 'letter')} of {name}")


def _dead_letter_topic(topic: str) -> str:
    name = topic if topic in DEAD_LETTERS else topic + DEAD_LETTER_SUFFIX
    if name not in DEAD_LETTERS:
        raise ConfigError(f"there is no topic {name}; there are {', '.join(DEAD_LETTERS)}")
    return name


def _span(text: str | None) -> dt.timedelta | None:
    try:
        return None if text is None else TypeAdapter(Duration).validate_python(text)
    except ValidationError:
        raise ConfigError(f"{text!r} is no span of time: write 90s, 15m, 6h or 7d") from None
