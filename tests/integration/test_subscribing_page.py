"""The readers of docs/subscribing.md on Apache Kafka: aborted alerts, older revisions that come late, foreign types."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from typing import Any

import pytest
from aiokafka import AIOKafkaProducer

from tests.builders import an_alert, an_instant
from tests.polling import until
from tests.subscribing import commands, function
from wirekit.contracts import AlertRaised, topology
from wirekit.kafka import Connection, Outgoing
from wirekit.streams import Envelope, encode

TOPIC = topology.ALERTS_RAISED.name
NEWEST = {"alr_a": (2, "updated"), "alr_b": (1, "opened"), "alr_large": (1, "opened"), "alr_z": (1, "opened")}
"""What a reader must hold of ``the_log``: `alr_z` is written last, to the partition of all the others."""


def a_record(alert_id: str, revision: int, **changes: Any) -> Outgoing:
    kind = "opened" if revision == 1 else "updated"
    alert: AlertRaised = an_alert(alert_id=alert_id, revision=revision, kind=kind)
    event = Envelope(f"{alert_id}-{revision}", "/wirewatch/alerter", an_instant(), alert_id)
    written = encode(alert, topic=TOPIC, key="brodie-ilk", event=event)
    value = json.loads(written.value or b"") | changes
    return Outgoing(TOPIC, written.key, json.dumps(value).encode(), written.headers)


def of_type(event_type: bytes, record: Outgoing) -> Outgoing:
    headers = {**dict(record.headers), "ce_type": event_type}
    return Outgoing(record.topic, record.key, record.value, tuple(headers.items()))


async def write(connection: Connection, *records: Outgoing, aborted: bool = False) -> None:
    """In one transaction."""
    limits = {"transactional_id": "alerter-0", "max_request_size": topology.MAX_DEAD_LETTER_BYTES}
    async with AIOKafkaProducer(**connection.options(), **limits) as producer:
        await producer.begin_transaction()
        for record in records:
            await producer.send_and_wait(TOPIC, record.value, record.key, headers=list(record.headers))
        await (producer.abort_transaction() if aborted else producer.commit_transaction())


async def the_log(connection: Connection) -> None:
    """Fill the topic with what a reader must get right."""
    await write(connection, a_record("alr_a", 1))
    await write(connection, a_record("alr_a", 3), a_record("alr_never", 1), aborted=True)
    await write(connection, a_record("alr_a", 2, added_later={"a": 1}))
    await write(connection, a_record("alr_a", 1), a_record("alr_b", 1))
    await write(connection, a_record("alr_large", 1, added_later="x" * (topology.ALERTS_RAISED.max_bytes - 4096)))
    await write(connection, a_record("alr_z", 1))


def held(database: sqlite3.Connection) -> dict[str, tuple[int, str]]:
    with suppress(sqlite3.OperationalError):  # no table yet
        return {row[0]: (row[1], row[2]) for row in database.execute("SELECT alert_id, revision, kind FROM alerts")}
    return {}


async def follow(connection: Connection, database: sqlite3.Connection, done: Callable[[], bool]) -> None:
    """Run the page's reader until the condition holds; what ends it before fails the test."""
    reading = asyncio.create_task(function("follow")(connection.bootstrap_servers, "my-desk", database))
    await until(lambda: done() or reading.done())
    reading.cancel()
    with suppress(asyncio.CancelledError):
        await reading


async def test_the_reader_in_python_keeps_the_newest_revision_of_what_was_raised(blank_topics: Connection) -> None:
    await the_log(blank_topics)
    await write(blank_topics, of_type(b"wirewatch.alert.raised.v2", a_record("alr_a", 9)))
    await write(blank_topics, a_record("alr_z", 2))

    with closing(sqlite3.connect(":memory:")) as database:
        await follow(blank_topics, database, lambda: held(database).get("alr_z", (0, ""))[0] == 2)

        assert held(database) == NEWEST | {"alr_z": (2, "updated")}
        (data,) = database.execute("SELECT data FROM alerts WHERE alert_id = 'alr_a'").fetchone()
        assert json.loads(data)["added_later"] == {"a": 1}


async def test_the_reader_in_python_goes_on_where_it_stopped(blank_topics: Connection) -> None:
    await the_log(blank_topics)
    with closing(sqlite3.connect(":memory:")) as database:
        await follow(blank_topics, database, lambda: "alr_z" in held(database))
        database.execute("DELETE FROM alerts")
        await write(blank_topics, a_record("alr_later", 1))

        await follow(blank_topics, database, lambda: "alr_later" in held(database))

        assert set(held(database)) <= {"alr_z", "alr_later"}


@pytest.mark.skipif(not (shutil.which("kcat") and shutil.which("jq")), reason="kcat or jq is not installed")
async def test_kcat_shows_the_newest_revision_of_what_was_raised(blank_topics: Connection) -> None:
    await the_log(blank_topics)
    command = commands()[0].replace("127.0.0.1:8792", blank_topics.bootstrap_servers).replace("jq -s", "jq -cs")

    shell = await asyncio.create_subprocess_exec(
        "bash", "-o", "pipefail", "-c", command, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await shell.communicate()

    alerts = [json.loads(line) for line in output.splitlines()]
    assert shell.returncode == 0
    assert {alert["alert_id"]: (alert["revision"], alert["kind"]) for alert in alerts} == NEWEST
