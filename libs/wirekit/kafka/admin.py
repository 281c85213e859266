"""Topics as the topology wants them: creates the missing ones, reports differences, waits for a broker to answer.

Never changes and never deletes a topic that exists: what differs is reported to the operator.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

import structlog
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaConnectionError, TopicAlreadyExistsError, TopicAuthorizationFailedError, for_code

from wirekit.contracts import topology
from wirekit.contracts.topology import Topic
from wirekit.errors import ConfigError, TemporaryFailure
from wirekit.kafka.connection import Connection
from wirekit.kafka.denials import denied_as
from wirekit.kafka.reaching import refuse_unless_welcome, until_answered

_DAY_MS = 24 * 60 * 60 * 1000
_PAIRED = ((topology.FEEDS_REGISTRY, topology.FEEDS_STATE), (topology.ALERTS_CANDIDATES, topology.ALERTS_STATE))


log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Difference:
    """A topic is not as the topology wants it."""

    topic: str
    setting: str
    wanted: str
    found: str

    def __str__(self) -> str:
        return f"{self.topic}: {self.setting} is {self.found}, not {self.wanted}"


def settings_of(topic: Topic) -> dict[str, str]:
    """The broker's settings for *topic*. A compacted one rolls small segments: its active one is never compacted."""
    size = {"max.message.bytes": str(topic.max_bytes)}
    if topic.retention_days is not None:
        return size | {"cleanup.policy": "delete", "retention.ms": str(topic.retention_days * _DAY_MS)}
    segment = {"min.cleanable.dirty.ratio": "0.1", "segment.bytes": str(16 * 1024 * 1024), "segment.ms": str(_DAY_MS)}
    return size | segment | {"cleanup.policy": "compact"}


class TopicAdmin:
    """An async context manager; entering it waits for the broker, *within* so many seconds or as long as it takes.

    Raises:
        TemporaryFailure: No broker answered in time.
        ConfigError: One refuses us.
    """

    def __init__(self, connection: Connection, within: float | None = None) -> None:
        self._connection = connection
        self._within = within
        self._client: Any = None
        self._hint = ""

    async def __aenter__(self) -> Self:
        self._client = AIOKafkaAdminClient(**self._connection.options())
        try:
            await self._reach()
        except BaseException:
            await self._client.close()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()

    async def _reach(self) -> None:
        try:
            async with asyncio.timeout(self._within):
                await until_answered(self._start)
        except TimeoutError:
            address = self._connection.bootstrap_servers
            hint = self._hint or "start one with `wirewatch up`, or name another newsroom or `--kafka`"
            raise TemporaryFailure(f"Kafka does not answer at {address}: {hint}") from None

    async def _start(self) -> None:
        try:
            await self._client.start()
        except KafkaConnectionError:
            before, self._hint = self._hint, await refuse_unless_welcome(self._connection)
            if self._hint and not before:
                log.warning("kafka.not_reached", hint=self._hint)
            raise

    async def create_missing(self, topics: Iterable[Topic]) -> list[str]:
        """Create what is missing of *topics* and wait until it can be used; the names created."""
        existing = set(await until_answered(self._client.list_topics))
        missing = {topic.name: topic for topic in topics if topic.name not in existing}
        if not missing:
            return []
        new = [
            NewTopic(t.name, t.partitions, -1, {}, settings_of(t)) for t in missing.values()
        ]  # -1: as the broker says
        for name, code, *detail in (await self._client.create_topics(new)).topic_errors:
            if code and for_code(code) is not TopicAlreadyExistsError:  # another process was quicker
                with denied_as("CREATE"):
                    raise for_code(code)(name, detail[0] if detail else "")
        # A topic just created has no leaders for a moment; who reads it then finds it missing.
        while not all(map(_is_led, await self._client.describe_topics(list(missing)))):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.05)
        return list(missing)

    async def check(self, topics: Iterable[Topic]) -> list[Difference]:
        """Where the broker's *topics* differ; ConfigError where two with unequal partitions would corrupt the state."""
        wanted = {topic.name: topic for topic in topics}
        described = await until_answered(lambda: self._client.describe_topics(list(wanted)))
        counts = {t["topic"]: len(t["partitions"]) for t in described if not t["error_code"]}
        hidden = {t["topic"] for t in described if t["error_code"] == TopicAuthorizationFailedError.errno}
        _refuse_unpaired(counts)
        configs = await self._configs(list(counts))
        absent = {name: "hidden from us" if name in hidden else "missing" for name in wanted if name not in counts}
        found = [Difference(name, "topic", "there", how) for name, how in absent.items()]
        for name, count in counts.items():
            should = settings_of(wanted[name]) | {"partitions": str(wanted[name].partitions)}
            if name not in configs:
                found.append(Difference(name, "settings", "to be read", "hidden from us"))
                should = {"partitions": should["partitions"]}
            is_now = configs.get(name, {}) | {"partitions": str(count)}
            found += [Difference(name, k, v, is_now.get(k, "unset")) for k, v in should.items() if is_now.get(k) != v]
        return found

    async def _configs(self, names: list[str]) -> dict[str, dict[str, str]]:
        """The settings of the topics that let us read them."""
        configs: dict[str, dict[str, str]] = {}
        resources = [ConfigResource(ConfigResourceType.TOPIC, name) for name in names]
        for answer in await until_answered(lambda: self._client.describe_configs(resources)):
            for code, message, _, name, entries in answer.resources:
                if not code:
                    configs[name] = {entry[0]: entry[1] for entry in entries}
                elif for_code(code) is not TopicAuthorizationFailedError:
                    raise for_code(code)(f"cannot read the settings of the topic {name}: {message}")
        return configs


def _is_led(description: Mapping[str, Any]) -> bool:
    return not description["error_code"] and all(partition["leader"] >= 0 for partition in description["partitions"])


def _refuse_unpaired(counts: Mapping[str, int]) -> None:
    for source, state in _PAIRED:
        pair = counts.get(source.name), counts.get(state.name)
        if None not in pair and pair[0] != pair[1]:
            raise ConfigError(
                f"{source.name} has {pair[0]} partitions and {state.name} has {pair[1]}; they must be equal for ever, "
                "for the state of a record lies in the partition of the same number"
            )
