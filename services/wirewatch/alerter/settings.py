"""The alerter's knobs."""

from __future__ import annotations

from pydantic import Field

from wirekit.runtime.settings import HealthPort, Instance, ServiceSettings, service_config


class AlerterSettings(ServiceSettings):
    """``WIREWATCH_ALERTER_<KEY>``."""

    model_config = service_config("alerter")

    health_port: HealthPort = 8783
    console_url: str = Field(
        "",
        max_length=500,
        pattern=r"^(https?://[!-~]+)?$",
        description="where readers reach the console: alerts then link to their page there",
    )
    instance: Instance = None
