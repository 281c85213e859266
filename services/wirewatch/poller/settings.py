"""The poller's knobs."""

from __future__ import annotations

from pydantic import Field

from wirekit.runtime.settings import HealthPort, Instance, ServiceSettings, service_config

ALLOWING = "WIREWATCH_POLLER_ALLOW, or to `--allow` of `wirewatch up`"
"""Where an operator allows an address."""


class PollerSettings(ServiceSettings):
    """``WIREWATCH_POLLER_<KEY>``."""

    model_config = service_config("poller")

    health_port: HealthPort = 8781
    allow: str = Field(
        "", description="addresses that may be polled although they are not public, as in 127.0.0.1:8795, 10.1.0.0/16"
    )
    contact: str = Field(
        "", max_length=200, pattern=r"^[ -~]*$", description="address of a page or a mailbox, told to every site we ask"
    )
    concurrency: int = Field(64, ge=1, le=1000, description="how many feeds are asked at once, of different hosts")
    request_seconds: float = Field(
        30.0, gt=0, le=300, description="what asking one feed may take, redirects and body included"
    )
    host_gap_seconds: float = Field(1.0, ge=0, le=3600, description="pause between two requests to one host")
    retry_after_seconds: float = Field(
        86_400.0, gt=0, le=604_800, description="a server's `Retry-After` counts up to so many seconds"
    )
    parsers: int = Field(2, ge=1, le=64, description="child processes that parse feeds")
    parse_seconds: float = Field(
        20.0,
        gt=0,
        le=300,
        description="after so long a child that parses is killed; 10,000 items take about 3 s of an idle CPU",
    )
    instance: Instance = None
