"""The alerter's knobs."""

from __future__ import annotations

from pydantic import Field

from wirekit.runtime.settings import Port, ServiceSettings, service_config


class AlerterSettings(ServiceSettings):
    """``WIREWATCH_ALERTER_<KEY>``."""

    model_config = service_config("alerter")

    health_port: Port = Field(8783, description="the port of /livez, /readyz and /metrics")
    console_url: str = Field(
        "",
        max_length=500,
        pattern=r"^(https?://[!-~]+)?$",
        description="where readers reach the console: alerts then link to their page there",
    )
    instance: str | None = Field(
        None, max_length=100, description="stable name of this replica (group.instance.id), for quick restarts"
    )
