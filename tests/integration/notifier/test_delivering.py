"""From records to webhooks and reports, over real sockets and a real table."""

from __future__ import annotations

import asyncio
import datetime as dt
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing
from email.utils import format_datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from standardwebhooks import Webhook
from structlog.testing import capture_logs
from structlog.typing import EventDict

from tests import builders
from tests.integration.notifier.receiver import a_receiver
from tests.integration.notifier.running import KEY, Running, a_notifier, alert_record, an_endpoint, as_record
from tests.polling import until
from wirekit.clock import SystemClock
from wirekit.contracts import ids, topology
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka import Record
from wirekit.runtime.metrics import REGISTRY
from wirewatch.notifier.adapters import database as adapter

SOON = [dt.timedelta(milliseconds=50)]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "deliveries.db"


def answers(*statuses: str) -> Callable[[int], str]:
    """Each of *statuses* once, the last for ever."""
    return lambda number: statuses[min(number, len(statuses) - 1)]


async def rows(notifier: Running, query: str) -> list[tuple[object, ...]]:
    return await notifier.database.transact(lambda connection: [tuple(row) for row in connection.execute(text(query))])


async def is_disabled(notifier: Running) -> bool:
    return await rows(notifier, "SELECT endpoint FROM disabled_endpoints") == [("desk-1",)]


async def test_an_alert_arrives_as_a_webhook_that_the_independent_package_verifies(database: Path) -> None:
    async with a_receiver() as receiver, a_notifier(database, an_endpoint(receiver.url)) as notifier:
        fates = await notifier.alert()
        (request,) = await receiver.received(1)
        outcomes = await notifier.published.outcomes(1)

    event = Webhook(KEY).verify(request.body, request.headers)
    assert fates == [()]
    assert outcomes == ["delivered"]
    assert request.webhook_id == event["id"] == ids.webhook_id(builders.ALERT_ID, 1, "desk-1")
    assert request.headers["content-type"] == "application/cloudevents+json; charset=utf-8"
    assert event["data"]["evidence"][0]["sentence"] == "Ana Brodie met Tomas Ilk in the harbour."


async def check_that_a_replay_is_sent_once(database: Path) -> None:
    """The same records again, from a rebalance or a crash, cause no second request."""
    async with a_receiver() as receiver, a_notifier(database, an_endpoint(receiver.url)) as notifier:
        await notifier.intake.handle([alert_record(), alert_record(offset=1)])
        await receiver.received(1)
        await notifier.published.outcomes(1)
        await notifier.alert()
        await notifier.alert(revision=2, kind="retracted")
        await receiver.received(2)
        await until(lambda: len(notifier.published.outgoing) >= 2)

    assert set(receiver.times().values()) == {1}


async def test_a_replayed_record_is_sent_once(database: Path) -> None:
    await check_that_a_replay_is_sent_once(database)


async def test_without_the_unique_keys_the_check_of_replays_fails(database: Path) -> None:
    async with a_notifier(database):
        pass
    with closing(sqlite3.connect(database)) as elsewhere:
        elsewhere.execute("CREATE TABLE loose AS SELECT * FROM deliveries")
        elsewhere.execute("DROP TABLE deliveries")
        elsewhere.execute("ALTER TABLE loose RENAME TO deliveries")

    with pytest.raises(AssertionError):
        await check_that_a_replay_is_sent_once(database)


async def test_every_endpoint_that_wants_the_kind_gets_its_own_webhook(database: Path) -> None:
    async with a_receiver() as receiver:
        endpoints = (
            an_endpoint(receiver.url),
            an_endpoint(receiver.url, id="desk-2", events=("opened", "updated")),
            an_endpoint(receiver.url, id="desk-3"),
        )
        async with a_notifier(database, *endpoints) as notifier:
            await notifier.alert(kind="updated", revision=2, notify=("desk-1", "desk-2"))
            await notifier.alert(kind="opened", revision=3, notify=("desk-1", "desk-2", "desk-2"))
            await notifier.published.outcomes(3)

    assert receiver.times() == {
        ids.webhook_id(builders.ALERT_ID, 2, "desk-2"): 1,
        ids.webhook_id(builders.ALERT_ID, 3, "desk-1"): 1,
        ids.webhook_id(builders.ALERT_ID, 3, "desk-2"): 1,
    }


async def test_a_failed_attempt_is_tried_again_under_the_same_id_with_the_same_body(database: Path) -> None:
    statuses = answers("503 Busy", "302 Found\r\nLocation: /elsewhere", "200 OK")
    async with a_receiver(statuses) as receiver, a_notifier(database, an_endpoint(receiver.url)) as notifier:
        await notifier.alert()
        outcomes = await notifier.published.outcomes(3)

    assert outcomes == ["retried", "retried", "delivered"]
    assert [report.status for report in notifier.published.reports] == [503, 302, 200]
    assert [report.attempt for report in notifier.published.reports] == [1, 2, 3]
    assert len({(request.path, request.webhook_id, request.body) for request in receiver.requests}) == 1


async def test_an_endpoint_that_is_down_delays_no_other(database: Path) -> None:
    async with a_receiver() as receiver, a_receiver() as stuck:
        stuck.hold = asyncio.Event()
        endpoints = (an_endpoint(receiver.url), an_endpoint(stuck.url, id="stuck", max_in_flight=2))
        async with a_notifier(database, *endpoints) as notifier:
            for revision in range(1, 21):
                await notifier.alert(alert_id=f"alr_{revision}", notify=("stuck", "desk-1"))
            await receiver.received(20)
            await stuck.received(2)
            waiting = len(stuck.requests), stuck.most_open
            stuck.hold.set()
            await notifier.published.outcomes(40)

    assert waiting == (2, 2)
    assert set(stuck.times().values()) == {1}
    assert len(stuck.times()) == 20


async def test_a_later_revision_waits_for_an_earlier_one_until_that_is_over(database: Path) -> None:
    async with (
        a_receiver(answers("500 Broken", "500 Broken", "200 OK")) as receiver,
        a_notifier(database, an_endpoint(receiver.url, retry=SOON)) as notifier,
    ):
        await notifier.intake.handle([alert_record(revision=1), alert_record(revision=2, kind="retracted")])
        await notifier.published.outcomes(3)

    reports = [(report.alert_revision, report.outcome) for report in notifier.published.reports]
    assert reports == [(1, "retried"), (1, "dead"), (2, "delivered")]


async def test_nobody_listening_is_a_failure_with_a_reason(database: Path) -> None:
    async with a_receiver() as receiver:
        pass
    async with a_notifier(database, an_endpoint(receiver.url, retry=SOON)) as notifier:
        await notifier.alert()
        outcomes = await notifier.published.outcomes(2)

    assert outcomes == ["retried", "dead"]
    assert notifier.published.reports[0].error is not None
    assert notifier.published.reports[0].error.startswith("connect: 127.0.0.1")


async def test_an_address_that_is_not_allowed_is_never_called(database: Path) -> None:
    endpoint = an_endpoint("http://169.254.169.254/latest/meta-data")
    async with a_notifier(database, endpoint) as notifier:
        await notifier.alert()
        outcomes = await notifier.published.outcomes(1)

    assert outcomes == ["dead"]
    assert {report.error and report.error.split(":")[0] for report in notifier.published.reports} == {"blocked_address"}


async def test_a_test_event_is_sent_once(database: Path) -> None:
    statuses = answers("500 Broken", "200 OK")
    async with (
        a_receiver(statuses) as receiver,
        a_notifier(database, an_endpoint(receiver.url, retry=SOON)) as notifier,
    ):
        await notifier.order(command="test")
        await notifier.published.outcomes(1)
        await notifier.alert()
        outcomes = await notifier.published.outcomes(2)

    assert outcomes == ["dead", "delivered"]
    assert [request.event["type"].split(".")[1] for request in receiver.requests] == ["endpoint", "alert"]


async def test_an_answer_that_drips_is_cut_off_and_its_status_counts(database: Path) -> None:
    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\nx")
        await reader.read()
        writer.close()

    server = await asyncio.start_server(drip, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    async with server, a_notifier(database, an_endpoint(url), request_seconds=0.5) as notifier:
        await notifier.alert()
        outcomes = await notifier.published.outcomes(1)

    assert outcomes == ["delivered"]


def counted(outcome: str) -> float:
    return REGISTRY.get_sample_value("wirewatch_deliveries_total", {"outcome": outcome}) or 0


def told_by(logs: Sequence[EventDict]) -> dict[str, str]:
    """How loudly what was not sent is logged, by the event."""
    return {entry["event"]: entry["log_level"] for entry in logs if entry["event"].startswith("deliver")}


async def test_an_unknown_endpoint_is_reported_and_counted_once_as_unroutable(database: Path) -> None:
    before = counted("unroutable")
    with capture_logs() as logs:
        async with a_notifier(database) as notifier:
            await notifier.alert(notify=("desk-9",))
            await notifier.alert(notify=("desk-9",))
            outcomes = await notifier.published.outcomes(1)
            await asyncio.sleep(0)

    (report,) = notifier.published.reports
    assert outcomes == ["unroutable"]
    assert (report.endpoint, report.attempt, report.next_attempt_at) == ("desk-9", 0, None)
    assert counted("unroutable") - before == 1
    assert told_by(logs) == {"delivery.refused": "info"}  # the report is what an operator is told


async def test_what_waits_for_an_endpoint_that_left_the_file_is_unroutable(database: Path) -> None:
    async with a_receiver(answers("500 Broken")) as receiver:
        slow = an_endpoint(receiver.url, retry=[dt.timedelta(hours=1)])
        async with a_notifier(database, slow) as notifier:
            await notifier.alert()
            await notifier.published.outcomes(1)
        with capture_logs() as logs:
            async with a_notifier(database) as notifier:
                outcomes = await notifier.published.outcomes(1)

    assert outcomes == ["unroutable"]
    assert told_by(logs) == {"deliveries.unroutable": "info"}


async def test_gone_disables_the_endpoint_and_ends_what_waits_for_it(database: Path) -> None:
    before, statuses = counted("disabled"), answers("500 Broken", "410 Gone")
    async with a_receiver(statuses) as receiver:
        endpoint = an_endpoint(receiver.url, max_in_flight=1, retry=[dt.timedelta(hours=1)])
        async with a_notifier(database, endpoint) as notifier:
            await notifier.alert(alert_id="alr_waits")
            await notifier.published.outcomes(1)
            await notifier.alert(alert_id="alr_gone")
            await notifier.published.outcomes(3)
            await notifier.alert(alert_id="alr_late")
            await notifier.published.outcomes(4)

    assert [(report.alert_id, report.outcome) for report in notifier.published.reports] == [
        ("alr_waits", "retried"),
        ("alr_gone", "dead"),
        ("alr_waits", "disabled"),
        ("alr_late", "disabled"),
    ]
    assert len(receiver.requests) == 2
    assert counted("disabled") - before == 2


async def test_a_test_event_that_arrives_enables_the_endpoint_again(database: Path) -> None:
    async with (
        a_receiver(answers("410 Gone", "200 OK")) as receiver,
        a_notifier(database, an_endpoint(receiver.url)) as notifier,
    ):
        await notifier.alert(alert_id="alr_gone")
        await until(lambda: is_disabled(notifier))
        await notifier.order(command="test")
        await notifier.published.outcomes(2)
        await notifier.alert(alert_id="alr_next")
        outcomes = await notifier.published.outcomes(3)

    assert outcomes == ["dead", "delivered", "delivered"]
    assert receiver.requests[1].event["type"] == "wirewatch.endpoint.tested.v1"
    assert receiver.requests[1].event["data"] == {"endpoint": "desk-1"}
    Webhook(KEY).verify(receiver.requests[1].body, receiver.requests[1].headers)


async def test_a_stop_at_any_moment_leaves_every_webhook_that_arrived_written_down(tmp_path: Path) -> None:
    written, arrived = [], []
    for moment in range(20):
        database = tmp_path / f"{moment}.db"
        async with a_receiver() as receiver:
            async with a_notifier(database, an_endpoint(receiver.url)) as notifier:
                await notifier.alert()
                await asyncio.sleep(moment / 500)
            arrived.append(len(receiver.requests))
        with closing(sqlite3.connect(database)) as table:
            (delivered,) = table.execute("SELECT count(*) FROM deliveries WHERE state = 'delivered'").fetchone()
        written.append(delivered)

    assert written == arrived
    assert set(arrived) == {0, 1}


async def test_a_new_address_enables_the_endpoint_again(database: Path) -> None:
    async with a_receiver(answers("410 Gone")) as old, a_receiver() as new:
        async with a_notifier(database, an_endpoint(old.url)) as notifier:
            await notifier.alert(alert_id="alr_gone")
            await notifier.published.outcomes(1)
            await until(lambda: is_disabled(notifier))
        async with a_notifier(database, an_endpoint(new.url)) as notifier:
            await notifier.alert(alert_id="alr_next")
            outcomes = await notifier.published.outcomes(1)

    assert outcomes == ["delivered"]


async def test_a_dead_delivery_is_sent_again_on_demand_with_a_fresh_schedule(database: Path) -> None:
    async with (
        a_receiver(answers("500 Broken", "500 Broken", "500 Broken", "200 OK")) as receiver,
        a_notifier(database, an_endpoint(receiver.url, retry=SOON)) as notifier,
    ):
        await notifier.alert()
        await notifier.published.outcomes(2)
        await notifier.order(command="redeliver", webhook_id=receiver.requests[0].webhook_id)
        outcomes = await notifier.published.outcomes(4)

    assert outcomes == ["retried", "dead", "retried", "delivered"]
    assert set(receiver.times().values()) == {4}


async def test_all_dead_deliveries_of_an_endpoint_are_sent_again_on_demand(database: Path) -> None:
    async with (
        a_receiver(answers("500 Broken", "500 Broken", "200 OK")) as receiver,
        a_notifier(database, an_endpoint(receiver.url, retry=[])) as notifier,
    ):
        await notifier.alert(alert_id="alr_a")
        await notifier.alert(alert_id="alr_b")
        await notifier.published.outcomes(2)
        await notifier.order(command="redeliver")
        outcomes = await notifier.published.outcomes(4)

    assert outcomes == ["dead", "dead", "delivered", "delivered"]


async def test_a_delivered_webhook_is_not_sent_again_by_redelivery(database: Path) -> None:
    async with a_receiver() as receiver, a_notifier(database, an_endpoint(receiver.url)) as notifier:
        await notifier.alert()
        await notifier.published.outcomes(1)
        await notifier.order(command="redeliver", webhook_id=receiver.requests[0].webhook_id)
        await notifier.alert(alert_id="alr_next")
        await notifier.published.outcomes(2)

    assert set(receiver.times().values()) == {1}


async def test_retry_after_holds_back_everything_that_waits_for_the_endpoint(database: Path) -> None:
    later = format_datetime(SystemClock().now() + dt.timedelta(minutes=10))
    statuses = answers("500 Broken", f"429 Slow down\r\nRetry-After: {later}")
    async with a_receiver(statuses) as receiver:
        endpoint = an_endpoint(receiver.url, max_in_flight=1, retry=[dt.timedelta(minutes=1)])
        async with a_notifier(database, endpoint) as notifier:
            await notifier.alert(alert_id="alr_a")
            await notifier.published.outcomes(1)
            await notifier.alert(alert_id="alr_b")
            await notifier.published.outcomes(2)
            due = await rows(notifier, "SELECT alert_id, due_at FROM deliveries ORDER BY alert_id")

    at_least = SystemClock().now() + dt.timedelta(minutes=9)
    assert [alert for alert, at in due if dt.datetime.fromisoformat(f"{at}+00:00") > at_least] == ["alr_a", "alr_b"]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (Record(topology.ALERTS_RAISED.name, 0, 0, b"k", b"{}"), "not_cloudevent"),
        (Record(topology.ALERTS_RAISED.name, 0, 0, b"k", None, alert_record().headers), "no_data"),
        (Record(topology.ALERTS_RAISED.name, 0, 0, b"k", b'{"alert_id": 1}', alert_record().headers), "invalid_data"),
        (Record(topology.DELIVERIES_COMMANDS.name, 0, 0, b"k", b"{}", alert_record().headers), "unknown_type"),
        (alert_record(reason="x" * 30_000), "body_too_large"),
    ],
)
async def test_a_record_that_makes_no_webhook_is_buried_and_the_rest_goes_on(
    database: Path, record: Record, reason: str
) -> None:
    async with a_receiver() as receiver, a_notifier(database, an_endpoint(receiver.url)) as notifier:
        bad, good = await notifier.intake.handle([record, alert_record(offset=1, alert_id="alr_good")])
        await receiver.received(1)

    assert isinstance(bad, InvalidMessage)
    assert bad.reason == reason
    assert good == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [({"command": "explode"}, "unknown_command"), ({"command": "redeliver", "endpoint": "desk-9"}, "unknown_endpoint")],
)
async def test_an_order_that_cannot_be_obeyed_is_buried(database: Path, changes: dict[str, str], reason: str) -> None:
    async with a_notifier(database, an_endpoint("http://127.0.0.1:9/")) as notifier:
        (fate,) = await notifier.order(**changes)

    assert isinstance(fate, InvalidMessage)
    assert fate.reason == reason


async def test_a_stop_finishes_the_request_under_way_and_writes_it_down(database: Path) -> None:
    async with a_receiver() as receiver:
        receiver.hold = asyncio.Event()
        async with a_notifier(database, an_endpoint(receiver.url), request_seconds=20, lease_seconds=40) as notifier:
            await notifier.alert()
            await receiver.received(1)
            asyncio.get_running_loop().call_later(0.3, receiver.hold.set)
        async with a_notifier(database, an_endpoint(receiver.url)) as again:
            outcomes = await again.published.outcomes(1)
            states = await rows(again, "SELECT state, attempts FROM deliveries")

    assert outcomes == ["delivered"]
    assert states == [("delivered", 1)]


async def test_reports_wait_in_the_outbox_while_kafka_is_away_and_keep_their_ids(database: Path) -> None:
    async with a_receiver() as receiver, a_notifier(database, an_endpoint(receiver.url)) as notifier:
        await notifier.alert()
        await notifier.published.outcomes(1)

    (outgoing,) = notifier.published.outgoing
    headers = dict(as_record(outgoing).headers)
    assert (outgoing.topic, outgoing.key) == ("deliveries.attempted", b"desk-1")
    assert headers["ce_id"] == f"{receiver.requests[0].webhook_id}-1-delivered".encode()


@asynccontextmanager
async def locked(database: Path) -> AsyncIterator[None]:
    """Hold the lock as a backup does; taken in a thread, for this loop may be in the midst of a transaction."""
    with closing(sqlite3.connect(database, timeout=60, check_same_thread=False)) as backup:
        await asyncio.to_thread(backup.execute, "BEGIN IMMEDIATE")
        yield
        backup.rollback()


async def test_a_database_that_a_backup_locks_is_waited_for(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapter, "BUSY_MS", 20)
    monkeypatch.setattr(adapter, "RETRY_SECONDS", 0.05)
    async with a_receiver() as receiver, a_notifier(database, an_endpoint(receiver.url)) as notifier:
        async with locked(database):
            with pytest.raises(TemporaryFailure, match="database is locked"):
                await notifier.alert()
            await asyncio.sleep(1.5)
        await notifier.alert()
        outcomes = await notifier.published.outcomes(1)

    assert outcomes == ["delivered"]


async def test_a_webhook_that_arrived_while_the_database_was_locked_is_noted_and_sent_once(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter, "BUSY_MS", 100)
    monkeypatch.setattr(adapter, "RETRY_SECONDS", 0.05)
    async with a_receiver() as receiver, a_notifier(database, an_endpoint(receiver.url)) as notifier:
        receiver.hold = asyncio.Event()
        await notifier.alert()
        await receiver.received(1)
        async with locked(database):
            receiver.hold.set()
            await asyncio.sleep(0.5)
        outcomes = await notifier.published.outcomes(1)

    assert outcomes == ["delivered"]
    assert set(receiver.times().values()) == {1}
