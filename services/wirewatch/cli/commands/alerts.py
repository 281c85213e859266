"""`wirewatch alerts`: follow them, or try a text without Kafka. Writes nothing."""

from __future__ import annotations

from typing import Annotated

import typer

from wirealert import Watches, explain
from wirekit.contracts import AlertRaised
from wirekit.contracts.topology import ALERTS_RAISED
from wirekit.errors import ConfigError, InvalidMessage
from wirekit.kafka import Connection
from wirekit.streams import decode
from wiretext import Enricher
from wirewatch.cli.newsroom.files import load_watchlist
from wirewatch.cli.records.reading import coming
from wirewatch.cli.terminal import KafkaAddress, OfNewsroom, WatchlistPath, clear_errors, complain, on_kafka, say


def tail(
    kafka: KafkaAddress = "",
    newsroom: OfNewsroom = None,
    *,
    from_start: Annotated[bool, typer.Option("--from-start", help="Begin with the oldest alert on Kafka.")] = False,
) -> None:
    """Print alerts as JSON lines as they are raised, until Ctrl-C."""
    topics, whole = ((), (ALERTS_RAISED.name,)) if from_start else ((ALERTS_RAISED.name,), ())
    since = "from the oldest on" if from_start else "from now on; --from-start begins with the oldest"

    async def follow(connection: Connection) -> None:
        async with coming(connection, *topics, whole=whole) as records:
            complain(f"waiting for alerts on Kafka at {connection.bootstrap_servers}, {since}; Ctrl-C ends")
            async for record in records:
                try:
                    say(decode(record, AlertRaised).data.model_dump_json())
                except InvalidMessage as problem:
                    complain(f"{record.topic} {record.offset} cannot be read: {problem}")

    try:
        on_kafka(kafka, follow, newsroom)
    except KeyboardInterrupt:
        return


def try_text(
    text: Annotated[str, typer.Argument(help="The text; a blank line parts paragraphs.")],
    watchlist: WatchlistPath,
    title: Annotated[str, typer.Option(help="The title above the text.")] = "",
) -> None:
    """Say in words which watches fire on a text and, for the others, why not."""
    with clear_errors():
        if not f"{title}{text}".strip():
            raise ConfigError("there is nothing to try: the text is empty")
        listed = load_watchlist(watchlist)
        article = Enricher(listed).enrich_text("try", title, text)
    say(f"language {article.language.code} ({article.language.confidence:.0%})")
    for found in explain(article, Watches.of(listed)):
        say(f"FIRES: {found.watch_id}" if found.fires else f"does not fire: {found.watch_id} ({found.reason})")
        for sentence in found.because:
            say(f"  - {sentence}")
