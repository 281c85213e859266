"""The broker's settings as text: ``server.properties`` and ``log4j2.properties``. Pure: opens no file and no port.

Meant for a laptop: bounded disk, small buffers, a quick return after a crash. The wire is 127.0.0.1 only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from wirekit.broker.options import BrokerOptions, Listener, Seat

MEBIBYTE = 1024 * 1024

FIXED: Mapping[str, object] = {
    "process.roles": "broker,controller",
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "PLAINTEXT",
    "auto.create.topics.enable": "false",
    # The largest topic limit is 5 MiB (dead letters: the original bytes and their headers); a batch adds its own.
    "message.max.bytes": 6 * MEBIBYTE,
    "replica.fetch.max.bytes": 6 * MEBIBYTE,
    # Disk: what a partition may take is the retention and one segment more.
    "log.retention.bytes": 64 * MEBIBYTE,
    "log.segment.bytes": 16 * MEBIBYTE,
    "log.index.size.max.bytes": MEBIBYTE,
    "log.retention.check.interval.ms": 30_000,
    "log.segment.delete.delay.ms": 5_000,
    "offsets.topic.segment.bytes": 4 * MEBIBYTE,
    "transaction.state.log.segment.bytes": 4 * MEBIBYTE,
    "metadata.log.segment.bytes": 8 * MEBIBYTE,
    "metadata.max.retention.bytes": 32 * MEBIBYTE,
    # Memory: the cleaner's default buffer alone is 128 MiB of heap.
    "log.cleaner.dedupe.buffer.size": 8 * MEBIBYTE,
    "log.cleaner.io.buffer.size": MEBIBYTE // 4,
    "offsets.topic.num.partitions": 4,
    "transaction.state.log.num.partitions": 4,
    "num.network.threads": 2,
    "num.io.threads": 4,
    "metadata.max.idle.interval.ms": 5_000,
    # A newsroom switched off for a month goes on where it stopped.
    "offsets.retention.minutes": 30 * 24 * 60,
    "group.initial.rebalance.delay.ms": 0,
    # After a crash a broker may register again only when its old session has ended (default 9 s).
    "broker.session.timeout.ms": 3_000,
    "broker.heartbeat.interval.ms": 1_000,
    # A frozen writer's open transaction hides the records of all others; look for expired ones often.
    "transaction.abort.timed.out.transaction.cleanup.interval.ms": 1_000,
}

LOG4J = """\
appender.f.type = RollingFile
appender.f.name = F
appender.f.fileName = ${sys:wirewatch.log}
appender.f.filePattern = ${sys:wirewatch.log}.%i
appender.f.layout.type = PatternLayout
appender.f.layout.pattern = %d %p %m (%c{1})%n
appender.f.policies.type = SizeBasedTriggeringPolicy
appender.f.policies.size = 5MB
appender.f.strategy.type = DefaultRolloverStrategy
appender.f.strategy.max = 3
rootLogger = info, F
"""


def server_properties(seat: Seat, port: int, log_dir: Path, options: BrokerOptions) -> str:
    """The text of ``server.properties``: ours, then what follows from seat and port, then the options', which win."""
    own = {**_listeners(seat, port, options.listeners), **_replication(len(seat.controllers)), "log.dirs": log_dir}
    settings = {**FIXED, **own, **options.settings}
    return "".join(f"{name}={_escaped(str(value))}\n" for name, value in settings.items())


def _listeners(seat: Seat, port: int, further: Iterable[Listener]) -> dict[str, object]:
    clients = [Listener("PLAINTEXT", "PLAINTEXT", port), *further]
    controller = Listener("CONTROLLER", "PLAINTEXT", seat.controllers[seat.node_id])
    # Static voters on purpose: ports may change between starts, and a dynamic quorum keeps addresses in its log.
    voters = ",".join(f"{node_id}@127.0.0.1:{controller_port}" for node_id, controller_port in seat.controllers.items())
    return {
        "node.id": seat.node_id,
        "listeners": ",".join(f"{each.name}://127.0.0.1:{each.port}" for each in (*clients, controller)),
        "advertised.listeners": ",".join(f"{each.name}://127.0.0.1:{each.port}" for each in clients),
        "listener.security.protocol.map": ",".join(f"{each.name}:{each.protocol}" for each in (*clients, controller)),
        "controller.quorum.voters": voters,
    }


def _replication(nodes: int) -> dict[str, object]:
    replicas = min(3, nodes)
    in_sync = max(1, replicas - 1)
    settings: dict[str, object] = {
        "default.replication.factor": replicas,
        "min.insync.replicas": in_sync,
        "offsets.topic.replication.factor": replicas,
    }
    for topic in ("transaction.state.log", "share.coordinator.state.topic"):
        settings |= {f"{topic}.replication.factor": replicas, f"{topic}.min.isr": in_sync}
    return settings


def _escaped(value: str) -> str:
    """Java reads a properties file as Latin-1 with the backslash as escape: UTF-16 units beyond ASCII are spelt."""
    units = value.replace("\\", "\\\\").encode("utf-16-be", "surrogatepass")
    pairs = (int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2))
    text = "".join(chr(unit) if 0x20 <= unit < 0x7F else f"\\u{unit:04x}" for unit in pairs)  # noqa: PLR2004 - ASCII
    return re.sub(r"^ ", r"\\ ", text)
