"""What a caller may choose about a broker. Values only."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Listener:
    """A further way in for clients, on 127.0.0.1, beside the one without security.

    Attributes:
        name: Upper case; ``listener.name.<in lower case>.*`` in the settings is about this one.
        protocol: As Kafka calls it: SSL or SASL_SSL.
    """

    name: str
    protocol: str
    port: int


@dataclass(frozen=True, slots=True)
class BrokerOptions:
    """Where a broker listens and how it runs.

    Attributes:
        port: Must be free or the start fails; 0 takes the port of the last run, else *preferred_port*, else any.
        heap_mb: Largest heap, in MiB.
        min_free_mb: Free disk in MiB; with less it does not start.
        settings: Win over ours in ``server.properties``.
        listeners: Beside the one without security; their keys and mechanisms are *settings*.
        users: Password by name, for SCRAM; made when the directory is formatted, on a command line that others see.
        death_signal: What the JVM gets when its parent is killed: SIGTERM lets it close its files, so that the next
            start is quick.
    """

    port: int = 0
    preferred_port: int = 0
    heap_mb: int = 256
    min_free_mb: int = 200
    settings: Mapping[str, str] = field(default_factory=dict)
    listeners: tuple[Listener, ...] = ()
    users: Mapping[str, str] = field(default_factory=dict)
    death_signal: signal.Signals = signal.SIGTERM


@dataclass(frozen=True, slots=True)
class Seat:
    """A node's place in a quorum: its id, the cluster, and the controller port of every node."""

    node_id: int
    cluster_id: str
    controllers: Mapping[int, int]
