"""The notifier's knobs."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, model_validator

from wirekit.runtime.settings import HealthPort, ServiceSettings, service_config

ALLOWING = "WIREWATCH_NOTIFIER_ALLOW, or to `--allow-endpoints` of `wirewatch up`"
"""Where an operator allows an address."""


class NotifierSettings(ServiceSettings):
    """``WIREWATCH_NOTIFIER_<KEY>``."""

    model_config = service_config("notifier")

    health_port: HealthPort = 8784
    endpoints: Path = Field(Path("endpoints.yaml"), description="the file that says which endpoints there are")
    database: str = Field(
        "sqlite:///deliveries.db",
        description="the delivery table: sqlite:///path or postgresql://user:password@host/name",
    )
    allow: str = Field(
        "", description="addresses that may be called although they are not public, as in 127.0.0.1:8796, 10.1.0.0/16"
    )
    request_seconds: float = Field(20.0, gt=0, le=60, description="what one request to an endpoint may take")
    lease_seconds: float = Field(
        60.0, gt=0, le=3600, description="after so many seconds a delivery that its process never settled is sent again"
    )
    retry_after_seconds: float = Field(
        21_600.0, gt=0, le=86_400, description="an endpoint's `Retry-After` counts up to so many seconds"
    )

    @model_validator(mode="after")
    def _lease_outlasts_request(self) -> NotifierSettings:
        if self.lease_seconds < 2 * self.request_seconds:
            raise ValueError(
                "lease_seconds must be at least twice request_seconds, else a slow endpoint is called twice"
            )
        return self
