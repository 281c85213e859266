"""Says how a command reaches a Kafka: with the security that the environment sets."""

from __future__ import annotations

from wirekit.runtime.kafka_settings import KafkaSettings
from wirekit.runtime.settings import load_settings


def kafka_settings(address: str) -> KafkaSettings:
    """How the Kafka at *address* is reached, as the environment says; raises ConfigError where it says it wrongly."""
    return load_settings(KafkaSettings).model_copy(update={"kafka": address})
