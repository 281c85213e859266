"""The ways into a secured Kafka, as an operator sets them: environment variables, and the connection they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.secured_kafka import CLIENT, PASSWORD, SECRET, USER, SecuredKafka, TokenEndpoint
from wirekit.kafka import Connection
from wirekit.runtime.kafka_settings import KafkaSettings
from wirekit.runtime.settings import load_settings

KINDS = ("tls", "mutual", "scram-sha-256", "scram-sha-512", "oauthbearer")


@dataclass(frozen=True)
class Ways:
    """Makes the settings of each of KINDS."""

    kafka: SecuredKafka
    endpoint: TokenEndpoint
    folder: Path

    def settings(self, kind: str) -> dict[str, str]:
        """The variables, without their common start ``WIREWATCH_``."""
        listener = {"oauthbearer": "tokens"}.get(kind, kind.partition("-")[0])
        shared = {"KAFKA": self.kafka.address(listener), "KAFKA_CA_FILE": str(self.kafka.authority.certificate)}
        shared["KAFKA_SECURITY"] = "tls" if kind == "mutual" else kind
        match kind:
            case "mutual":
                return shared | {"KAFKA_CERTIFICATE_FILE": str(self.kafka.authority.sign("desk"))}
            case "scram-sha-256":
                return shared | {"KAFKA_USER": USER, "KAFKA_PASSWORD_FILE": self.secret("password", PASSWORD)}
            case "scram-sha-512":
                return shared | {"KAFKA_USER": USER, "KAFKA_PASSWORD": PASSWORD}
            case "oauthbearer":
                secret = self.secret("client", SECRET)
                client = {"KAFKA_CLIENT_ID": CLIENT, "KAFKA_CLIENT_SECRET_FILE": secret}
                return shared | client | {"KAFKA_TOKEN_URL": self.endpoint.url, "KAFKA_TOKEN_SCOPE": "kafka"}
            case _:
                return shared

    def secret(self, name: str, text: str) -> str:
        """A file that holds *text*, and its path."""
        file = self.folder / name
        file.write_text(text + "\n")
        return str(file)

    def connection(self, kind: str, **changes: str) -> Connection:
        """The connection that the settings of *kind* make; an empty change takes one away."""
        return connection(self.settings(kind) | changes)


def connection(settings: Mapping[str, str]) -> Connection:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in settings.items():
            patch.setenv(f"WIREWATCH_{name}", value)
        return load_settings(KafkaSettings).connection("wirewatch-test")
