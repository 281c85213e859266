"""How to reach Kafka: a plain value, and what it means to a client of aiokafka."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach Kafka: ``host:port``, several separated by commas, and the name under which the brokers log us."""

    bootstrap_servers: str
    client_id: str = "wirewatch"

    def options(self) -> dict[str, Any]:
        """The keyword arguments that every aiokafka client takes."""
        return {"bootstrap_servers": self.bootstrap_servers, "client_id": self.client_id}
