"""docs/subscribing.md says what the topology says, shows records as the services write them, and reads committed."""

from __future__ import annotations

import asyncio
import inspect
import itertools
import json
import re
import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import builders
from tests.builders import an_instant
from tests.newsdesk import TRACE, Standing, Stopped, candidate_record, place_of
from tests.subscribing import PAGE, PUBLIC, blocks, commands, function, golden, section
from tests.unit.wirekit.contracts.test_golden_records import golden as golden_value
from wirealert.raising import MAX_ALERT, OPENED, RETRACTED, UPDATED
from wirekit import contracts
from wirekit.broker.config import FIXED
from wirekit.contracts import RawArticle, topology
from wirekit.contracts.topology import Topic
from wirekit.kafka import Outgoing, Record
from wirekit.runtime.pool import Result
from wirekit.runtime.settings import ServiceSettings
from wirekit.streams import Effects, OwnedLane, decode, encode
from wirekit.streams.cloudevents import Envelope
from wirewatch.alerter.service import DecideHalf
from wirewatch.enricher.chunk import Enriched
from wirewatch.enricher.service import Enrichment
from wirewatch.notifier.adapters import outbox
from wirewatch.notifier.delivery import Report
from wirewatch.poller import settlement
from wirewatch.poller.adapters.records import effects_of
from wirewatch.poller.settlement import Settlement

MIB = 1024 * 1024
each_topic = pytest.mark.parametrize("topic", PUBLIC, ids=lambda topic: topic.name)


def table() -> dict[str, list[str]]:
    """The cells of the overview by topic."""
    rows = re.findall(r"^\| \[`(.+?)`\]\(#(.+?)\) \| (.+) \|$", PAGE, re.MULTILINE)
    assert [anchor for _, anchor, _ in rows] == [name.replace(".", "") for name, _, _ in rows]
    return {name: cells.split(" | ") for name, _, cells in rows}


def poller_effects() -> Effects:
    state, article, event = builders.a_feed_state(), builders.a_raw_article(), builders.a_feed_event()
    return effects_of([Settlement(state, None, (article,), (event,))])


def alerter_effects() -> Effects:
    half = DecideHalf(Standing(), Stopped(an_instant(0.9)), "")
    candidates = [candidate_record(builders.a_candidate(), offset) for offset in (4, 5)]
    return half.fold(OwnedLane(place_of("brodie-ilk")), candidates)


class _Children:
    async def run(self, chunk: Sequence[bytes], context: bytes = b"") -> list[Result]:  # noqa: ARG002  # theirs
        return [Enriched(builders.an_article().to_json(), "en", {}).to_bytes() for _ in chunk]


class _Lists:
    async def complete(self) -> None:
        pass

    @contextmanager
    def borrowed(self) -> Iterator[Path]:
        yield Path("3.json")


def enriched() -> list[Outgoing]:
    raw: RawArticle = builders.a_raw_article()
    cause = encode(raw, topic="articles.raw", key=raw.article_id, event=Envelope("1", "/", an_instant(), None, TRACE))
    record = Record("articles.raw", 0, 0, cause.key, cause.value, cause.headers)
    (outcome,) = asyncio.run(Enrichment(_Children(), _Lists(), Stopped(an_instant(0.5))).handle([record]))
    assert not isinstance(outcome, Exception)
    return list(outcome)


def written() -> Iterator[Outgoing]:
    """A record of every public topic, as the services make it."""
    yield from poller_effects().outputs
    yield from enriched()
    yield from alerter_effects().outputs
    yield outbox._outgoing(Report(1, builders.a_delivery_attempt(), TRACE))


def test_the_table_has_every_public_topic_and_says_what_the_topology_says() -> None:
    assert table() == {
        topic.name: [
            topic.key,
            str(topic.partitions),
            f"{topic.retention_days} days",
            f"{topic.max_bytes // MIB} MiB",
        ]
        for topic in sorted(PUBLIC, key=lambda topic: topic.name)
    }


def test_no_public_topic_is_compacted_so_there_are_no_tombstones() -> None:
    assert not any(topic.compacted for topic in PUBLIC)


@each_topic
def test_a_topic_has_a_section_that_names_its_writer_and_its_types(topic: Topic) -> None:
    (writer,) = (service.name for service in topology.SERVICES if topic in service.writes)
    types = [getattr(contracts, name).event_type for name in topic.messages]

    assert f"ritten by the {writer}" in section(topic.name)
    assert re.findall(r"`(wirewatch\.[a-z.0-9]+)`", section(topic.name)) == types


@each_topic
def test_a_golden_record_has_the_golden_value_and_is_read(topic: Topic) -> None:
    record, models = golden(topic.name), [getattr(contracts, name) for name in topic.messages]

    event = decode(record, *models)

    assert json.loads(record.value or b"") == json.loads(golden_value(type(event.data).__name__))
    assert event.envelope.source.removeprefix("/wirewatch/") in section(topic.name)


@each_topic
def test_a_golden_record_has_key_and_headers_as_the_service_writes_them(topic: Topic) -> None:
    (outgoing,) = (outgoing for outgoing in written() if outgoing.topic == topic.name)
    headers = dict(outgoing.headers)
    shown = golden(topic.name)
    if topic is topology.ARTICLES_RAW:
        assert headers.pop("traceparent")  # drawn anew for each article
        headers["traceparent"] = TRACE.encode()

    assert outgoing.key == shown.key
    assert headers | dict.fromkeys(["ce_time"]) == dict(shown.headers) | dict.fromkeys(["ce_time"])


@each_topic
def test_the_sdk_reads_what_the_page_shows(topic: Topic) -> None:
    record = golden(topic.name)
    foreign = Record(topic.name, 0, 0, record.key, record.value, (*record.headers, ("x-null", None), ("x", b"\xff")))

    event = function("read_event")(foreign)

    headers = dict(record.headers)
    assert event.get_id().encode() == headers["ce_id"]
    assert event.get_type().encode() == headers["ce_type"]
    assert event.get_data() == json.loads(record.value or b"")
    assert event.get_extension("partitionkey") is None


def test_the_addresses_and_limits_are_those_of_the_brokers() -> None:
    compose = (Path(__file__).parents[2] / "docker-compose.yml").read_text(encoding="utf-8")

    assert f"`{ServiceSettings.model_fields['kafka'].default}` where `wirewatch up`" in PAGE
    assert "`127.0.0.1:29092` with `docker compose`" in PAGE
    assert "127.0.0.1:${KAFKA_PORT:-29092}" in compose
    assert FIXED["log.retention.bytes"] == 64 * MIB
    assert "outgrows 64 MiB" in PAGE


def test_the_kinds_of_alerts_and_events_are_those_that_are_written() -> None:
    assert listed("alerts.raised", "kind") == {OPENED, UPDATED, RETRACTED}
    assert listed("feeds.events", "kind") == set(re.findall(r'_event\([^)"]*"(\w+)"', inspect.getsource(settlement)))


def listed(topic: str, field: str) -> set[str]:
    """The values that the page names for *field*."""
    sentence = re.search(rf"`{field}` is ([^.]*)\.", section(topic))
    assert sentence
    return set(re.findall(r"`(\w+)`", sentence[1]))


def test_an_alert_is_no_larger_than_the_page_says() -> None:
    assert "at most 64 KiB" in section("alerts.raised")
    assert MAX_ALERT <= 64 * 1024


def options(words: Sequence[str]) -> set[str]:
    """What kcat is given with -X."""
    return {value for flag, value in itertools.pairwise(words) if flag == "-X"}


def test_kcat_reads_alerts_as_committed_in_every_command() -> None:
    calls = [shlex.split(command.partition(" | ")[0]) for command in commands()]

    assert calls
    for call in calls:
        assert call[0] == "kcat"
        assert {"-C", "-G"} & set(call)
        assert "alerts.raised" in call
        assert "isolation.level=read_committed" in options(call)


def test_java_and_python_set_the_same_options() -> None:
    (java,) = blocks("java")
    settings = re.findall(r'"([a-z.]+)", "([a-z_]+)"', java)
    python = re.findall(r'"(\w+)": "?(\w+)"?[,}]', "".join(blocks("python")))

    assert ("isolation.level", "read_committed") in settings
    assert dict(settings) == {name.replace("_", "."): value.lower() for name, value in python}


def test_java_and_python_upsert_by_the_same_statement() -> None:
    statements = [re.search(r"INSERT [^\"]*", text) for text in ("".join(blocks("java")), "".join(blocks("python")))]
    java, python = (found[0].split() for found in statements if found)

    assert java == python
    assert java[-3:] == ["alerts.revision", "<", "excluded.revision"]
