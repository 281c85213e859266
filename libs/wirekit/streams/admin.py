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
from aiokafka.errors import KafkaConnectionError, TopicAlreadyExistsError, for_code

from wirekit.contracts import topology
from wirekit.contracts.topology import Topic
from wirekit.errors import ConfigError, TemporaryFailure
from wirekit.streams.records import Connection

_DAY_MS = 24 * 60 * 60 * 1000
_RETRY_SECONDS = 1.0
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
    settings = {"max.message.bytes": str(topic.max_bytes)}
    if topic.retention_days is None:
        compaction = {
            "min.cleanable.dirty.ratio": "0.1",
            "segment.bytes": str(16 * 1024 * 1024),
            "segment.ms": str(_DAY_MS),
        }
        return settings | {"cleanup.policy": "compact"} | compaction
    return settings | {"cleanup.policy": "delete", "retention.ms": str(topic.retention_days * _DAY_MS)}


class TopicAdmin:
    """An async context manager; entering it waits for the broker as long as it takes."""

    def __init__(self, connection: Connection, *, replication: int = -1) -> None:
        """*replication* -1 leaves the number of replicas to the broker's default."""
        self._connection = connection
        self._replication = replication
        self._client: AIOKafkaAdminClient | None = None

    async def __aenter__(self) -> Self:
        await self.wait_reachable()
        return self

    async def __aexit__(self, *_: object) -> None:
        client, self._client = self._client, None
        if client:
            await client.close()

    async def wait_reachable(self, timeout_seconds: float | None = None) -> None:
        """Return when the broker answers; say once a second that it does not.

        Raises:
            TemporaryFailure: Not within *timeout_seconds*; the message names the address.
        """
        try:
            async with asyncio.timeout(timeout_seconds):
                while not await self._connect():
                    log.warning("kafka.unreachable", address=self._connection.bootstrap_servers)
                    await asyncio.sleep(_RETRY_SECONDS)
        except TimeoutError:
            address = self._connection.bootstrap_servers
            raise TemporaryFailure(f"Kafka does not answer at {address}: is the broker running?") from None

    async def _connect(self) -> bool:
        if self._client:
            return True
        client = AIOKafkaAdminClient(**self._connection.options())
        try:
            await client.start()
        except KafkaConnectionError:
            await client.close()
            return False
        except BaseException:
            await client.close()
            raise
        self._client = client
        return True

    async def create_missing(self, topics: Iterable[Topic]) -> list[str]:
        """Create what is missing of *topics*; the names created.

        Raises:
            KafkaError: The broker refuses, for instance for lack of rights.
        """
        existing = set(await self._admin.list_topics())
        missing = [topic for topic in topics if topic.name not in existing]
        if not missing:
            return []
        answer = await self._admin.create_topics(
            [NewTopic(t.name, t.partitions, self._replication, {}, settings_of(t)) for t in missing]
        )
        for name, code, *detail in answer.topic_errors:
            error = for_code(code)
            if code and error is not TopicAlreadyExistsError:  # another process was quicker
                raise error(f"cannot create the topic {name}: {detail[0] if detail else error.__name__}")
        await self._until_known([topic.name for topic in missing])
        return [topic.name for topic in missing]

    async def _until_known(self, names: list[str]) -> None:
        """A topic just created has no leaders for a moment; who reads it then finds it missing."""
        while not all(map(_has_leaders, await self._described(names))):  # noqa: ASYNC110  # nobody tells us
            await asyncio.sleep(0.05)

    async def check(self, topics: Iterable[Topic]) -> list[Difference]:
        """Where the broker's *topics* differ from the topology.

        Raises:
            ConfigError: Of two topics whose partitions must match, the counts differ: writing would corrupt the state.
        """
        wanted = {topic.name: topic for topic in topics}
        counts = {t["topic"]: len(t["partitions"]) for t in await self._described(list(wanted)) if not t["error_code"]}
        _refuse_unpaired(counts)
        configs = await self._configs([name for name in wanted if name in counts])
        found: list[Difference] = []
        for name, topic in wanted.items():
            if name not in counts:
                found.append(Difference(name, "topic", "there", "missing"))
                continue
            if counts[name] != topic.partitions:
                found.append(Difference(name, "partitions", str(topic.partitions), str(counts[name])))
            found += [
                Difference(name, key, value, configs[name].get(key, "unset"))
                for key, value in settings_of(topic).items()
                if configs[name].get(key) != value
            ]
        return found

    async def _described(self, names: list[str]) -> list[dict[str, Any]]:
        return list(await self._admin.describe_topics(names))

    async def _configs(self, names: list[str]) -> dict[str, dict[str, str]]:
        if not names:
            return {}
        answers = await self._admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, name) for name in names])
        configs: dict[str, dict[str, str]] = {}
        for answer in answers:
            for code, message, _, name, entries in answer.resources:
                if code:
                    raise for_code(code)(f"cannot read the settings of the topic {name}: {message}")
                configs[name] = {entry[0]: entry[1] for entry in entries}
        return configs

    @property
    def _admin(self) -> AIOKafkaAdminClient:
        if self._client is None:
            raise RuntimeError("the topic admin is not connected: use it as an async context manager")
        return self._client


def _has_leaders(description: Mapping[str, Any]) -> bool:
    return not description["error_code"] and all(partition["leader"] >= 0 for partition in description["partitions"])


def _refuse_unpaired(counts: Mapping[str, int]) -> None:
    for source, state in _PAIRED:
        pair = counts.get(source.name), counts.get(state.name)
        if None not in pair and pair[0] != pair[1]:
            raise ConfigError(
                f"{source.name} has {pair[0]} partitions and {state.name} has {pair[1]}; they must be equal for ever, "
                "for the state of a record lies in the partition of the same number"
            )
