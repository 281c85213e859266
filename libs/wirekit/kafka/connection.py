"""How to reach Kafka: a plain value, and what it means to a client of aiokafka."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wirekit.kafka.security import Security


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
        return {"bootstrap_servers": self.bootstrap_servers, "client_id": self.client_id, **security}
