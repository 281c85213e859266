"""Says what an endpoint is. Never holds its secret: an endpoint names where one lies."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from wirekit.contracts import Duration, Slug, Value
from wirekit.contracts.feed import HttpUrl
from wirekit.net import RefusedRequest, parse_target
from wirekit.runtime.yamlfile import Section

_SECONDS = (5, 30, 120, 600, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600)
DEFAULT_RETRY = tuple(dt.timedelta(seconds=seconds) for seconds in _SECONDS)
"""The waits between tries: two days in all."""


def _is_sent(kind: Any) -> Any:
    """Refuse by name what no alert of this version is: it would be accepted without effect."""
    if kind == "escalated":
        raise ValueError("escalated: not in this version; allowed: opened, updated, retracted")
    return kind


Kind = Annotated[Literal["opened", "updated", "retracted"], BeforeValidator(_is_sent)]
DEFAULT_EVENTS: tuple[Kind, ...] = ("opened", "retracted")


def _can_be_called(url: str) -> str:
    try:
        parse_target(url)
    except RefusedRequest as refusal:
        raise ValueError(refusal.detail) from None
    return url


UrlToAsk = Annotated[HttpUrl, AfterValidator(_can_be_called)]
"""A URL that `wirekit.net` would ask: no credentials in it, a port that is for HTTP."""


class Endpoint(Value):
    """A receiver of webhooks."""

    id: Slug = Field(description="what watches call it under `notify`")
    url: UrlToAsk = Field(description="where webhooks go; redirects are not followed")
    secret_file: Path | None = Field(
        default=None,
        description="where the secret lies, from this file on; without it `secrets/<id>`; made when it is missing. "
        "Of several lines all sign: the newest secret first, below it those on their way out",
    )
    secret_env: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z_][A-Za-z0-9_]*$",
        description="instead, the environment variable that holds the secret, or several parted by spaces",
    )
    events: tuple[Kind, ...] = Field(
        default=DEFAULT_EVENTS,
        min_length=1,
        description="kinds of alerts to send; `updated` is every further article of a story after its cooldown",
    )
    retry: tuple[Annotated[Duration, Field(gt=dt.timedelta(0), le=dt.timedelta(days=7))], ...] = Field(
        default=DEFAULT_RETRY,
        max_length=50,
        description="the wait after each failed try; after the last the delivery is given up",
    )
    max_in_flight: int = Field(default=4, ge=1, le=64, description="requests at once, from one notifier")

    @model_validator(mode="after")
    def _one_place_for_the_secret(self) -> Endpoint:
        if self.secret_file is not None and self.secret_env is not None:
            raise ValueError("secret_file and secret_env exclude each other")
        return self


class EndpointsFile(Value):
    """endpoints.yaml."""

    endpoints: Section[Endpoint]
