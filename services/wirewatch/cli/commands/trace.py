"""`wirewatch trace`: one article at every hop. Writes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from wirekit.contracts.base import rfc3339
from wirekit.contracts.topology import DEAD_LETTERS
from wirewatch.cli.phrases import amount
from wirewatch.cli.terminal import FAILED, KafkaAddress, OfNewsroom, complain, on_kafka, say
from wirewatch.cli.tracing.gaps import gaps, unmatched, untold
from wirewatch.cli.tracing.journey import Facts, Searched, stops
from wirewatch.cli.tracing.search import trace as look


def trace(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id (art_…) or its URL.")],
    kafka: KafkaAddress = "",
    newsroom: OfNewsroom = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show an article at every hop: found, read, matched, decided, delivered; and what is missing, and why."""
    facts = on_kafka(kafka, lambda connection: look(connection, article), newsroom)
    is_found = bool(list(stops(facts)))
    if as_json:
        say(json.dumps(_as_json(facts), ensure_ascii=False))
    elif is_found:
        for line in _lines(facts):
            say(line)
    if not is_found:
        complain(f"nothing was found of {article}: {'; '.join(gaps(facts))}")
        raise typer.Exit(FAILED)


def _lines(facts: Facts) -> Iterator[str]:
    yield f"article {facts.article_id} “{facts.title}”" if facts.title else f"article {facts.article_id}"
    yield from (stop.line() for stop in stops(facts))
    yield from (f"✗ {gap}" for gap in gaps(facts))
    yield from (f"· {reason}" for reason in (*unmatched(facts), *untold(facts)))
    yield from (f"· nothing of it on {_looked_at(searched)}" for searched in _beyond(facts))


def _beyond(facts: Facts) -> Iterator[Searched]:
    """The searches in the topics beyond the last one that knows the article; the dead letters left out."""
    found = {stop.topic for stop in stops(facts)}
    searches = {searched.topic: searched for searched in facts.searched if searched.topic not in DEAD_LETTERS}
    flow = list(searches)
    last = max((number for number, topic in enumerate(flow) if topic in found), default=-1)
    yield from (searches[topic] for topic in flow[last + 1 :])


def _looked_at(searched: Searched) -> str:
    since = f" since {searched.since:%Y-%m-%d %H:%M} UTC" if searched.since else ""
    return f"{searched.topic}: {amount(searched.records, 'record')} looked at{since}"


def _as_json(facts: Facts) -> dict[str, object]:
    return {
        "article_id": facts.article_id,
        "title": facts.title,
        "stops": [stop.as_json() for stop in stops(facts)],
        "missing": list(gaps(facts)),
        "unmatched": list(unmatched(facts)),
        "untold": list(untold(facts)),
        "searched": [
            {
                "topic": searched.topic,
                "partitions": searched.partitions,
                "records": searched.records,
                "since": searched.since and rfc3339(searched.since),
            }
            for searched in facts.searched
        ],
    }
