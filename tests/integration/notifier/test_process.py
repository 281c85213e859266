"""The notifier as a process on Apache Kafka, stopped and killed from outside."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from standardwebhooks import Webhook

from tests.integration.notifier.receiver import a_receiver
from tests.integration.notifier.running import (
    a_notifier_process,
    alert_record,
    order_record,
    outgoing,
    reports,
    write_endpoints,
)
from tests.integration.streams.topics import fill, read
from tests.polling import until
from tests.ports import free_port
from wirekit.contracts import topology
from wirekit.kafka import Connection, Outgoing

DEFAULT_IN_FLIGHT = 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


async def test_a_record_becomes_a_verified_webhook_and_a_report(folder: Path, blank_topics: Connection) -> None:
    poison = Outgoing(topology.ALERTS_RAISED.name, b"brodie-ilk", b"not an alert")
    async with a_receiver() as receiver:
        write_endpoints(folder, receiver)
        async with a_notifier_process(folder, blank_topics) as process:
            await fill(blank_topics, [poison, outgoing(alert_record()), outgoing(order_record(command="test"))])
            first, second = await receiver.received(2)
            told = await reports(blank_topics, 2)
            code = await process.stop()

    secret = (folder / "secrets" / "desk-1").read_text().strip()
    types = {Webhook(secret).verify(request.body, request.headers)["type"] for request in (first, second)}
    (letter,) = await read(blank_topics, topology.ALERTS_RAISED.dead_letters.name)
    assert types == {"wirewatch.alert.raised.v1", "wirewatch.endpoint.tested.v1"}
    assert {report.outcome for report in told} == {"delivered"}
    assert letter.value == b"not an alert"
    assert code == 0


async def test_a_wrong_endpoints_file_is_refused_with_its_line_and_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "endpoints.yaml").write_text("endpoints:\n  - id: desk-1\n    ulr: https://hooks.example/\n")
    settings = {
        "WIREWATCH_NOTIFIER_ENDPOINTS": str(tmp_path / "endpoints.yaml"),
        "WIREWATCH_NOTIFIER_HEALTH_PORT": str(free_port()),  # a newsroom may run beside
    }
    environment = {**os.environ, **settings}
    command = [sys.executable, "-m", "wirewatch.notifier"]

    ended = await asyncio.to_thread(
        subprocess.run, command, env=environment, capture_output=True, text=True, timeout=60, check=False
    )

    refusals = [line for line in ended.stderr.splitlines() if line.startswith("notifier: endpoints.yaml:")]
    assert ended.returncode == 2
    assert [line.split(": ")[1:3] for line in refusals] == [
        ["endpoints.yaml:2", "endpoints[0].url"],
        ["endpoints.yaml:3", "endpoints[0].ulr"],
    ]
    assert not (tmp_path / "secrets").exists()


@pytest.mark.long
async def test_a_notifier_killed_between_the_answer_and_its_mark_sends_the_same_id_again(
    folder: Path, newsroom_kafka: Connection
) -> None:
    async with a_receiver() as receiver:
        receiver.hold = asyncio.Event()
        write_endpoints(folder, receiver)
        async with a_notifier_process(folder, newsroom_kafka) as process:
            await fill(newsroom_kafka, [outgoing(alert_record())])
            await receiver.received(1)
            with closing(sqlite3.connect(folder / "deliveries.db", isolation_level=None)) as elsewhere:
                elsewhere.execute("BEGIN IMMEDIATE")
                receiver.hold.set()
                await until(lambda: receiver.answered == 1)
                await asyncio.sleep(0.3)
                await process.kill()
        async with a_notifier_process(folder, newsroom_kafka):
            first, second = await receiver.received(2)
            (report,) = await reports(newsroom_kafka, 1)

    assert first.webhook_id == second.webhook_id
    assert first.body == second.body
    assert (report.outcome, report.attempt) == ("delivered", 2)


@pytest.mark.long
@pytest.mark.faults
async def test_a_notifier_killed_again_and_again_loses_no_alert_and_makes_no_second_id(
    folder: Path, newsroom_kafka: Connection
) -> None:
    alerts = [alert_record(alert_id=f"alr_{number}") for number in range(150)]
    async with a_receiver() as receiver:
        write_endpoints(folder, receiver)
        for start in (0, 50, 100):
            async with a_notifier_process(folder, newsroom_kafka) as process:
                await fill(newsroom_kafka, map(outgoing, alerts[start : start + 50]))
                await receiver.received(start + 15)
                await process.kill()
        async with a_notifier_process(folder, newsroom_kafka):
            await until(lambda: len(receiver.times()) == len(alerts), 60)

    assert {request.event["data"]["alert_id"] for request in receiver.requests} == {f"alr_{n}" for n in range(150)}
    assert len(receiver.times()) == len(alerts)
    assert sum(receiver.times().values()) - len(alerts) <= 3 * DEFAULT_IN_FLIGHT
