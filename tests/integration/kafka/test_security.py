"""A Kafka as companies run it: every way in, and what is said where one is barred."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from tests.access_lists import Operation, Resource, allow_only
from tests.certificates import Authority
from tests.integration.kafka.ways import KINDS, Ways
from tests.integration.streams import topics
from tests.polling import until
from tests.ports import free_port
from tests.secured_kafka import PASSWORD
from wirekit.contracts.topology import SERVICES, Topic
from wirekit.errors import ConfigError, InvalidMessage, TemporaryFailure
from wirekit.kafka import Connection, Denied, Outgoing, Record, TopicAdmin, TopicView
from wirekit.streams import (
    DeadLetters,
    Effects,
    FaustSource,
    Membership,
    Outcome,
    OwnedLane,
    OwnedState,
    Ownership,
    Pipeline,
    Publisher,
    Subscription,
)

Source = Subscription | FaustSource
SOURCES = (Subscription, FaustSource)
USER = "User:desk"


class Line:
    """A pipeline from *topic* under *group* that remembers what it read."""

    def __init__(self, connection: Connection, kind: type[Source], topic: str, group: str) -> None:
        self.seen: list[bytes] = []
        self._publisher = Publisher(connection)
        source = kind(connection, Membership(group, (topic,)))
        self._pipeline = Pipeline(source, self._handle, self._publisher, DeadLetters("test"))

    async def _handle(self, records: Sequence[Record]) -> Sequence[Outcome]:
        self.seen += [record.value or b"" for record in records]
        return [[] for _ in records]

    async def run(self) -> None:
        async with self._publisher:
            await self._pipeline.run()


async def reached(connection: Connection, seconds: float = 20) -> None:
    """Return when Kafka lets *connection* in."""
    async with TopicAdmin(connection, within=seconds):
        pass


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_written_on_each_way_in_is_read_on_it(
    ways: Ways, topic_prefix: str, kind: str, source: type[Source]
) -> None:
    connection, topic = ways.connection(kind), topic_prefix + "in"
    await reached(connection)
    await topics.create(connection, topic)
    await topics.fill(connection, [Outgoing(topic, b"k%d" % n, b"%d" % n) for n in range(50)])
    line = Line(connection, source, topic, topic_prefix + "group")
    running = asyncio.create_task(line.run())
    await until(lambda: len(line.seen) >= 50 or running.done(), 30)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running

    assert sorted(line.seen) == sorted(b"%d" % n for n in range(50))


@pytest.mark.parametrize("kind", ["mutual", "scram-sha-512", "oauthbearer"])
async def test_owned_state_and_views_take_the_same_ways(ways: Ways, topic_prefix: str, kind: str) -> None:
    connection = ways.connection(kind)
    source, state = topic_prefix + "in", topic_prefix + "state"
    await topics.create(connection, source, partitions=2)
    await topics.create(connection, state, partitions=2, compacted=True)
    await topics.fill(connection, [Outgoing(source, b"k%d" % n, b"v") for n in range(10)])
    rows: dict[bytes, bytes | None] = {}

    def fold(lane: OwnedLane, records: Sequence[Record]) -> Effects:
        del lane
        return Effects({record.key or b"": record.value for record in records})

    owned = OwnedState(connection, Ownership(topic_prefix + "group", source, state, lambda _: "test.row.v1"), fold)
    view = TopicView(connection, state, lambda record: rows.update({record.key or b"": record.value}))
    running = [asyncio.create_task(owned.run()), asyncio.create_task(view.run())]
    await until(lambda: len(rows) == 10 or any(task.done() for task in running), 30)
    for task in running:
        task.cancel()
    await asyncio.wait(running)

    assert rows == {b"k%d" % n: b"v" for n in range(10)}


async def test_reading_goes_on_when_kafka_ends_the_sessions_of_old_tokens(ways: Ways, topic_prefix: str) -> None:
    """Kafka closes a connection of this listener 3 s after its login; aiokafka logs in anew."""
    plain, topic = Connection(ways.kafka.plain), topic_prefix + "in"
    ways.endpoint.seconds = 2.5
    await topics.create(plain, topic)
    line = Line(ways.connection("oauthbearer"), Subscription, topic, topic_prefix + "group")
    running = asyncio.create_task(line.run())
    written = 0
    while len(ways.endpoint.asked) < 4 and not running.done():
        await topics.fill(plain, [Outgoing(topic, b"k", b"%d" % written)])
        written += 1
        await asyncio.sleep(0.2)
    await until(lambda: len(line.seen) >= written or running.done(), 30)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running

    assert line.seen == [b"%d" % n for n in range(written)]


def a_stranger(ways: Ways) -> str:
    return str(Authority(ways.folder / "other", "other").sign("mallory"))


REFUSALS = {
    "untrusted certificate": ("tls", {"KAFKA_CA_FILE": ""}, "not to be trusted: unable to get local issuer"),
    "another name": ("tls", {"KAFKA": "localhost"}, "not to be trusted: Hostname mismatch.*'localhost'"),
    "no TLS where TLS is wanted": ("tls", {"KAFKA_SECURITY": "", "KAFKA_CA_FILE": ""}, "that port wants TLS"),
    "no certificate": ("mutual", {"KAFKA_CERTIFICATE_FILE": ""}, "refuses our certificate, or that we show none"),
    "a stranger's certificate": ("mutual", {"KAFKA_CERTIFICATE_FILE": "stranger"}, "refuses our certificate"),
    "wrong password": ("scram-sha-512", {"KAFKA_PASSWORD": "guessed"}, "invalid credentials.*SCRAM-SHA-512"),
    "unknown user": ("scram-sha-512", {"KAFKA_USER": "nobody"}, "invalid credentials.*SCRAM-SHA-512"),
    "login where none is wanted": ("scram-sha-512", {"KAFKA": "tls"}, "wants no login"),
    "another login": ("scram-sha-512", {"KAFKA": "tokens"}, "does not take our way to log in"),
    "unknown client": ("oauthbearer", {"KAFKA_CLIENT_ID": "other"}, "refuses the client other: invalid_client"),
}


@pytest.mark.parametrize(("kind", "changes", "message"), REFUSALS.values(), ids=REFUSALS)
async def test_a_refusal_is_said_at_once_and_is_no_reason_to_wait(
    ways: Ways, kind: str, changes: dict[str, str], message: str
) -> None:
    places = {
        "localhost": ways.kafka.address("tls", "localhost"),
        "stranger": a_stranger(ways) if "stranger" in changes.values() else "",
        "tls": ways.kafka.address("tls"),
        "tokens": ways.kafka.address("tokens"),
    }
    connection = ways.connection(kind, **{name: places.get(value, value) for name, value in changes.items()})

    with pytest.raises(ConfigError, match=message) as refusal:
        await reached(connection)

    assert PASSWORD not in str(refusal.value)
    assert f"Kafka at {connection.bootstrap_servers}: " in str(refusal.value)


async def test_a_token_that_has_expired_is_refused_with_kafkas_word_for_it(ways: Ways) -> None:
    connection = ways.connection("oauthbearer")
    ways.endpoint.expired = True

    with pytest.raises(ConfigError, match=r"Kafka rejects the token.*invalid_token"):
        await reached(connection)


async def test_a_token_endpoint_that_is_away_is_waited_for(ways: Ways) -> None:
    connection = ways.connection("oauthbearer")
    ways.endpoint.status = 503
    waiting = asyncio.create_task(reached(connection, 60))
    await until(lambda: len(ways.endpoint.asked) >= 2)
    early = waiting.done()
    ways.endpoint.status = None
    await waiting

    assert not early


async def test_a_port_that_speaks_otherwise_is_guessed_at(ways: Ways) -> None:
    connection = ways.connection("tls", KAFKA=ways.kafka.plain)

    with pytest.raises(TemporaryFailure, match=r"hangs up or is silent; is WIREWATCH_KAFKA_SECURITY"):
        await reached(connection, 2)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(
    ("topic", "group", "message"),
    [
        ("in", "denied", "Kafka denies READ on the group .*denied"),
        ("unread", "group", "Kafka denies READ on the topic .*unread"),
        ("hidden", "group", "the topic .*hidden does not exist, or we may not see it"),
    ],
)
async def test_a_reader_that_is_denied_says_what(
    ways: Ways, topic_prefix: str, source: type[Source], topic: str, group: str, message: str
) -> None:
    plain, name = Connection(ways.kafka.plain), topic_prefix + topic
    await topics.create(plain, name)
    await topics.fill(plain, [Outgoing(name, b"k", b"v")])
    if topic == "unread":
        await allow_only(plain, USER, Resource.TOPIC, name, Operation.DESCRIBE)
    if topic == "hidden":
        await allow_only(plain, USER, Resource.TOPIC, name)
    await allow_only(plain, USER, Resource.GROUP, topic_prefix + "denied", Operation.DESCRIBE)
    line = Line(ways.connection("scram-sha-512"), source, name, topic_prefix + group)

    with pytest.raises(ConfigError, match=message):
        await asyncio.wait_for(line.run(), 30)

    assert line.seen == []


@pytest.mark.parametrize(
    ("resource", "name", "allowed", "message"),
    [
        (Resource.TOPIC, "out", Operation.READ, "Kafka denies WRITE on the topic .*out"),
        (Resource.TOPIC, "state", Operation.DESCRIBE, "Kafka denies READ on the topic .*state"),
        (
            Resource.TRANSACTIONAL_ID,
            "group-0",
            Operation.DESCRIBE,
            "Kafka denies WRITE on the transactional id .*group-0",
        ),
        (Resource.GROUP, "group", Operation.DESCRIBE, "Kafka denies READ on the group .*group"),
    ],
)
async def test_owned_state_that_is_denied_says_what(
    ways: Ways, topic_prefix: str, resource: Resource, name: str, allowed: Operation, message: str
) -> None:
    plain = Connection(ways.kafka.plain)
    source, state, out = (topic_prefix + each for each in ("in", "state", "out"))
    await topics.create(plain, source, out, partitions=1)
    await topics.create(plain, state, partitions=1, compacted=True)
    await topics.fill(plain, [Outgoing(source, b"k", b"v"), Outgoing(state, b"k", b"v")])
    await allow_only(plain, USER, resource, topic_prefix + name, allowed)
    plan = Ownership(topic_prefix + "group", source, state, lambda _: "test.row.v1")
    effects = Effects(outputs=[Outgoing(out, b"k", b"v")])
    owned = OwnedState(ways.connection("scram-sha-512"), plan, lambda _, __: effects)

    with pytest.raises(Denied, match=message):
        await asyncio.wait_for(owned.run(), 30)

    assert await topics.read(plain, out) == []


@pytest.mark.parametrize("source", SOURCES)
async def test_a_stateless_step_needs_no_more_than_docs_kafka_md_says(
    ways: Ways, topic_prefix: str, source: type[Source]
) -> None:
    plain, (incoming, out, letters) = Connection(ways.kafka.plain), (topic_prefix + n for n in ("in", "out", "in.dlq"))
    await topics.create(plain, incoming, out, letters, partitions=1)
    await allow_only(plain, USER, Resource.TOPIC, incoming, Operation.READ)
    await allow_only(plain, USER, Resource.TOPIC, out, Operation.WRITE)
    await allow_only(plain, USER, Resource.TOPIC, letters, Operation.WRITE)
    await allow_only(plain, USER, Resource.GROUP, topic_prefix + "group", Operation.READ)
    await topics.fill(plain, [Outgoing(incoming, b"k", b"fine"), Outgoing(incoming, b"k", b"poison")])
    connection = ways.connection("scram-sha-512")

    async def handle(records: Sequence[Record]) -> Sequence[Outcome]:
        return [InvalidMessage("poison") if r.value == b"poison" else [Outgoing(out, b"k", r.value)] for r in records]

    async def run() -> None:
        seat = Membership(topic_prefix + "group", (incoming,))
        async with Publisher(connection) as publisher:
            await Pipeline(source(connection, seat), handle, publisher, DeadLetters("test")).run()

    assert await written(plain, run(), out, letters) == [b"fine", b"poison"]


async def test_a_step_with_state_needs_no_more_than_docs_kafka_md_says(ways: Ways, topic_prefix: str) -> None:
    plain = Connection(ways.kafka.plain)
    incoming, out, letters, state = (topic_prefix + n for n in ("in", "out", "in.dlq", "state"))
    await topics.create(plain, incoming, out, letters, partitions=1)
    await topics.create(plain, state, partitions=1, compacted=True)
    await allow_only(plain, USER, Resource.TOPIC, incoming, Operation.READ)
    await allow_only(plain, USER, Resource.TOPIC, state, Operation.READ, Operation.WRITE)
    await allow_only(plain, USER, Resource.TOPIC, out, Operation.WRITE)
    await allow_only(plain, USER, Resource.TOPIC, letters, Operation.WRITE)
    await allow_only(plain, USER, Resource.GROUP, topic_prefix + "group", Operation.READ)
    await allow_only(plain, USER, Resource.TRANSACTIONAL_ID, topic_prefix + "group-0", Operation.WRITE)
    await topics.fill(plain, [Outgoing(incoming, b"k", b"fine"), Outgoing(incoming, b"k", b"poison")])

    def fold(lane: OwnedLane, records: Sequence[Record]) -> Effects:
        del lane
        effects = Effects({b"k": b"row"})
        effects.outputs = [Outgoing(out, b"k", r.value) for r in records if r.value == b"fine"]
        effects.buried = [(r, InvalidMessage("poison")) for r in records if r.value == b"poison"]
        return effects

    plan = Ownership(topic_prefix + "group", incoming, state, lambda _: "test.row.v1")
    owned = OwnedState(ways.connection("scram-sha-512"), plan, fold)

    assert await written(plain, owned.run(), out, letters) == [b"fine", b"poison"]


async def written(plain: Connection, work: Coroutine[None, None, None], *names: str) -> list[bytes | None]:
    """What lies on the topics *names* when there is something on each, while *work* goes on."""
    running = asyncio.ensure_future(work)

    async def lies() -> bool:
        return running.done() or all([await topics.read(plain, name) for name in names])

    await until(lies, 30)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    return [record.value for name in names for record in await topics.read(plain, name)]


async def test_the_topics_are_checked_as_far_as_we_may_see_them(ways: Ways, topic_prefix: str) -> None:
    plain, names = Connection(ways.kafka.plain), [topic_prefix + name for name in ("hidden", "readable", "other")]
    await topics.create(plain, *names)
    await allow_only(plain, USER, Resource.TOPIC, names[0])
    await allow_only(plain, USER, Resource.TOPIC, names[1], Operation.READ)
    async with TopicAdmin(ways.connection("scram-sha-512")) as admin:
        found = await admin.check([Topic(name, "key", 3, 1, ()) for name in names])

    assert [str(each).removeprefix(topic_prefix) for each in found] == [
        "hidden: topic is hidden from us, not there",
        "readable: settings is hidden from us, not to be read",
        "readable: partitions is 4, not 3",
        "other: partitions is 4, not 3",
    ]


def run(command: Sequence[str], settings: dict[str, str]) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {f"WIREWATCH_{name}": value for name, value in settings.items()}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("service", [service.name for service in SERVICES])
def test_a_service_with_a_wrong_password_says_so_in_a_line_and_exits_2(ways: Ways, service: str) -> None:
    settings = ways.settings("scram-sha-512") | {"KAFKA_PASSWORD": "guessed"}
    ended = run([sys.executable, "-m", f"wirewatch.{service}"], service_settings(ways, settings))
    last = ended.stderr.splitlines()[-1]

    assert ended.returncode == 2
    assert last.startswith(f"{service}: Kafka at {settings['KAFKA']}: ")
    assert "invalid credentials" in last
    assert "guessed" not in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


def service_settings(ways: Ways, settings: dict[str, str]) -> dict[str, str]:
    """What every service needs to come as far as Kafka."""
    endpoints = ways.folder / "endpoints.yaml"
    endpoints.write_text("endpoints: []\n")
    database = f"sqlite:///{ways.folder / 'deliveries.db'}"
    own = {"NOTIFIER_ENDPOINTS": str(endpoints), "NOTIFIER_DATABASE": database}
    ports = {
        f"{name}_HEALTH_PORT": str(free_port()) for name in ("POLLER", "ENRICHER", "ALERTER", "NOTIFIER", "CONSOLE")
    }
    return settings | own | ports | {"CONSOLE_DATABASE": str(ways.folder / "console.db")}


COMMAND = str(Path(sys.executable).with_name("wirewatch"))


def test_the_command_takes_the_same_settings(ways: Ways) -> None:
    made = run([COMMAND, "topics", "create"], ways.settings("mutual"))
    again = run([COMMAND, "topics", "create"], ways.settings("mutual"))
    fine = run([COMMAND, "topics", "check"], ways.settings("scram-sha-256"))
    wrong = run([COMMAND, "topics", "check"], ways.settings("scram-sha-512") | {"KAFKA_PASSWORD": "guessed"})

    assert (made.returncode, fine.returncode, wrong.returncode) == (0, 0, 2)
    assert "topics are there already" in again.stdout
    assert "topics are as they should be" in fine.stdout
    assert "invalid credentials" in wrong.stderr
    assert "guessed" not in wrong.stdout + wrong.stderr


@pytest.mark.long
def test_the_whole_product_delivers_on_a_secured_kafka(ways: Ways) -> None:
    demo = run([COMMAND, "demo", "--until-delivered", "1", "--timeout", "100"], ways.settings("scram-sha-512"))

    assert demo.returncode == 0, demo.stdout + demo.stderr
    assert "verified webhook" in demo.stdout
    assert PASSWORD not in demo.stdout + demo.stderr
