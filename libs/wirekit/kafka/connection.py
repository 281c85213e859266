"""How to reach Kafka: a plain value, and what it means to a client of aiokafka."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wirekit.kafka.security import Security

METADATA_MS = 10_000
"""How old a client lets what it knows of the cluster become. A broker that has just started may name no partitions of a
topic; who then joins a group as its leader assigns none, and would look again only after aiokafka's five minutes."""


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach Kafka.

    Attributes:
        bootstrap_servers: ``host:port``, several separated by commas.
        client_id: The name under which the brokers log us.
        security: None for a connection that anybody can read and make.
    """

    bootstrap_servers: str
    client_id: str = "wirewatch"
    security: Security | None = None

    def options(self) -> dict[str, Any]:
        """The keyword arguments that every aiokafka client takes."""
        security = self.security.options() if self.security else {}
        whereabouts = {"bootstrap_servers": self.bootstrap_servers, "client_id": self.client_id}
        return whereabouts | {"metadata_max_age_ms": METADATA_MS} | security
